/** A hand at a wall, a corner, an opening or an obstacle: pressed, dragged with gentle help (Alt escapes it), let go or given up. */
import { walls, type Point } from "../core/geometry";
import type { Plan } from "../core/protocol";
import { snapToGrid } from "../core/snap";
import type { Stage } from "../plan/stage";
import { changeObstacle, moveOpening, withOpening, withOutline, type Outcome } from "./edits";
import { movedTo, obstaclesOf, within } from "./obstacles";
import { nearestFree, wallNear } from "./openings";
import { moveCorner, moveWall } from "./outline";
import type { Part, Shaper } from "./shaper";
import { snapCorner, snapWall, stepAt } from "./snap";

/** A pointer that moved less than this many pixels has pressed only. */
const SLACK = 4;

interface Drag {
  readonly pointer: number;
  readonly part: Part;
  readonly base: Plan;
  readonly press: PointerEvent;
  readonly from: Point;
  moved: boolean;
  /** Where the dragged part is in the sketch. */
  now: Part;
}

export class PartGesture {
  #drag: Drag | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly shaper: Shaper,
    layer: HTMLElement,
    signal: AbortSignal,
  ) {
    layer.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    layer.addEventListener("pointermove", (event) => this.#move(event), { signal });
    layer.addEventListener("pointerup", (event) => this.#up(event), { signal });
    for (const type of ["pointercancel", "lostpointercapture"] as const)
      layer.addEventListener(type, (event) => event.pointerId === this.#drag?.pointer && this.cancel(), { signal });
    addEventListener("blur", () => this.cancel(), { signal });
  }

  /** Puts the dragged part back; false when none was. */
  cancel(): boolean {
    const drag = this.#drag;
    this.#drag = undefined;
    if (drag?.moved) this.shaper.drop();
    return drag !== undefined;
  }

  #down(event: PointerEvent): void {
    const part = partOf(event.target);
    const { shaper } = this;
    if (!part || event.button !== 0 || this.#drag) return;
    const kind = shaper.adding.value;
    if (kind && part.kind === "wall") {
      // The press that adds is no click that selects as well.
      event.preventDefault();
      return addTo(shaper, part.index, wallNearOf(shaper, part.index, this.stage.inRoom(event)));
    }
    shaper.select(part);
    shaper.keep();
    const base = shaper.plan;
    if (!base || !shaper.editable) return;
    (event.target as Element).closest("button")!.setPointerCapture(event.pointerId);
    const from = this.stage.inRoom(event);
    this.#drag = { pointer: event.pointerId, part, base, press: event, from, moved: false, now: part };
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    const { clientX, clientY } = drag.press;
    drag.moved ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) >= SLACK;
    if (drag.moved) this.shaper.sketch(this.#outcome(drag, this.stage.inRoom(event), event.altKey));
  }

  #up(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    this.#drag = undefined;
    if (!drag.moved) return;
    this.shaper.selected.value = drag.now;
    this.shaper.keep();
  }

  #outcome(drag: Drag, to: Point, free: boolean): Outcome {
    const { base, part, from } = drag;
    const { scale } = this.stage.viewport.peek();
    const step = free ? 1 : stepAt(scale);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (part.kind === "opening") return this.#slid(drag, to, step);
    if (part.kind === "obstacle") {
      const obstacle = obstaclesOf(base)[part.index]!;
      const hand = { x: obstacle.x + dx, y: obstacle.y + dy };
      const pose = free ? within(base, { ...obstacle, ...hand }, obstacle) : movedTo(base, obstacle, hand, step);
      return changeObstacle(base, part.index, pose);
    }
    if (part.kind === "wall") {
      const { inward } = walls(base.outline)[part.index]!;
      const by = dx * inward.x + dy * inward.y;
      const edit = moveWall(base.outline, part.index, free ? by : snapWall(base.outline, part.index, by, step));
      const outcome = withOutline(base, edit);
      if ("heirs" in edit && "plan" in outcome) drag.now = { kind: "wall", index: edit.heirs[part.index]![0] ?? part.index }; // prettier-ignore
      return outcome;
    }
    const [x, y] = base.outline[part.index]!;
    const wanted = { x: x + dx, y: y + dy };
    return withOutline(base, moveCorner(base.outline, part.index, free ? wanted : snapCorner(base.outline, part.index, wanted, step, scale))); // prettier-ignore
  }

  /** On the wall that is nearest to the hand and has room for it. */
  #slid({ base, part, from }: Drag, to: Point, step: number): Outcome {
    const opening = base.openings[part.index]!;
    const own = walls(base.outline)[opening.wall]!;
    const grabbed = (from.x - own.a.x) * own.along.x + (from.y - own.a.y) * own.along.y - opening.offset;
    const hasRoom = (wall: number) => nearestFree(base, wall, opening.width, 0, part.index) !== undefined;
    const near = wallNear(base.outline, to, opening.width, hasRoom) ?? { wall: opening.wall, along: opening.offset };
    const grip = near.wall === opening.wall ? grabbed : opening.width / 2;
    return moveOpening(base, part.index, near.wall, snapToGrid(near.along - grip, step));
  }
}

/** Adds what is being added, and chooses it. */
export function addTo(shaper: Shaper, wall: number, middle?: number): void {
  const kind = shaper.adding.value;
  if (!kind) return;
  if (!shaper.change((plan) => withOpening(plan, kind, wall, middle))) return;
  shaper.adding.value = undefined;
  const { plan, said } = shaper;
  const told = said.value;
  if (plan) shaper.select({ kind: "opening", index: plan.openings.length - 1 });
  said.value = told;
}

export function partOf(target: EventTarget | null): Part | undefined {
  const { part, index } = (target as Element | null)?.closest<HTMLElement>(".shape-part")?.dataset ?? {};
  return part === undefined ? undefined : { kind: part as Part["kind"], index: Number(index) };
}

function wallNearOf({ plan }: Shaper, wall: number, point: Point): number | undefined {
  return plan && wallNear(plan.outline, point, 0, (candidate) => candidate === wall)?.along;
}
