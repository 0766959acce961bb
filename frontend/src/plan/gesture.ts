/** The single gestures on the stage, from press to release. */
import { bearing, type Point } from "../core/geometry";
import type { Pose } from "../core/protocol";
import { snapAngle } from "../core/snap";
import { lockState } from "./locks";
import { Snapping } from "../measure/dragging";
import type { Session } from "../session";
import type { Stage } from "./stage";

/** Degrees of one turn by key, button or tap. */
export const TURN_STEP = 15;

/** What a hand reaches for pieces through: the plan, or the room in 3D. */
export interface Ground {
  readonly session: Session;
  /** Pixels per mm. */
  readonly viewport: { readonly value: { readonly scale: number } };
  inRoom(event: { clientX: number; clientY: number }): Point;
}

export interface Gesture {
  /** A pointer of this gesture moved; `all` are those that are down. */
  move(event: PointerEvent, all: readonly PointerEvent[]): void;
  /** Released in the ordinary way; `tapped` when the pointer never moved. */
  end(tapped: boolean): void;
  /** Given up. */
  cancel(): void;
}

/** The lock is asked for on the press, so that it is there when the hand begins to move. */
export function dragPiece(stage: Ground, item: string, press: PointerEvent): Gesture {
  const { designer, view } = stage.session;
  const start = view.value.shown.get(item);
  const snapping = start && new Snapping(stage.session, start.sku, start);
  let turned = 0;
  let last: Pose | undefined;
  const hand = stage.inRoom(press);
  // A piece that somebody else holds may still be selected; only pulling at it is refused aloud.
  let pressed = lockState(view.value, item) === "other" ? undefined : designer.press(item);
  return {
    move(event) {
      pressed ??= designer.press(item);
      const shown = view.value.shown.get(item);
      if (!pressed || !start || !shown || !snapping) return;
      // A key may have turned it meanwhile.
      if (shown.rotation !== (last ?? start).rotation) turned += shown.rotation - (last ?? start).rotation;
      const now = stage.inRoom(event);
      const rotation = (start.rotation + turned + 720) % 360;
      const wanted = { x: start.x + now.x - hand.x, y: start.y + now.y - hand.y, rotation };
      last = snapping.pose(wanted, stage.viewport.value.scale, event.altKey);
      designer.drag(item, last);
    },
    end() {
      snapping?.end();
      if (pressed) designer.drop();
    },
    cancel() {
      snapping?.end();
      if (pressed) designer.cancel();
    },
  };
}

/** Turns in whole degrees, resting at every 15 unless Alt is held; a tap on the handle turns by 15. */
export function turnPiece(stage: Stage, item: string): Gesture {
  const { designer, view } = stage.session;
  const centre: Pose | undefined = view.value.shown.get(item);
  const pressed = designer.press(item);
  return {
    move(event) {
      if (!pressed || !centre) return;
      const angle = bearing(centre, stage.inRoom(event));
      const rotation = Math.round(event.altKey ? angle : snapAngle(angle, TURN_STEP, 4)) % 360;
      designer.drag(item, { x: centre.x, y: centre.y, rotation });
    },
    end(tapped) {
      if (!pressed) return;
      if (tapped) designer.rotate(item, TURN_STEP);
      designer.drop();
    },
    cancel: () => pressed && designer.cancel(),
  };
}

export function lookAround(stage: Stage, press: PointerEvent): Gesture {
  let last = press;
  return {
    move(event) {
      stage.panBy(event.clientX - last.clientX, event.clientY - last.clientY);
      last = event;
    },
    end: () => undefined,
    cancel: () => undefined,
  };
}

/** Two fingers: the point between them stays between them. */
export function pinch(stage: Stage, fingers: readonly PointerEvent[]): Gesture {
  let last = spread(fingers);
  return {
    move(_, all) {
      const next = spread(all);
      stage.panBy(next.clientX - last.clientX, next.clientY - last.clientY);
      if (last.distance > 0 && next.distance > 0) stage.zoomAt(next.distance / last.distance, stage.pixels(next));
      last = next;
    },
    end: () => undefined,
    cancel: () => undefined,
  };
}

function spread(fingers: readonly PointerEvent[]) {
  const [one, other] = [fingers[0]!, fingers[1] ?? fingers[0]!];
  return {
    clientX: (one.clientX + other.clientX) / 2,
    clientY: (one.clientY + other.clientY) / 2,
    distance: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
  };
}
