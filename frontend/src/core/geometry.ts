/**
 * Millimetre geometry on plain numbers. x grows to the east, y to the south, angles clockwise in degrees; an outline
 * runs clockwise, so the room lies to the right of each wall's direction.
 */
import { COORDINATE_LIMIT, type Corner, type Opening, type Plan, type Pose } from "./protocol";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A footprint before rotation: `width` along x, `depth` along y. A round one is as deep as it is wide. */
export interface Size {
  readonly width: number;
  readonly depth: number;
  readonly round?: boolean;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** One side of the outline from corner `a` to corner `b`; `along` and `inward` are unit vectors. */
export interface Wall {
  readonly index: number;
  readonly a: Point;
  readonly b: Point;
  readonly length: number;
  readonly along: Point;
  readonly inward: Point;
}

/** The part of a wall that an opening takes, from `a` to `b` in the wall's direction. */
export interface OpeningSegment {
  readonly opening: Opening;
  readonly wall: Wall;
  readonly a: Point;
  readonly b: Point;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

/** The angle as whole degrees from 0 to 359. */
export function wholeDegrees(angle: number): number {
  return ((Math.round(angle) % 360) + 360) % 360;
}

/** The shortest turn from one angle to another, from −180 up to and including 180. */
export function turn(from: number, to: number): number {
  const degrees = (((to - from) % 360) + 360) % 360;
  return degrees > 180 ? degrees - 360 : degrees;
}

/** The nearest pose that the protocol can carry: whole numbers in range. */
export function wholePose(pose: Pose): Pose {
  return { x: wholeCoordinate(pose.x), y: wholeCoordinate(pose.y), rotation: wholeDegrees(pose.rotation) };
}

export function wholeCoordinate(value: number): number {
  // The sum turns −0 into 0, which JSON could not tell apart anyway.
  return Math.round(clamp(value, -COORDINATE_LIMIT, COORDINATE_LIMIT)) + 0;
}

export function samePose(one: Pose, other: Pose): boolean {
  return one.x === other.x && one.y === other.y && one.rotation === other.rotation;
}

/** The vector turned clockwise. */
export function rotated(vector: Point, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  return { x: vector.x * cos - vector.y * sin, y: vector.x * sin + vector.y * cos };
}

/** The compass direction from `centre` to `point`: 0 is north, 90 east. For a rotation handle above the piece. */
export function bearing(centre: Point, point: Point): number {
  const degrees = (Math.atan2(point.x - centre.x, centre.y - point.y) * 180) / Math.PI;
  return (degrees + 360) % 360;
}

/** The corners of a piece as it stands: its own north-west, north-east, south-east and south-west corner. */
export function footprint(pose: Pose, size: Size): readonly [Point, Point, Point, Point] {
  const [w, d] = [size.width / 2, size.depth / 2];
  const corner = (x: number, y: number): Point => {
    const offset = rotated({ x, y }, pose.rotation);
    return { x: pose.x + offset.x, y: pose.y + offset.y };
  };
  return [corner(-w, -d), corner(w, -d), corner(w, d), corner(-w, d)];
}

/** Width and depth of the upright box around a turned footprint. */
export function extent(size: Size, rotation: number): Size {
  const radians = size.round ? 0 : (rotation * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(radians)), Math.abs(Math.cos(radians))];
  return { width: size.width * cos + size.depth * sin, depth: size.width * sin + size.depth * cos };
}

export function points(outline: readonly Corner[]): readonly Point[] {
  return outline.map(([x, y]) => ({ x, y }));
}

/** The upright box around some points; of no points, an empty one at the origin. */
export function boundsOf(some: readonly Point[]): Bounds {
  if (some.length === 0) return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
  const [xs, ys] = [some.map((point) => point.x), some.map((point) => point.y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

export function outlineBounds(outline: readonly Corner[]): Bounds {
  return boundsOf(points(outline));
}

/** Whether a point is in an outline's upright box, or at most so many mm outside on each side. */
export function isNear(outline: readonly Corner[], { x, y }: Point, beyond: number): boolean {
  const { left, top, right, bottom } = outlineBounds(outline);
  return x >= left - beyond && x <= right + beyond && y >= top - beyond && y <= bottom + beyond;
}

/** The floor area in square millimetres; positive for a clockwise outline. */
export function area(outline: readonly Corner[]): number {
  return walls(outline).reduce((sum, { a, b }) => sum + (a.x * b.y - b.x * a.y), 0) / 2;
}

export function walls(outline: readonly Corner[]): readonly Wall[] {
  const corners = points(outline);
  return corners.map((a, index) => {
    const b = corners[(index + 1) % corners.length] ?? a;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const along = length === 0 ? { x: 1, y: 0 } : { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
    return { index, a, b, length, along, inward: { x: -along.y, y: along.x } };
  });
}

/** The openings as segments on their walls; one that names a wall that is not there is left out. */
export function openingSegments(plan: Plan): readonly OpeningSegment[] {
  const sides = walls(plan.outline);
  return plan.openings.flatMap((opening) => {
    const wall = sides[opening.wall];
    if (!wall) return [];
    const at = (distance: number): Point => ({
      x: wall.a.x + wall.along.x * distance,
      y: wall.a.y + wall.along.y * distance,
    });
    return [{ opening, wall, a: at(opening.offset), b: at(opening.offset + opening.width) }];
  });
}

/** Whether a point lies within the outline (a point on a wall may count either way). */
export function contains(outline: readonly Corner[], { x, y }: Point): boolean {
  let inside = false;
  for (const { a, b } of walls(outline)) {
    const crosses = a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
    if (crosses) inside = !inside;
  }
  return inside;
}
