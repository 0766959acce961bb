/** Columns, radiators and built-in parts: where new ones stand, and how they move and grow. Lengths are mm. */
import { boundsOf, contains, extent, footprint, outlineBounds, points, rotated, walls, wholeDegrees, wholePose } from "../core/geometry"; // prettier-ignore
import type { Point, Size, Wall } from "../core/geometry";
import type { Obstacle, Plan, Pose } from "../core/protocol";
import { keepInside, snapToGrid, snapToWalls } from "../core/snap";
import { spotsAround } from "../plan/placement";
import { longestWall, nearestFree, noSpace, wallNear } from "./openings";
import type { Problem } from "./rules";

/** HÖMSTYLE's own defaults. What has no height reaches the ceiling. */
const DEFAULTS: Record<Obstacle["kind"], Size & { readonly height?: number }> = {
  column: { width: 300, depth: 300 },
  radiator: { width: 1_000, depth: 100, height: 600 },
  fixture: { width: 600, depth: 600 },
};

/** A radiator that is held this near to a wall, from its back, stands against it. */
const RADIATOR_REACH = 500;
/** Others stand flush with a wall that is this near. */
const WALL_REACH = 80;
/** Less than this between two things counts as touching: turned ones stand on whole millimetres too. */
const TOUCH = 2;

/** How far its nearest edges are from the west and the north wall. */
export interface Edges {
  readonly west: number;
  readonly north: number;
}

export const obstaclesOf = ({ obstacles = [] }: Pick<Plan, "obstacles">): readonly Obstacle[] => obstacles;

/**
 * A new one inside the room: a radiator with its back to a wall, below a window where there is one and beside doors; others
 * on the free floor that is nearest to the room's middle, or against the wall that was chosen.
 */
export function newObstacle(plan: Plan, kind: Obstacle["kind"], wall?: number): Obstacle | Problem {
  const { width, depth, height = plan.height } = DEFAULTS[kind];
  const size = { width, depth };
  const pose = kind === "radiator" || wall !== undefined ? atWall(plan, size, wall) : onFloor(plan, size);
  return "kind" in pose ? pose : { kind, ...pose, ...size, height: Math.min(height, plan.height) };
}

/** Where it stands after a hand has moved it: a radiator's back to the wall, others flush with walls or on the grid. */
export function movedTo(plan: Plan, obstacle: Obstacle, to: Point, step: number): Pose {
  const pose = { ...to, rotation: obstacle.rotation };
  const near = obstacle.kind === "radiator" ? backToWall(plan, obstacle, to, step) : undefined;
  if (near) return near;
  const { left, top } = outlineBounds(plan.outline);
  const { width, depth } = extent(obstacle, obstacle.rotation);
  const onGrid = {
    ...pose,
    x: left + snapToGrid(to.x - width / 2 - left, step) + width / 2,
    y: top + snapToGrid(to.y - depth / 2 - top, step) + depth / 2,
  };
  return within(plan, snapToWalls(onGrid, obstacle, plan.outline, WALL_REACH), obstacle);
}

/** On whole millimetres, and within the upright box around the room. */
export function within({ outline }: Plan, pose: Pose, size: Size): Pose {
  return wholePose(keepInside(pose, size, outline));
}

/** Its nearest edges, whole millimetres. */
export function edgesOf({ outline }: Plan, obstacle: Obstacle): Edges {
  const { left, top } = outlineBounds(outline);
  const { width, depth } = extent(obstacle, obstacle.rotation);
  return { west: halfDown(obstacle.x - width / 2 - left), north: halfDown(obstacle.y - depth / 2 - top) };
}

/** How far those edges may be from their walls. */
export function roomFor({ outline }: Plan, obstacle: Obstacle): Edges {
  const bounds = outlineBounds(outline);
  const { width, depth } = extent(obstacle, obstacle.rotation);
  return { west: Math.max(0, Math.floor(bounds.width - width)), north: Math.max(0, Math.floor(bounds.height - depth)) };
}

/** Where it stands with an edge there. */
export function withEdges({ outline }: Plan, obstacle: Obstacle, edges: Partial<Edges>): Pose {
  const { left, top } = outlineBounds(outline);
  const { width, depth } = extent(obstacle, obstacle.rotation);
  const { x, y, rotation } = obstacle;
  return wholePose({
    x: edges.west === undefined ? x : left + edges.west + width / 2,
    y: edges.north === undefined ? y : top + edges.north + depth / 2,
    rotation,
  });
}

/** Wider or deeper, while its back and its left side stay where they are: a radiator stays at its wall. */
export function grown(obstacle: Obstacle, size: Partial<Size>): Obstacle {
  const { width, depth } = { ...obstacle, ...size };
  const by = rotated({ x: (width - obstacle.width) / 2, y: (depth - obstacle.depth) / 2 }, obstacle.rotation);
  const { x, y, rotation } = obstacle;
  return { ...obstacle, ...wholePose({ x: x + by.x, y: y + by.y, rotation }), width, depth };
}

function onFloor(plan: Plan, size: Size): Pose | Problem {
  const bounds = outlineBounds(plan.outline);
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  const poses = spotsAround(middle, bounds).map((spot) => wholePose({ ...spot, rotation: 0 }));
  const taken = obstaclesOf(plan).map((other) => boundsOf(footprint(other, other)));
  const isFree = (pose: Pose) => {
    const own = boundsOf(footprint(pose, size));
    return taken.every(
      (other) =>
        own.right <= other.left || own.left >= other.right || own.bottom <= other.top || own.top >= other.bottom,
    );
  };
  const isInside = (pose: Pose) => standsInside(plan, pose, size);
  const found = poses.find((pose) => isFree(pose) && isInside(pose)) ?? poses.find(isInside);
  return found ?? { kind: "no-floor", ...size };
}

/** Its four corners are in the room, and no corner of the room is in it. */
function standsInside({ outline }: Plan, pose: Pose, size: Size): boolean {
  const hairSmaller = { width: size.width - TOUCH, depth: size.depth - TOUCH };
  const { left, right, top, bottom } = boundsOf(footprint(pose, hairSmaller));
  const pokesIn = ({ x, y }: Point) => x > left && x < right && y > top && y < bottom;
  return footprint(pose, hairSmaller).every((corner) => contains(outline, corner)) && !points(outline).some(pokesIn);
}

function atWall(plan: Plan, { width, depth }: Size, chosen?: number): Pose | Problem {
  const wall = chosen ?? plan.openings.find(({ kind }) => kind === "window")?.wall ?? longestWall(plan.outline);
  const side = walls(plan.outline)[wall]!;
  const window = plan.openings.find((opening) => opening.kind === "window" && opening.wall === wall);
  const middle = window ? window.offset + window.width / 2 : side.length / 2;
  const taken = occupied(plan, side, depth);
  const offset = nearestFree(taken, wall, width, Math.round(middle - width / 2));
  return offset === undefined ? noSpace(taken, wall, width) : against(side, offset + width / 2, depth);
}

/** The plan with all that takes a place at the foot of a wall as openings of it: no window, but what stands there. */
function occupied(plan: Plan, side: Wall, depth: number): Plan {
  const openings = plan.openings.filter(({ kind }) => kind !== "window");
  const standing = obstaclesOf(plan).flatMap((obstacle) => {
    const corners = footprint(obstacle, obstacle).map(({ x, y }) => ({ x: x - side.a.x, y: y - side.a.y }));
    const ways = corners.map(({ x, y }) => x * side.along.x + y * side.along.y);
    const away = corners.map(({ x, y }) => x * side.inward.x + y * side.inward.y);
    if (Math.min(...away) > depth - TOUCH || Math.max(...away) < TOUCH) return [];
    const [from, to] = [Math.max(0, Math.floor(Math.min(...ways))), Math.ceil(Math.max(...ways))];
    const stretch = { wall: side.index, offset: from, width: Math.max(0, to - from) };
    return [{ kind: "passage", ...stretch, height: 0, sill: 0, hinge: "left", swing: "in" } as const];
  });
  return { ...plan, openings: [...openings, ...standing] };
}

function backToWall(plan: Plan, obstacle: Obstacle, to: Point, step: number): Pose | undefined {
  const { width, depth } = obstacle;
  const near = wallNear(plan.outline, to, width);
  if (!near) return undefined;
  const side = walls(plan.outline)[near.wall]!;
  const away = (to.x - side.a.x) * side.inward.x + (to.y - side.a.y) * side.inward.y - depth / 2;
  if (Math.abs(away) > RADIATOR_REACH) return undefined;
  const offset = Math.min(Math.max(snapToGrid(near.along - width / 2, step), 0), side.length - width);
  return against(side, offset + width / 2, depth);
}

/** With its back to a wall, its middle so far along it. */
function against({ a, along, inward }: Wall, middle: number, depth: number): Pose {
  return wholePose({
    x: a.x + along.x * middle + (inward.x * depth) / 2,
    y: a.y + along.y * middle + (inward.y * depth) / 2,
    rotation: wholeDegrees((Math.atan2(along.y, along.x) * 180) / Math.PI),
  });
}

/** Centres are whole millimetres, rounded up from halves; their edges come back by rounding those down. */
const halfDown = (value: number): number => Math.ceil(value - 0.5) + 0;
