/**
 * How far a piece is from what stands at each of its four sides, in its own directions; and where it would stand at
 * another distance. Pure; lengths are mm.
 */
import { clamp, type Point, type Wall } from "../core/geometry";
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
    const found = piece.shapes.flatMap((shape) =>
      ahead(stripAt(outlineOf(piece, shape), index), shape.round, around, walls),
    );
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

/** A rectangle of a piece, from its back left corner on; of a round one the square around it. */
function outlineOf(piece: Piece, { corners, round }: Shape): readonly Point[] {
  const { width, depth } = piece.product;
  const square = [[0, 0], [width, 0], [width, depth], [0, depth]] as const; // prettier-ignore
  return round ? square.map(([right, front]) => pointOf(piece, right, front)) : corners;
}

function stripAt(corners: readonly Point[], side: number): Strip {
  const [start, end] = sidesOf(corners)[side]!;
  const length = distance(start, end);
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  return { start, length, along, out: { x: along.y, y: -along.x } };
}

/** What is before a side: what is in its strip; or, of a round piece, what that comes upon on its way there. */
function ahead(
  strip: Strip,
  circle: Round | undefined,
  pieces: readonly Piece[],
  walls: readonly Wall[],
): readonly Found[] {
  const met = ({ corners, round }: Pick<Shape, "corners" | "round">) =>
    circle ? rolled(strip, circle, round ? [round.centre] : corners, round?.radius) : firstOf(strip, corners, round);
  return [
    ...walls.flatMap(({ a, b }) => met({ corners: [a, b] })),
    ...pieces
      .filter((piece) => mayReach(strip, piece))
      .flatMap(({ id, shapes }) => shapes.flatMap(met).map((found) => ({ ...found, to: id }))),
  ];
}

type Round = NonNullable<Shape["round"]>;

/** Where a circle that moves comes upon an outline, or upon another circle, `round`, with that middle. */
function rolled(
  { along, out }: Pick<Strip, "along" | "out">,
  { centre, radius }: Round,
  corners: readonly Point[],
  round = 0,
): readonly Found[] {
  const reach = radius + round;
  const local = ({ x, y }: Point) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    return { x: dx * along.x + dy * along.y, y: dx * out.x + dy * out.y };
  };
  const touched = sidesOf(corners.map(local)).flatMap(([p, q]) => touch(p, q, reach));
  const least = Math.min(...touched.map(({ distance }) => distance));
  const found = touched.find(({ distance }) => distance === least);
  if (!found || least < -BESIDE) return [];
  const at = (ahead: number) => {
    const right = found.x * (radius / reach);
    return { x: centre.x + along.x * right + out.x * ahead, y: centre.y + along.y * right + out.y * ahead };
  };
  const rim = (found.y - least) * (radius / reach);
  return [{ distance: Math.max(0, least), a: at(rim), b: at(rim + least), out }];
}

/** Where a circle around 0 that moves to where y grows comes upon a line, and after how far. */
function touch(p: Point, q: Point, radius: number) {
  const [from, to] = p.x <= q.x ? [p, q] : [q, p];
  if (to.x <= BESIDE - radius || from.x >= radius - BESIDE) return [];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const tangent = (-dy * radius) / (Math.hypot(dx, dy) || 1);
  const x = clamp(tangent, Math.max(from.x, -radius), Math.min(to.x, radius));
  const y = dx === 0 ? Math.min(from.y, to.y) : from.y + (dy * (x - from.x)) / dx;
  return [{ x, y, distance: y - Math.sqrt(radius * radius - x * x) }];
}

/** Whether a piece's circle does: most of a room's pieces stand elsewhere, and need no closer look. */
function mayReach({ start, length, along }: Strip, { item, product }: Piece): boolean {
  const radius = Math.hypot(product.width, product.depth) / 2 + 1;
  const aside = (item.x - start.x) * along.x + (item.y - start.y) * along.y;
  return aside > -radius && aside < length + radius;
}

function firstOf(strip: Strip, corners: readonly Point[], round: Round | undefined): readonly Found[] {
  if (!round) return first(strip, across(strip, corners), across(strip, corners, 0));
  const { start, length, along, out } = strip;
  const end = { x: start.x + along.x * length, y: start.y + along.y * length };
  // As if it came the other way.
  const back = { along, out: { x: -out.x, y: -out.y } };
  return rolled(back, round, [start, end]).map(({ distance, a, b }) => ({ distance, a: b, b: a, out }));
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
