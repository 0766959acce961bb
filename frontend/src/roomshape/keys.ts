/** Keys on the parts of the room: arrows move them by 1 cm, with Shift by 10; Delete takes away; Enter goes to the fields. */
import { walls, type Point } from "../core/geometry";
import type { Plan } from "../core/protocol";
import type { Stage } from "../plan/stage";
import { changeObstacle, moveOpening, removeObstacle, removeOpening, withOutline, type Outcome } from "./edits";
import { addTo, partOf } from "./gesture";
import { obstaclesOf, within } from "./obstacles";
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
    if (arrow) nudge(shaper, layer, part, arrow, event.shiftKey ? 100 : 10);
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

/** Takes a corner, an opening or an obstacle away; walls only go with their corners. */
export function removePart(shaper: Shaper, { kind, index }: Part): void {
  if (kind === "wall") return;
  const done = shaper.change((plan) => {
    if (kind === "opening") return removeOpening(plan, index);
    if (kind === "obstacle") return removeObstacle(plan, index);
    return withOutline(plan, removeCorner(plan.outline, index));
  });
  if (!done) return;
  const told = shaper.said.value;
  shaper.select(undefined);
  shaper.said.value = told;
  // What had the focus goes with the part.
  document.getElementById("room-shape")?.focus({ preventScroll: true });
}

interface Nudged {
  readonly outcome: Outcome;
  /** Where the part is then: a wall that is pulled out of a straight one gets another index. */
  readonly now: Part;
}

function nudge(shaper: Shaper, layer: HTMLElement, part: Part, arrow: Point, step: number): void {
  let now = part;
  shaper.nudge((plan) => {
    const nudged = nudgedPart(plan, part, arrow, step);
    if ("plan" in nudged.outcome) now = nudged.now;
    return nudged.outcome;
  });
  if (now.index === part.index) return;
  shaper.selected.value = now;
  // The next frame has drawn it where it is now.
  const button = () => layer.querySelector<HTMLElement>(`[data-part="${now.kind}"][data-index="${now.index}"]`);
  requestAnimationFrame(() => requestAnimationFrame(() => button()?.focus()));
}

function nudgedPart(plan: Plan, part: Part, arrow: Point, step: number): Nudged {
  const { kind, index } = part;
  const { outline } = plan;
  if (kind === "corner") {
    const [x, y] = outline[index]!;
    const to = { x: x + arrow.x * step, y: y + arrow.y * step };
    return { outcome: withOutline(plan, moveCorner(outline, index, to)), now: part };
  }
  if (kind === "obstacle") {
    const obstacle = obstaclesOf(plan)[index]!;
    const { x, y, rotation } = obstacle;
    const to = within(plan, { x: x + arrow.x * step, y: y + arrow.y * step, rotation }, obstacle);
    return { outcome: changeObstacle(plan, index, to), now: part };
  }
  const opening = kind === "opening" ? plan.openings[index]! : undefined;
  const wall = walls(outline)[opening?.wall ?? index]!;
  const way = opening ? wall.along : wall.inward;
  const share = arrow.x * way.x + arrow.y * way.y;
  if (Math.abs(share) < AIMED) return { outcome: { plan, slid: [], lost: [] }, now: part };
  const by = Math.sign(share) * step;
  if (opening) return { outcome: moveOpening(plan, index, opening.wall, opening.offset + by), now: part };
  const edit = moveWall(outline, index, by);
  const heir = "heirs" in edit ? edit.heirs[index]![0] : undefined;
  return { outcome: withOutline(plan, edit), now: { kind, index: heir ?? index } };
}

function spotOf(plan: Plan, { kind, index }: Part): Point | undefined {
  const { outline, openings } = plan;
  if (kind === "obstacle") return obstaclesOf(plan)[index];
  const wall = walls(outline)[kind === "opening" ? (openings[index]?.wall ?? -1) : index];
  if (!wall) return undefined;
  if (kind === "corner") return wall.a;
  const way = kind === "wall" ? wall.length / 2 : openings[index]!.offset + openings[index]!.width / 2;
  return { x: wall.a.x + wall.along.x * way, y: wall.a.y + wall.along.y * way };
}
