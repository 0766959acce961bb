/** The walls as solids: what is left of each around its doors, windows and passages. Lengths in mm. */
import { clamp, walls, type Point, type Wall } from "../core/geometry";
import type { Opening, Plan } from "../core/protocol";
import { WALL } from "../plan/picture";

/** An upright block on four corners: from the room's side along the wall, and back outside. */
export interface Block {
  readonly corners: readonly [Point, Point, Point, Point];
  readonly bottom: number;
  readonly top: number;
}

/** An opening where it is: from `a` to `b` on the room's side of its wall. */
export interface Gap {
  readonly opening: Opening;
  readonly a: Point;
  readonly b: Point;
  /** As far as its wall leaves it room. */
  readonly bottom: number;
  readonly top: number;
}

export interface WallSolid {
  readonly wall: Wall;
  readonly blocks: readonly Block[];
  /** Along its foot, in front of it, but not across doors. */
  readonly skirting: readonly Block[];
  readonly gaps: readonly Gap[];
}

export const SKIRTING = { height: 70, depth: 12 };
/** No mitre reaches further out than so many wall thicknesses, however sharp the corner. */
const LONGEST_MITRE = 3;

export function wallSolids(plan: Plan): readonly WallSolid[] {
  const sides = walls(plan.outline).filter(({ length }) => length > 0);
  return sides.map((wall, index) => {
    const before = sides.at(index - 1)!;
    const after = sides[(index + 1) % sides.length]!;
    const solid: Solid = {
      wall,
      start: mitre(before, wall),
      end: wall.length - mitre(wall, after),
      height: plan.height,
    };
    const holes = plan.openings
      .filter((opening) => opening.wall === wall.index)
      .map((opening) => holeOf(opening, solid));
    return {
      wall,
      blocks: blocksOf(solid, holes, { from: 0, to: plan.height, out: WALL }),
      skirting: blocksOf(solid, holes, { from: 0, to: Math.min(SKIRTING.height, plan.height), out: -SKIRTING.depth }),
      gaps: holes.map(({ opening, from, to, bottom, top }) => ({ opening, a: along(wall, from), b: along(wall, to), bottom, top })), // prettier-ignore
    };
  });
}

interface Solid {
  readonly wall: Wall;
  /** Where the outer side begins and ends along the wall; beyond its ends at corners of the room that stick out. */
  readonly start: number;
  readonly end: number;
  readonly height: number;
}

interface Hole {
  readonly opening: Opening;
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
  readonly top: number;
}

function holeOf(opening: Opening, { wall, height }: Solid): Hole {
  const from = clamp(opening.offset, 0, wall.length);
  const bottom = clamp(opening.sill, 0, height);
  return {
    opening,
    from,
    to: clamp(opening.offset + opening.width, from, wall.length),
    bottom,
    top: clamp(opening.sill + opening.height, bottom, height),
  };
}

interface Layer {
  readonly from: number;
  readonly to: number;
  /** Thickness, outwards. */
  readonly out: number;
}

/** Columns from one opening's side to the next, each cut by the openings in it. */
function blocksOf({ wall, start, end }: Solid, holes: readonly Hole[], { from, to, out }: Layer): readonly Block[] {
  const cuts = [...new Set([0, wall.length, ...holes.flatMap((hole) => [hole.from, hole.to])])].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((right, index) => {
    const left = cuts[index]!;
    const [front, back] = out > 0 ? [0, out] : [out, 0];
    const [first, last] = out > 0 ? [left === 0 ? start : left, right === wall.length ? end : right] : [left, right];
    const corners = [along(wall, left, front), along(wall, right, front), along(wall, last, back), along(wall, first, back)] as const; // prettier-ignore
    const inside = holes.filter((hole) => hole.from <= left && hole.to >= right);
    return free(from, to, inside).map(([bottom, top]) => ({ corners: [...corners] as const, bottom, top }));
  });
}

/** What of a height no hole takes. */
function free(from: number, to: number, holes: readonly Hole[]): readonly (readonly [number, number])[] {
  const left: [number, number][] = [];
  let floor = from;
  for (const { bottom, top } of holes.toSorted((one, other) => one.bottom - other.bottom)) {
    if (Math.min(bottom, to) > floor) left.push([floor, Math.min(bottom, to)]);
    floor = Math.max(floor, top);
  }
  if (floor < to) left.push([floor, to]);
  return left;
}

/** How far the outer sides of two walls meet before (negative) or after the corner, along the second one. */
function mitre(first: Wall, second: Wall): number {
  const sine = first.along.x * second.along.y - first.along.y * second.along.x;
  const cosine = first.along.x * second.along.x + first.along.y * second.along.y;
  const tangent = cosine <= -0.999 ? Infinity : sine / (1 + cosine);
  return -clamp(tangent * WALL, -LONGEST_MITRE * WALL, LONGEST_MITRE * WALL);
}

/** A point of a wall by its distance from the first corner, and outwards. */
export function along({ a, along: east, inward }: Wall, distance: number, out = 0): Point {
  return { x: a.x + east.x * distance - inward.x * out, y: a.y + east.y * distance - inward.y * out };
}
