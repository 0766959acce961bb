/** What the panel about the room itself says. */
import { formatDimensions, formatLength, formatSize } from "../core/format";
import { walls } from "../core/geometry";
import { COORDINATE_LIMIT, type Corner, type Obstacle, type Plan } from "../core/protocol";
import { obstacleName as obstacleNameIn, obstacleThing, openingName as nameIn, openingThing } from "../fit/words";
import { later, texts } from "../texts/texts";
import type { Side, WallThing } from "../texts/things";
import type { Access } from "./access";
import type { Changed, Refused } from "./edits";
import { edgesOf, obstaclesOf } from "./obstacles";
import { limits, roomOn } from "./rules";

const SIDES: readonly Side[] = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]; // prettier-ignore

/** A wall as sentences are about it: by the side of the room that it is on, with a number where there are several. */
function wallThing(outline: readonly Corner[], index: number): WallThing {
  const sides = walls(outline).map(({ inward }) => {
    const bearing = (Math.atan2(-inward.x, inward.y) * 180) / Math.PI;
    return SIDES[Math.round((bearing + 360) / 45) % 8]!;
  });
  const kind = sides[index]!;
  const same = sides.flatMap((side, at) => (side === kind ? [at] : []));
  return { kind, number: same.length === 1 ? undefined : same.indexOf(index) + 1 };
}

/** "North wall", or "North wall 2" where there are several. */
export function wallName(outline: readonly Corner[], index: number): string {
  return later().room.wallName(wallThing(outline, index));
}

export function cornerName(outline: readonly Corner[], index: number): string {
  const before = (index - 1 + outline.length) % outline.length;
  return later().room.cornerName(wallThing(outline, before), wallThing(outline, index));
}

/** "Door", or "Door 2" where there are several; as in the fit panel. */
export function openingName(index: number, plan: Plan): string {
  return nameIn(index, plan);
}

export function obstacleName(index: number, plan: Plan): string {
  return obstacleNameIn(obstaclesOf(plan)[index]!, plan);
}

/** What a screen reader says about a wall on the plan. */
export function spokenWall({ outline }: Plan, index: number): string {
  return `${wallName(outline, index)}, ${formatSize(roomOn(outline, index))}`;
}

export function spokenOpening(plan: Plan, index: number): string {
  const { wall, offset, width } = plan.openings[index]!;
  const [opening, on] = [openingThing(index, plan), wallThing(plan.outline, wall)];
  return later().room.spokenOpening(opening, formatSize(width), on, formatSize(offset));
}

export function spokenObstacle(plan: Plan, index: number): string {
  const obstacle = obstaclesOf(plan)[index]!;
  const { west, north } = edgesOf(plan, obstacle);
  const thing = obstacleThing(obstacle, plan);
  return later().room.spokenObstacle(thing, formatDimensions(obstacle), formatSize(west), formatSize(north));
}

/** How large an obstacle is on the floor, beside its name. */
export function obstacleSize({ width, depth }: Obstacle): string {
  return `${formatLength(width)} × ${formatSize(depth)}`;
}

/** A typed angle in whole degrees; or what it was and what was expected. */
export function readAngle(text: string, name: string): { readonly value: number } | { readonly problem: string } {
  const value = Number(/^\s*(\d{1,3})\s*°?\s*$/.exec(text)?.[1] ?? NaN);
  if (value <= MOST_DEGREES) return { value };
  return { problem: texts().format.notAPositiveAngle(name, text.trim(), MOST_DEGREES) };
}

const MOST_DEGREES = 359;

/** Where an opening is, beside its name. */
export function openingPlace({ outline, openings }: Plan, index: number): string {
  const { wall, width } = openings[index]!;
  return `${wallName(outline, wall)} · ${formatSize(width)}`;
}

/** Why one can only look, or nothing when one may edit. */
export function accessSentence(access: Access): string {
  switch (access.kind) {
    case "mine":
      return "";
    case "viewer":
      return texts().refusals.viewer;
    case "held":
      return later().room.heldBy(access.holder);
    case "free":
      return later().room.notInYourHands;
  }
}

/** What happened to openings besides what one asked for; empty when nothing did. */
export function changedSentence({ plan, slid, lost }: Changed): string {
  const { lostOpenings, slidOpenings } = later().room;
  const gone = lost.map(({ kind, width }) => ({ kind, width: formatSize(width) }));
  const moved = slid.map((opening) => openingThing(plan.openings.indexOf(opening), plan));
  return [gone.length > 0 && lostOpenings(gone), moved.length > 0 && slidOpenings(moved)].filter(Boolean).join(" ");
}

/** What was wrong and what was expected. */
export function problemSentence({ problem, refused }: Refused): string {
  const said = later().roomProblems;
  const wall = (index: number) => wallThing(refused.outline, index);
  const range = ({ least, most }: { least: number; most: number }) => said.range(formatSize(least), formatSize(most));
  switch (problem.kind) {
    case "corners":
      return said.corners(problem.count, said.range(String(limits.corners.least), String(limits.corners.most)));
    case "too-far":
      return said.tooFar(formatSize(Math.abs(problem.value)), formatSize(COORDINATE_LIMIT));
    case "side":
      return said.side(wall(problem.wall), formatSize(problem.length), range(limits.side));
    case "walls-touch":
      return said.wallsTouch(wall(problem.walls[0]), wall(problem.walls[1]));
    case "counter-clockwise":
      return said.insideOut;
    case "height":
      return said.height(formatSize(problem.height), range(limits.height));
    case "openings":
      return said.openings(problem.count, limits.openings);
    case "opening":
      return said.opening(openingThing(problem.opening, refused), problem.field, formatSize(problem.value), range(problem)); // prettier-ignore
    case "obstacles":
      return said.obstacles(problem.count, limits.obstacles);
    case "obstacle": {
      const told = problem.field === "rotation" ? (degrees: number) => `${degrees}°` : (mm: number) => formatSize(mm);
      const obstacle = obstacleThing(obstaclesOf(refused)[problem.obstacle]!, refused);
      return said.obstacle(obstacle, problem.field, told(problem.value), said.range(told(problem.least), told(problem.most))); // prettier-ignore
    }
    case "no-floor":
      return said.noFloor(`${formatLength(problem.width)} × ${formatSize(problem.depth)}`);
    case "turned":
      return said.turned(wall(problem.wall), range(limits.side));
    case "no-space":
      return said.noSpace(wall(problem.wall), formatSize(problem.free), formatSize(problem.width));
    case "overlap":
      return said.overlap(openingThing(problem.openings[0], refused), openingThing(problem.openings[1], refused));
  }
}

/** The lengths that a wall's neighbours get, while it is dragged. */
export function lengthText(length: number): string {
  return `${formatLength(Math.round(length))}`;
}
