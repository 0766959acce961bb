/**
 * How far a piece is from what stands at each of its four sides, in its own directions; and where it would stand at
 * another distance. Pure; lengths are mm.
 */
import type { Point, Wall } from "../core/geometry";
import type { Pose } from "../core/protocol";
import { wholeMargin } from "../fit/checks";
import { pieceOf, pointOf, type Piece } from "../fit/pieces";
import { BESIDE, distance, sides as sidesOf, type Shape } from "../fit/shapes";
import { across, away, type Strip } from "../fit/strips";

export const SIDES = ["back", "right", "front", "left"] as const;
export type Side = (typeof SIDES)[number];

export interface SideDistance {
  readonly side: Side;
  /** Exact; shown as whole millimetres. */
  readonly distance: number;
  /** On the piece, and on what is there. */
  readonly a: Point;
  readonly b: Point;
  /** The direction from `a` to `b`, which has no length of its own where both touch. */
  readonly out: Point;
  /** What is there; a wall has no id. */
  readonly to?: string;
}

/**
 * The nearest thing straight before each side; a side with nothing before it, not even a wall, is left out. What a piece
 * stands in, on or under is not before it, and one walks over rugs.
 */
export function sideDistances(piece: Piece, pieces: readonly Piece[], walls: readonly Wall[]): readonly SideDistance[] {
  const around = pieces.filter((other) => isBeside(piece, other));
  return SIDES.flatMap((side, index) => {
    const found = outlinesOf(piece).flatMap((corners) => ahead(stripAt(corners, index), around, walls));
    if (found.length === 0) return [];
    return [{ side, ...found.reduce((nearest, next) => (isNearer(next, nearest) ? next : nearest)) }];
  });
}

/** How far a piece could go to a side before it comes to a wall. */
export function roomAt(piece: Piece, side: Side, walls: readonly Wall[]): number | undefined {
  return sideDistances(piece, [], walls).find((found) => found.side === side)?.distance;
}

/**
 * Where a piece stands once the distance at a side is another. Poses are whole millimetres; of those around, the one
 * where it measures what was asked for, and of these the one that shifts it least sideways. Undefined where there is
 * nothing to be at a distance from.
 */
export function atDistance(
  piece: Piece,
  side: Side,
  wanted: number,
  pieces: readonly Piece[],
  walls: readonly Wall[],
): Pose | undefined {
  const { item, product } = piece;
  const at = (moved: Piece) => sideDistances(moved, pieces, walls).find((found) => found.side === side);
  const found = at(piece);
  if (!found) return undefined;
  const { out } = found;
  const way = found.distance - wanted;
  const aim = { x: item.x + out.x * way, y: item.y + out.y * way };
  const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => ({ x, y })));
  const costs = around.map(({ x: dx, y: dy }) => {
    const [x, y] = [Math.round(aim.x) + dx + 0, Math.round(aim.y) + dy + 0];
    const left = at({ ...pieceOf({ ...item, x, y }, product), ...(piece.on !== undefined && { on: piece.on }) });
    const missed = Math.abs((left?.distance ?? Infinity) - wanted);
    const sideways = Math.abs((x - aim.x) * out.y - (y - aim.y) * out.x);
    return { x, y, cost: (left && wholeMargin(left.distance) === wanted ? 0 : 10) + missed + sideways / 4 };
  });
  const { x, y } = costs.reduce((best, next) => (next.cost < best.cost - 1e-9 ? next : best));
  return { x, y, rotation: item.rotation };
}

function isBeside(piece: Piece, other: Piece): boolean {
  if (other.id === piece.id || other.id === piece.on || (other.lies && !piece.lies)) return false;
  return other.on === undefined || other.on === piece.on;
}

type Found = Omit<SideDistance, "side">;

/** The rectangles that make up a piece, each from its back left corner on; of a round one the square around it. */
function outlinesOf(piece: Piece): readonly (readonly Point[])[] {
  const { width, depth } = piece.product;
  const corners = [[0, 0], [width, 0], [width, depth], [0, depth]] as const; // prettier-ignore
  return piece.shapes.map((shape) =>
    shape.round ? corners.map(([right, front]) => pointOf(piece, right, front)) : shape.corners,
  );
}

function stripAt(corners: readonly Point[], side: number): Strip {
  const [start, end] = sidesOf(corners)[side]!;
  const length = distance(start, end);
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  return { start, length, along, out: { x: along.y, y: -along.x } };
}

function ahead(strip: Strip, pieces: readonly Piece[], walls: readonly Wall[]): readonly Found[] {
  return [
    ...walls.flatMap(({ a, b }) => first(strip, across(strip, [a, b]), across(strip, [a, b], 0))),
    ...pieces
      .filter((piece) => mayReach(strip, piece))
      .flatMap((piece) => piece.shapes.flatMap((shape) => firstOf(strip, shape, piece.id))),
  ];
}

/** Whether a piece's circle does: most of a room's pieces stand elsewhere, and need no closer look. */
function mayReach({ start, length, along }: Strip, { item, product }: Piece): boolean {
  const radius = Math.hypot(product.width, product.depth) / 2 + 1;
  const aside = (item.x - start.x) * along.x + (item.y - start.y) * along.y;
  return aside > -radius && aside < length + radius;
}

function firstOf(strip: Strip, { corners, round }: Shape, to: string): readonly Found[] {
  const [within, whole] = [BESIDE, 0].map((inset) =>
    round ? acrossCircle(strip, round, inset) : across(strip, corners, inset),
  );
  return first(strip, within!, whole!).map((found) => ({ ...found, to }));
}

/** A circle's corners are only nearly its own, so its nearest point is computed; the far one says how far it reaches. */
function acrossCircle(strip: Strip, { centre, radius }: NonNullable<Shape["round"]>, inset: number): readonly Point[] {
  const { start, length, along, out } = strip;
  const aside = (centre.x - start.x) * along.x + (centre.y - start.y) * along.y;
  const within = Math.min(Math.max(aside, inset), length - inset);
  const off = Math.abs(aside - within);
  if (off >= radius) return [];
  const middle = away(strip, centre);
  const reach = Math.sqrt(radius * radius - off * off);
  return [middle - reach, middle + reach].map((height) => ({
    x: start.x + along.x * within + out.x * height,
    y: start.y + along.y * within + out.y * height,
  }));
}

/**
 * The nearest of an outline's points in a strip, in the middle where several are. Only what reaches well into the strip
 * counts, and nothing that reaches behind its start; what counts is measured over the whole width.
 */
function first(strip: Strip, within: readonly Point[], whole: readonly Point[]): readonly Found[] {
  if (within.length < 2) return [];
  const { out } = strip;
  if (Math.min(...within.map((point) => away(strip, point))) < -BESIDE) return [];
  const least = Math.min(...whole.map((point) => away(strip, point)));
  const nearest = whole.filter((point) => away(strip, point) < least + 1e-6);
  const mean = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const b = { x: mean(nearest.map(({ x }) => x)), y: mean(nearest.map(({ y }) => y)) };
  return [{ distance: Math.max(0, least), a: { x: b.x - out.x * least, y: b.y - out.y * least }, b, out }];
}

/** Of two as near as each other, a piece says more than a wall; and of two pieces it is always the same one. */
function isNearer(one: Found, other: Found): boolean {
  const difference = wholeMargin(one.distance) - wholeMargin(other.distance);
  if (difference !== 0 || one.to === undefined) return difference < 0;
  return other.to === undefined || one.to < other.to;
}
