/**
 * What makes a plan a room: the rules of section 8 of the protocol, asked here before the server is, so that what is
 * wrong can be said at once. One rule is the designer's own: openings do not overlap. Lengths are mm.
 */
import { COORDINATE_LIMIT, type Corner, type Plan } from "../core/protocol";

export const limits = {
  corners: { least: 3, most: 64 },
  side: { least: 100, most: 30_000 },
  height: { least: 1_500, most: 10_000 },
  openings: 64,
  /** The least width and height of an opening. */
  opening: 100,
  obstacles: 32,
  /** Width, depth and height of an obstacle. */
  obstacle: { least: 10, most: 10_000 },
} as const;

/** Fields of an opening that have a range. */
export type OpeningField = "wall" | "offset" | "width" | "height" | "sill" | "end" | "top";

/** Fields of an obstacle that have a range. */
export type ObstacleField = "x" | "y" | "width" | "depth" | "height" | "rotation";

export type Problem =
  | { readonly kind: "corners"; readonly count: number }
  | { readonly kind: "too-far"; readonly corner: number; readonly axis: "x" | "y"; readonly value: number }
  | { readonly kind: "side"; readonly wall: number; readonly length: number }
  | { readonly kind: "walls-touch"; readonly walls: readonly [number, number] }
  | { readonly kind: "counter-clockwise" }
  | { readonly kind: "height"; readonly height: number }
  | { readonly kind: "openings"; readonly count: number }
  | {
      readonly kind: "opening";
      readonly opening: number;
      /** `end` is offset + width, `top` is sill + height. */
      readonly field: OpeningField;
      readonly value: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: "obstacles"; readonly count: number }
  | {
      readonly kind: "obstacle";
      readonly obstacle: number;
      readonly field: ObstacleField;
      readonly value: number;
      readonly least: number;
      readonly most: number;
    }
  /** Nowhere in the room is a free floor of this size for something that is built in. */
  | { readonly kind: "no-floor"; readonly width: number; readonly depth: number }
  /** A wall would have to run backwards to be moved so far. */
  | { readonly kind: "turned"; readonly wall: number }
  /** A wall has no free stretch that is wide enough; `free` is its longest. */
  | { readonly kind: "no-space"; readonly wall: number; readonly width: number; readonly free: number }
  | { readonly kind: "overlap"; readonly openings: readonly [number, number] };

/** The first thing that the protocol would refuse, if any, in the server's order. */
export function problemOf(plan: Plan): Problem | undefined {
  return outlineProblem(plan.outline) ?? heightProblem(plan.height) ?? openingsProblem(plan) ?? obstaclesProblem(plan);
}

/** The first two openings of a wall that take the same stretch of it. */
export function overlapOf({ openings }: Plan): Problem | undefined {
  for (const [index, one] of openings.entries()) {
    for (const [further, other] of openings.slice(index + 1).entries()) {
      if (one.wall !== other.wall) continue;
      const apart = one.offset + one.width <= other.offset || other.offset + other.width <= one.offset;
      if (!apart) return { kind: "overlap", openings: [index, index + 1 + further] };
    }
  }
  return undefined;
}

/** The length between two corners, exact where it is a whole number. */
export function distance([ax, ay]: Corner, [bx, by]: Corner): number {
  return Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
}

/** How far an opening may reach on a wall: its length in whole millimetres. */
export function roomOn(outline: readonly Corner[], wall: number): number {
  return Math.floor(distance(outline[wall]!, outline[(wall + 1) % outline.length]!));
}

function outlineProblem(outline: readonly Corner[]): Problem | undefined {
  const count = outline.length;
  if (count < limits.corners.least || count > limits.corners.most) return { kind: "corners", count };
  return farProblem(outline) ?? sideProblem(outline) ?? touchProblem(outline) ?? turnProblem(outline);
}

function farProblem(outline: readonly Corner[]): Problem | undefined {
  for (const [corner, [x, y]] of outline.entries()) {
    if (Math.abs(x) > COORDINATE_LIMIT) return { kind: "too-far", corner, axis: "x", value: x };
    if (Math.abs(y) > COORDINATE_LIMIT) return { kind: "too-far", corner, axis: "y", value: y };
  }
  return undefined;
}

function sideProblem(outline: readonly Corner[]): Problem | undefined {
  for (const [wall, from] of outline.entries()) {
    const length = Math.round(distance(from, outline[(wall + 1) % outline.length]!));
    if (length < limits.side.least || length > limits.side.most) return { kind: "side", wall, length };
  }
  return undefined;
}

function touchProblem(outline: readonly Corner[]): Problem | undefined {
  for (let one = 0; one < outline.length; one++) {
    for (let other = one + 1; other < outline.length; other++) {
      if (touch(outline, one, other)) return { kind: "walls-touch", walls: [one, other] };
    }
  }
  return undefined;
}

function turnProblem(outline: readonly Corner[]): Problem | undefined {
  const twiceTheArea = outline.reduce((sum, [ax, ay], index) => {
    const [bx, by] = outline[(index + 1) % outline.length]!;
    return sum + ax * by - bx * ay;
  }, 0);
  return twiceTheArea > 0 ? undefined : { kind: "counter-clockwise" };
}

function heightProblem(height: number): Problem | undefined {
  const { least, most } = limits.height;
  return height < least || height > most ? { kind: "height", height } : undefined;
}

function openingsProblem({ outline, height: ceiling, openings }: Plan): Problem | undefined {
  if (openings.length > limits.openings) return { kind: "openings", count: openings.length };
  for (const [opening, { wall, offset, width, height, sill }] of openings.entries()) {
    const range = (field: OpeningField, value: number, least: number, most: number): Problem | undefined =>
      value < least || value > most ? { kind: "opening", opening, field, value, least, most } : undefined;
    const problem =
      range("offset", offset, 0, limits.side.most) ??
      range("width", width, limits.opening, limits.side.most) ??
      range("height", height, limits.opening, limits.height.most) ??
      range("sill", sill, 0, limits.height.most) ??
      range("wall", wall, 0, outline.length - 1) ??
      range("end", offset + width, 0, roomOn(outline, wall)) ??
      range("top", sill + height, 0, ceiling);
    if (problem) return problem;
  }
  return undefined;
}

function obstaclesProblem({ obstacles = [] }: Plan): Problem | undefined {
  if (obstacles.length > limits.obstacles) return { kind: "obstacles", count: obstacles.length };
  for (const [obstacle, { x, y, width, depth, height, rotation }] of obstacles.entries()) {
    const range = (field: ObstacleField, value: number, least: number, most: number): Problem | undefined =>
      value < least || value > most ? { kind: "obstacle", obstacle, field, value, least, most } : undefined;
    const { least, most } = limits.obstacle;
    const problem =
      range("x", x, -COORDINATE_LIMIT, COORDINATE_LIMIT) ??
      range("y", y, -COORDINATE_LIMIT, COORDINATE_LIMIT) ??
      range("width", width, least, most) ??
      range("depth", depth, least, most) ??
      range("height", height, least, most) ??
      range("rotation", rotation, 0, 359);
    if (problem) return problem;
  }
  return undefined;
}

function touch(outline: readonly Corner[], one: number, other: number): boolean {
  const count = outline.length;
  const [a, b] = [outline[one]!, outline[(one + 1) % count]!];
  const [c, d] = [outline[other]!, outline[(other + 1) % count]!];
  if ((one + 1) % count === other) return turn(a, b, d) === 0 && foldsBack(a, b, d);
  if ((other + 1) % count === one) return turn(c, d, b) === 0 && foldsBack(c, d, b);
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0 && boxesMeet(a, b, c, d);
}

function foldsBack(from: Corner, corner: Corner, to: Corner): boolean {
  return (corner[0] - from[0]) * (to[0] - corner[0]) + (corner[1] - from[1]) * (to[1] - corner[1]) < 0;
}

function turn(a: Corner, b: Corner, c: Corner): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function boxesMeet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const meets = (axis: 0 | 1): boolean =>
    Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis])) <=
    Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  return meets(0) && meets(1);
}
