/** Keys on the parts of the room: arrows move them by 1 cm, with Shift by 10; Delete takes away; Enter goes to the fields. */
import { walls, type Point } from "../core/geometry";
import type { Plan } from "../core/protocol";
import type { Stage } from "../plan/stage";
import { moveOpening, removeOpening, withOutline, type Outcome } from "./edits";
import { addTo, partOf } from "./gesture";
import { moveCorner, moveWall, removeCorner } from "./outline";
import type { Part, Shaper } from "./shaper";

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** An arrow that points less than this along the way a part can go (a cosine) does not move it. */
const AIMED = 0.3;

export function listenToPartKeys(stage: Stage, shaper: Shaper, layer: HTMLElement, signal: AbortSignal): void {
  layer.addEventListener("keydown", (event) => {
    const part = partOf(event.target);
    if (!part || event.ctrlKey || event.metaKey || event.altKey || !shaper.editable) return;
    const arrow = ARROWS[event.key];
    if (arrow) shaper.nudge((plan) => nudged(plan, part, arrow, event.shiftKey ? 100 : 10));
    else if (event.key === "Delete" || event.key === "Backspace") removePart(shaper, part);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { signal }); // prettier-ignore

  layer.addEventListener("focusin", (event) => {
    const part = partOf(event.target);
    if (!part || !(event.target as Element).matches(":focus-visible")) return;
    shaper.select(part);
    const spot = shaper.plan && spotOf(shaper.plan, part);
    if (spot) stage.revealPoint(spot);
  }, { signal }); // prettier-ignore

  // By keyboard only: a pointer's press is a gesture of its own.
  layer.addEventListener("click", (event) => {
    const part = partOf(event.target);
    if (!part || event.detail !== 0) return;
    if (part.kind === "wall" && shaper.adding.value) addTo(shaper, part.index);
    else document.querySelector<HTMLElement>("#room-shape .chosen :is(input, select, .button)")?.focus();
  }, { signal }); // prettier-ignore
}

/** Takes a corner or an opening away; walls only go with their corners. */
export function removePart(shaper: Shaper, { kind, index }: Part): void {
  if (kind === "wall") return;
  const problem = shaper.change((plan) =>
    kind === "opening" ? removeOpening(plan, index) : withOutline(plan, removeCorner(plan.outline, index)),
  );
  const told = shaper.said.value;
  if (problem === undefined) shaper.select(undefined);
  shaper.said.value = told;
}

function nudged(plan: Plan, { kind, index }: Part, arrow: Point, step: number): Outcome {
  const unchanged: Outcome = { plan, slid: [], lost: [] };
  if (kind === "corner") {
    const [x, y] = plan.outline[index]!;
    return withOutline(plan, moveCorner(plan.outline, index, { x: x + arrow.x * step, y: y + arrow.y * step }));
  }
  const sides = walls(plan.outline);
  const opening = plan.openings[index];
  const wall = kind === "wall" ? sides[index]! : sides[opening!.wall]!;
  const way = kind === "wall" ? wall.inward : wall.along;
  const share = arrow.x * way.x + arrow.y * way.y;
  if (Math.abs(share) < AIMED) return unchanged;
  const by = Math.sign(share) * step;
  return kind === "wall"
    ? withOutline(plan, moveWall(plan.outline, index, by))
    : moveOpening(plan, index, opening!.wall, opening!.offset + by);
}

function spotOf({ outline, openings }: Plan, { kind, index }: Part): Point | undefined {
  const wall = walls(outline)[kind === "opening" ? (openings[index]?.wall ?? -1) : index];
  if (!wall) return undefined;
  if (kind === "corner") return wall.a;
  const way = kind === "wall" ? wall.length / 2 : openings[index]!.offset + openings[index]!.width / 2;
  return { x: wall.a.x + wall.along.x * way, y: wall.a.y + wall.along.y * way };
}
