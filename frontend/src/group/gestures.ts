/** The gestures that are about several pieces: drawing a frame around them, dragging them, and turning them. */
import type { Item } from "../core/protocol";
import { bearing, rotated, type Point } from "../core/geometry";
import { snapAngle } from "../core/snap";
import { TURN_STEP, type Gesture } from "../plan/gesture";
import type { Stage } from "../plan/stage";
import { texts } from "../texts/texts";
import { turnGroup } from "./actions";
import { allowedShift, extentOf, inRectangle, middleOf, shifted, turned } from "./moves";
import { selectedOf } from "./several";

/** A tap adds the piece to the selection or takes it out; a drag adds all pieces in the frame that it draws. */
export function choosePieces(stage: Stage, item: string | undefined, press: PointerEvent): Gesture {
  const { designer, several, view } = stage.session;
  const before = [...selectedOf(view.value)];
  const start = stage.inRoom(press);
  let chosen = before;
  const end = () => (several.frame.value = undefined);
  return {
    move(event) {
      const corner = stage.inRoom(event);
      several.frame.value = [start, corner];
      const now = [...new Set([...before, ...inRectangle(view.value.shown.values(), start, corner)])];
      if (now.join() !== chosen.join()) designer.selectAll(now);
      chosen = now;
    },
    end(tapped) {
      if (tapped && item !== undefined) designer.toggle(item);
      end();
    },
    cancel() {
      designer.selectAll(before);
      end();
    },
  };
}

/** Locked when the hand begins to move, so that a mere tap takes nothing from anybody. A tap does what it is told. */
export function dragPieces(stage: Stage, press: PointerEvent, tap: () => void): Gesture {
  const { session } = stage;
  const { group } = session.designer;
  const wanted = selectedOf(session.view.value);
  let from = stage.inRoom(press);
  let last = from;
  let taken: ReadonlySet<string> | undefined;
  let start: readonly Item[] = [];
  let shown: readonly Item[] = [];
  const begin = (hand: Point) => {
    from = hand;
    start = shown = group.standing(taken ?? []);
  };
  return {
    move(event) {
      if (!taken) {
        taken = group.take(wanted, "pointer");
        begin(from);
      }
      const now = group.standing(taken);
      // A key has turned or moved them meanwhile, or one was lost.
      if (!samePlaces(now, shown)) begin(last);
      last = stage.inRoom(event);
      const plan = session.view.value.room?.plan;
      if (start.length === 0 || !plan) return;
      const by = { x: last.x - from.x, y: last.y - from.y };
      const box = extentOf(start, session.catalogue.value?.bySku ?? new Map());
      group.drag(shifted(start, allowedShift(box, by, plan.outline, stage.viewport.value.scale, event.altKey)));
      shown = group.standing(taken);
    },
    end(tapped) {
      if (tapped) return tap();
      group.drop();
      if (start.length > 0) session.spoken.value = texts().group.moved(start.length);
    },
    cancel: () => group.cancel(),
  };
}

/** Turns them about their middle in whole degrees, resting at every 15 unless Alt is held; a tap turns by 15. */
export function turnPieces(stage: Stage, press: PointerEvent): Gesture {
  const { session } = stage;
  const { group } = session.designer;
  const { turning } = session.several;
  const wanted = selectedOf(session.view.value);
  const from = stage.inRoom(press);
  let start: readonly Item[] | undefined;
  let degrees = 0;
  return {
    move(event) {
      start ??= group.standing(group.take(wanted, "pointer"));
      if (start.length === 0) return;
      const middle = middleOf(start);
      const angle = (bearing(middle, stage.inRoom(event)) - bearing(middle, from) + 360) % 360;
      degrees = Math.round(event.altKey ? angle : snapAngle(angle, TURN_STEP, 4)) % 360;
      const arm = rotated({ x: from.x - middle.x, y: from.y - middle.y }, degrees);
      turning.value = { x: middle.x + arm.x, y: middle.y + arm.y };
      group.drag(turned(start, degrees));
    },
    end(tapped) {
      turning.value = undefined;
      if (tapped) return turnGroup(session, TURN_STEP);
      group.drop();
      const turn = degrees > 180 ? degrees - 360 : degrees;
      if (start && start.length > 0 && turn !== 0) session.spoken.value = texts().group.turned(start.length, turn);
    },
    cancel() {
      turning.value = undefined;
      group.cancel();
    },
  };
}

function samePlaces(some: readonly Item[], others: readonly Item[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ x, y, rotation }, at) => {
      const other = others[at];
      return other && x === other.x && y === other.y && rotation === other.rotation;
    })
  );
}
