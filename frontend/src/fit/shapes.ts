/**
 * Exact geometry between convex shapes: how far apart, how deep in each other, and what is left between two lines. Any
 * outline is made up of such shapes. Lengths are mm; corners run clockwise as seen from above (y grows to the south).
 */
import { boundsOf, type Bounds, type Point } from "../core/geometry";

/** A convex shape. A wall has two corners. A round one also has its corners, outside by less than a millimetre. */
export interface Shape {
  readonly corners: readonly Point[];
  readonly round?: { readonly centre: Point; readonly radius: number };
  readonly box: Bounds;
}

/** A line from one point to another. */
export interface Line {
  readonly a: Point;
  readonly b: Point;
}

/** The shortest way between two shapes, from `a` on the one to `b` on the other; negative where they overlap. */
export interface Gap extends Line {
  readonly distance: number;
  /** The first and the last of ways as short, as between parallel sides. */
  readonly ends?: readonly Line[];
}

/**
 * What reaches no further than this into a strip of floor, or into the sweep of a door, only stands beside it. No whole
 * or half millimetre, so that no side of a piece lies exactly on the line.
 */
export const BESIDE = 2.25;

const ROUND_CORNERS = 64;

/** Corners just outside a circle of radius 1, which their sides touch. */
const circle: readonly Point[] = Array.from({ length: ROUND_CORNERS }, (_, index) => {
  const angle = ((index + 0.5) * 2 * Math.PI) / ROUND_CORNERS;
  const outside = 1 / Math.cos(Math.PI / ROUND_CORNERS);
  return { x: outside * Math.cos(angle), y: outside * Math.sin(angle) };
});

export function polygon(corners: readonly Point[]): Shape {
  return { corners, box: boundsOf(corners) };
}

export function disc(centre: Point, radius: number): Shape {
  const corners = circle.map(({ x, y }) => ({ x: centre.x + x * radius, y: centre.y + y * radius }));
  const box = boundsOf([
    { x: centre.x - radius, y: centre.y - radius },
    { x: centre.x + radius, y: centre.y + radius },
  ]);
  return { corners, round: { centre, radius }, box };
}

/** How far apart two upright boxes are at least. */
export function boxDistance(one: Bounds, other: Bounds): number {
  const x = Math.max(one.left - other.right, other.left - one.right, 0);
  const y = Math.max(one.top - other.bottom, other.top - one.bottom, 0);
  return Math.hypot(x, y);
}

/** The gap between two shapes. Of equally short ways, as between parallel sides, the one in the middle. */
export function gap(one: Shape, other: Shape): Gap {
  if (one.round && other.round) return roundGap(one.round, other.round);
  if (one.round) return roundToPolygon(one.round, other.corners);
  if (other.round) {
    const { distance, a, b } = roundToPolygon(other.round, one.corners);
    return { distance, a: b, b: a };
  }
  return overlapOf(one.corners, other.corners) ?? distanceBetween(one.corners, other.corners);
}

/** The shortest way between two outlines that are known not to overlap. */
export function distanceBetween(one: readonly Point[], other: readonly Point[]): Gap {
  const nearest = new Nearest();
  for (const a of one) for (const [p, q] of sides(other)) nearest.offer(a, closestOn(a, p, q));
  for (const b of other) for (const [p, q] of sides(one)) nearest.offer(closestOn(b, p, q), b);
  return nearest.gap;
}

/** Whether a point lies within a shape, its edge included. */
export function covers({ corners, round }: Shape, point: Point): boolean {
  if (round) return distance(round.centre, point) <= round.radius + HAIR;
  return corners.every((a, index) => {
    const b = at(corners, index + 1);
    return cross(a, b, point) >= -HAIR * distance(a, b);
  });
}

/** The part of an outline on the inner side of a line through `origin`, where `inward` points. */
export function clipped(corners: readonly Point[], origin: Point, inward: Point): readonly Point[] {
  const height = (p: Point) => (p.x - origin.x) * inward.x + (p.y - origin.y) * inward.y;
  return sides(corners).flatMap(([a, b]) => {
    const [ha, hb] = [height(a), height(b)];
    const kept = ha >= 0 ? [a] : [];
    if (ha >= 0 === hb >= 0) return kept;
    return [...kept, along(a, b, ha / (ha - hb))];
  });
}

export function along(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function closestOn(point: Point, a: Point, b: Point): Point {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  if (square === 0) return a;
  const share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / square;
  return along(a, b, Math.min(1, Math.max(0, share)));
}

/** The point of a shape that is nearest to one outside it. */
export function nearestOf({ corners, round }: Shape, point: Point): Point {
  if (round) return along(round.centre, point, round.radius / distance(round.centre, point));
  return distanceBetween([point], corners).b;
}

/** Whether the line from `a` to `b` crosses the one from `p` to `q`; where they only touch it does not. */
export function crosses(a: Point, b: Point, p: Point, q: Point): boolean {
  return parts(a, b, p, q) && parts(p, q, a, b);
}

/** Whether `p` and `q` lie on different sides of the line through `a` and `b`. */
function parts(a: Point, b: Point, p: Point, q: Point): boolean {
  const hair = HAIR * distance(a, b);
  const [one, other] = [cross(a, b, p), cross(a, b, q)];
  return Math.min(one, other) < -hair && Math.max(one, other) > hair;
}

/** How far a point is from the nearest side of an outline. */
export function distanceToSides(point: Point, corners: readonly Point[]): number {
  let square = Infinity;
  let a = corners.at(-1)!;
  for (const b of corners) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
    const within = Math.min(1, Math.max(0, share));
    const [x, y] = [a.x + dx * within - point.x, a.y + dy * within - point.y];
    square = Math.min(square, x * x + y * y);
    a = b;
  }
  return Math.sqrt(square);
}

export function sides(corners: readonly Point[]): readonly (readonly [Point, Point])[] {
  return corners.map((corner, index) => [corner, at(corners, index + 1)]);
}

/** Less than any length that counts; absorbs what arithmetic leaves behind. */
const HAIR = 1e-6;

/**
 * Keeps the shortest ways offered, and answers their middle: of convex shapes that is a shortest way again. The same way
 * is offered by each side that ends there, and counts once: else the middle would be drawn to it.
 */
class Nearest {
  #square = Infinity;
  #ways: Line[] = [];

  offer(a: Point, b: Point): void {
    const square = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
    if (square > this.#square + HAIR) return;
    if (square < this.#square - HAIR) {
      this.#square = square;
      this.#ways = [];
    }
    if (!this.#ways.some((way) => isSame(way.a, a) && isSame(way.b, b))) this.#ways.push({ a, b });
  }

  get gap(): Gap {
    return {
      distance: Math.sqrt(this.#square),
      a: middle(this.#ways.map(({ a }) => a)),
      b: middle(this.#ways.map(({ b }) => b)),
      ...(this.#ways.length > 1 && { ends: this.#ways }),
    };
  }
}

function isSame(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < HAIR && Math.abs(one.y - other.y) < HAIR;
}

/** The least shift that would part two polygons, by the separating axis theorem; undefined where they are apart. */
function overlapOf(one: readonly Point[], other: readonly Point[]): Gap | undefined {
  const first = leastDepth(one, other);
  if (!first) return undefined;
  const second = leastDepth(other, one);
  if (!second) return undefined;
  return first.distance >= second.distance - HAIR ? { ...first, a: first.b, b: first.a } : second;
}

/** Over the sides of `one`: the side beyond which the least of `other` would be left; `a` is that deepest corner. */
function leastDepth(one: readonly Point[], other: readonly Point[]): Gap | undefined {
  let best: Gap | undefined;
  for (let index = 0; index < one.length; index++) {
    const [p, q] = [one[index]!, one[(index + 1) % one.length]!];
    const length = distance(p, q);
    const normal = { x: (q.y - p.y) / length, y: (p.x - q.x) / length };
    let depth = Infinity;
    for (const corner of other) {
      depth = Math.min(depth, (corner.x - p.x) * normal.x + (corner.y - p.y) * normal.y);
    }
    if (depth > HAIR) return undefined;
    if (!best || depth > best.distance) {
      const deepest = middle(other.filter((c) => (c.x - p.x) * normal.x + (c.y - p.y) * normal.y < depth + HAIR));
      best = {
        distance: depth,
        a: deepest,
        b: { x: deepest.x - normal.x * depth, y: deepest.y - normal.y * depth },
      };
    }
  }
  return best;
}

function roundGap(one: NonNullable<Shape["round"]>, other: NonNullable<Shape["round"]>): Gap {
  const apart = distance(one.centre, other.centre);
  const way =
    apart === 0
      ? { x: 1, y: 0 }
      : { x: (other.centre.x - one.centre.x) / apart, y: (other.centre.y - one.centre.y) / apart };
  return {
    distance: apart - one.radius - other.radius,
    a: { x: one.centre.x + way.x * one.radius, y: one.centre.y + way.y * one.radius },
    b: { x: other.centre.x - way.x * other.radius, y: other.centre.y - way.y * other.radius },
  };
}

function roundToPolygon({ centre, radius }: NonNullable<Shape["round"]>, corners: readonly Point[]): Gap {
  const nearest = new Nearest();
  for (const [p, q] of sides(corners)) nearest.offer(centre, closestOn(centre, p, q));
  const { distance: apart, b } = nearest.gap;
  const inside = corners.length > 2 && sides(corners).every(([p, q]) => cross(p, q, centre) > 0);
  const signed = inside ? -apart : apart;
  const way = signed === 0 ? { x: 0, y: 0 } : { x: (b.x - centre.x) / signed, y: (b.y - centre.y) / signed };
  return {
    distance: signed - radius,
    a: { x: centre.x + way.x * radius, y: centre.y + way.y * radius },
    b,
  };
}

export function middle(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** Positive where `point` lies to the right of the way from `a` to `b`, which is inside a clockwise outline. */
function cross(a: Point, b: Point, point: Point): number {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

const at = (corners: readonly Point[], index: number) => corners[(index + corners.length) % corners.length]!;
