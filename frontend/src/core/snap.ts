/** Gentle help while placing: to the grid, to quarter turns, flush against walls, and out of each other's way. */
import { clamp, contains, extent, footprint, outlineBounds, turn, walls } from "./geometry";
import type { Point, Size, Wall } from "./geometry";
import type { Corner, Plan, Pose } from "./protocol";

export function snapToGrid(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** The nearest multiple of `step` degrees when it is within `reach`, else the angle as it is. */
export function snapAngle(angle: number, step = 45, reach = 6): number {
  const nearest = snapToGrid(angle, step);
  return Math.abs(turn(nearest, angle)) <= reach ? ((nearest % 360) + 360) % 360 : angle;
}

/** How near a wall must be to draw a piece, mm. */
export type WallReach = (wall: Wall) => number;

/** Moves a piece flush against the walls (at most two, not parallel) that are within `reach`. */
export function snapToWalls(pose: Pose, size: Size, outline: readonly Corner[], reach: number | WallReach = 80): Pose {
  const within = typeof reach === "number" ? () => reach : reach;
  const sides = walls(outline);
  const first = nearestWall(pose, size, sides, within);
  return first ? flushWith(pose, size, sides, first, within) : pose;
}

/** Moves a piece flush against one wall, however far away, and against a second that is within `reach`. */
export function flushWith(pose: Pose, size: Size, sides: readonly Wall[], first: Gap, reach: WallReach): Pose {
  const flush = shifted(pose, first);
  const across = sides.filter((wall) => Math.abs(cross(wall.along, first.wall.along)) > 0.1);
  const second = nearestWall(flush, size, across, reach);
  return second ? slid(flush, first.wall, second) : flush;
}

/** Keeps the whole piece within the room's upright box; one larger than the room is centred. */
export function keepInside(pose: Pose, size: Size, outline: readonly Corner[]): Pose {
  const bounds = outlineBounds(outline);
  const { width, depth } = extent(size, pose.rotation);
  const within = (value: number, least: number, most: number, length: number): number =>
    length > most - least ? (least + most) / 2 : clamp(value, least + length / 2, most - length / 2);
  return {
    x: within(pose.x, bounds.left, bounds.right, width),
    y: within(pose.y, bounds.top, bounds.bottom, depth),
    rotation: pose.rotation,
  };
}

/** A place near the middle of the room that is not on top of another piece's centre. */
export function openSpot(plan: Plan, taken: readonly Point[], spacing = 500): Point {
  const bounds = outlineBounds(plan.outline);
  const middle = { x: Math.round((bounds.left + bounds.right) / 2), y: Math.round((bounds.top + bounds.bottom) / 2) };
  const rings = Math.ceil(Math.max(bounds.width, bounds.height) / spacing / 2);
  for (let ring = 0; ring <= rings; ring++) {
    const spot = around(middle, ring, spacing).find(
      (point) =>
        contains(plan.outline, point) && taken.every((other) => distance(point, other) >= Math.min(spacing, 300)),
    );
    if (spot) return spot;
  }
  return middle;
}

export interface Gap {
  readonly wall: Wall;
  /** How far the piece's nearest corner is inside (or, negative, beyond) the wall. */
  readonly distance: number;
}

function nearestWall(pose: Pose, size: Size, sides: readonly Wall[], reach: WallReach): Gap | undefined {
  return sides
    .filter((wall) => isBeside(pose, size, wall))
    .map((wall) => ({ wall, distance: gapTo(pose, size, wall) }))
    .filter((gap) => Math.abs(gap.distance) <= reach(gap.wall))
    .sort((one, other) => Math.abs(one.distance) - Math.abs(other.distance))[0];
}

/** How far a piece's nearest corner is inside (or, negative, beyond) a wall. */
export function gapTo(pose: Pose, size: Size, wall: Wall): number {
  return Math.min(...footprintAt(pose, size, wall).map((corner) => dot(from(wall.a, corner), wall.inward)));
}

/** Whether some part of the piece is opposite some part of the wall. */
export function isBeside(pose: Pose, size: Size, wall: Wall): boolean {
  const along = footprintAt(pose, size, wall).map((corner) => dot(from(wall.a, corner), wall.along));
  return Math.max(...along) > 0 && Math.min(...along) < wall.length;
}

/** The corners of a piece as a wall meets them: those of a round one are of the square around it that is turned as the wall. */
export function footprintAt(pose: Pose, size: Size, { along }: Wall): readonly Point[] {
  const rotation = size.round ? (Math.atan2(along.y, along.x) * 180) / Math.PI : pose.rotation;
  return footprint({ ...pose, rotation }, size);
}

function shifted(pose: Pose, { wall, distance }: Gap): Pose {
  return { ...pose, x: pose.x - wall.inward.x * distance, y: pose.y - wall.inward.y * distance };
}

/** Closes the second gap by sliding along the first wall, so that the piece stays flush with that one. */
function slid(pose: Pose, first: Wall, { wall, distance }: Gap): Pose {
  const way = -distance / dot(first.along, wall.inward);
  return { ...pose, x: pose.x + first.along.x * way, y: pose.y + first.along.y * way };
}

/** The points of a square ring, nearest to the middle's row and column first. */
function around(middle: Point, ring: number, spacing: number): readonly Point[] {
  if (ring === 0) return [middle];
  const steps = Array.from({ length: ring * 2 + 1 }, (_, index) => index - ring);
  return steps
    .flatMap((dy) => steps.map((dx) => ({ dx, dy })))
    .filter(({ dx, dy }) => Math.max(Math.abs(dx), Math.abs(dy)) === ring)
    .sort((one, other) => Math.hypot(one.dx, one.dy) - Math.hypot(other.dx, other.dy))
    .map(({ dx, dy }) => ({ x: middle.x + dx * spacing, y: middle.y + dy * spacing }));
}

const from = (a: Point, b: Point): Point => ({ x: b.x - a.x, y: b.y - a.y });
const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;
const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
