/**
 * What draws a piece in the hand: walls, which it turns its back to, as sofas stand; neighbours' edges, and the lines
 * that these go on in; and the grid. Pure: what draws it already is given, for it takes more to come off than to come on.
 */
import { boundsOf, contains, extent, walls, wholeDegrees, wholePose } from "./geometry";
import type { Bounds, Point, Size, Wall } from "./geometry";
import type { Corner, Pose } from "./protocol";
import { flushWith, footprintAt, gapTo, isBeside, keepInside, snapToGrid, snapToWalls } from "./snap";

/**
 * From how near a piece is drawn, and from how far away it comes off again, mm. Zoomed in, where a hand is more exact,
 * `pixels` of the screen count instead where they are less.
 */
export const snapReach = {
  /** To walls, and edge to edge with a neighbour. */
  touch: { on: 60, off: 90 },
  /** To a line that a neighbour's edge or middle goes on in. */
  line: { on: 30, off: 45 },
  pixels: 9,
  /** Along such a line, a neighbour further away draws nothing. */
  neighbour: 1_500,
  /** Pieces stand on whole centimetres unless something draws them. */
  grid: 10,
} as const;

export interface Neighbour {
  readonly id: string;
  /** The upright box around it. */
  readonly box: Bounds;
  /** Whether the sides of the box are its own. */
  readonly square: boolean;
}

export interface Surroundings {
  readonly outline: readonly Corner[];
  readonly neighbours: readonly Neighbour[];
  /** Pixels per mm. */
  readonly scale: number;
}

export interface Dragged {
  readonly size: Size;
  /** Whether it turns its back to walls. */
  readonly hasBack: boolean;
}

/** A line to be shown, in room coordinates. */
export interface Guide {
  readonly a: Point;
  readonly b: Point;
}

/** What draws the piece just now. */
export interface Held {
  /** The wall that says how it is turned, and how that is. */
  readonly back?: { readonly wall: number; readonly rotation: number };
  /** The walls it stands at. */
  readonly walls: readonly number[];
  /** The neighbour's edge that says where it is from west to east, and from north to south. */
  readonly x?: string;
  readonly y?: string;
}

export interface Snapped {
  readonly pose: Pose;
  readonly guides: readonly Guide[];
  readonly held: Held;
}

/** What holds a piece before a hand moves it: the wall that it stands at, at whichever side, turns it no more. */
export function heldAt(pose: Pose, { size }: Pick<Dragged, "size">, outline: readonly Corner[]): Held {
  const at = wallsAt(pose, size, walls(outline)).map(({ index }) => index);
  return { walls: at, ...(at[0] !== undefined && { back: { wall: at[0], rotation: pose.rotation } }) };
}

/** Where a piece goes that the hand has at `wanted`; always within the room's upright box. */
export function snapped(wanted: Pose, piece: Dragged, around: Surroundings, held: Held): Snapped {
  const { size } = piece;
  const sides = walls(around.outline);
  const reach = reachAt(around.scale);
  const wallReach = ({ index }: Wall) => reach("touch", held.walls.includes(index));
  const least = Math.min(size.width, size.depth);
  const hand = keepInside(wanted, { ...size, width: least, depth: least }, around.outline);
  const back = piece.hasBack ? backTo(hand, size, facingWalls(hand, sides, around.outline), held, reach) : undefined;
  const grid = { ...hand, x: snapToGrid(hand.x, snapReach.grid), y: snapToGrid(hand.y, snapReach.grid) };
  const turned = keepInside({ ...grid, rotation: back?.rotation ?? wanted.rotation }, size, around.outline);
  const flush = back
    ? flushWith(turned, size, sides, { wall: back.wall, distance: gapTo(turned, size, back.wall) }, wallReach)
    : snapToWalls(turned, size, around.outline, wallReach);
  const at = wallsAt(flush, size, sides);
  const free = { x: at.every(({ inward }) => inward.x === 0), y: at.every(({ inward }) => inward.y === 0) };
  const lines = linesTo(flush, piece, around.neighbours, held, reach);
  const x = free.x ? lines.x : undefined;
  const y = free.y ? lines.y : undefined;
  const drawn = { ...flush, x: flush.x + (x?.shift ?? 0), y: flush.y + (y?.shift ?? 0) };
  const pose = wholePose(keepInside(drawn, size, around.outline));
  const standsAt = wallsAt(pose, size, sides);
  return {
    pose,
    guides: [
      ...standsAt.map((wall) => along(wall, pose, size)),
      ...[x, y].flatMap((line) => (line ? [line.guide(pose)] : [])),
    ],
    held: {
      walls: standsAt.map(({ index }) => index),
      ...(back && { back: { wall: back.wall.index, rotation: back.rotation } }),
      ...(x && { x: x.key }),
      ...(y && { y: y.key }),
    },
  };
}

type Reach = (kind: "touch" | "line", held: boolean) => number;

function reachAt(scale: number): Reach {
  const share = Math.min(1, snapReach.pixels / scale / snapReach.touch.on);
  return (kind, held) => snapReach[kind][held ? "off" : "on"] * share;
}

interface Back {
  readonly wall: Wall;
  readonly rotation: number;
}

/**
 * The walls before the hand. What it is behind is the far side of something that juts into the room, unless the hand is in
 * there: then it is the side that is nearest.
 */
function facingWalls(hand: Pose, sides: readonly Wall[], outline: readonly Corner[]): readonly Wall[] {
  const middle = { width: 1, depth: 1 };
  const facing = sides
    .filter((wall) => isBeside(hand, middle, wall))
    .map((wall) => ({ wall, way: gapTo(hand, middle, wall) }));
  const before = contains(outline, hand)
    ? facing.filter(({ way }) => way > -1)
    : facing.sort((one, other) => Math.abs(one.way) - Math.abs(other.way)).slice(0, 1);
  return before.map(({ wall }) => wall);
}

/**
 * The wall that a piece turns its back to: one that its back would be near, or that it is pushed through. None for a
 * piece whose back is at a wall as it is.
 */
function backTo(hand: Pose, size: Size, facing: readonly Wall[], held: Held, reach: Reach): Back | undefined {
  const own = (wall: Wall) => gapTo(hand, size, wall);
  const turned = (wall: Wall) => gapTo({ ...hand, rotation: rotationAt(wall) }, size, wall);
  const isNear = (wall: Wall, gap: number) => gap <= reach("touch", held.walls.includes(wall.index));
  if (facing.some((wall) => rotationAt(wall) === hand.rotation && isNear(wall, own(wall)))) return undefined;
  const before = facing.find(({ index }) => index === held.back?.wall);
  if (before && held.back) {
    const { rotation } = held.back;
    const gap = gapTo({ ...hand, rotation }, size, before);
    const pushed = own(before) < reach("touch", true) - 2 * reach("touch", false);
    if (gap <= reach("touch", true) || pushed) return { wall: before, rotation };
  }
  const near = facing.filter((wall) => isNear(wall, turned(wall)) || own(wall) < -reach("touch", false));
  const wall = near.sort((one, other) => own(one) - own(other))[0];
  return wall && { wall, rotation: rotationAt(wall) };
}

/** How a piece is turned that has its back at a wall. */
function rotationAt({ inward }: Wall): number {
  return wholeDegrees((Math.atan2(-inward.x, inward.y) * 180) / Math.PI);
}

/** Poses are whole millimetres, so that a piece at a slanting wall stands a hair off it. */
const AT_WALL = 1;

function wallsAt(pose: Pose, size: Size, sides: readonly Wall[]): readonly Wall[] {
  return sides.filter((wall) => isBeside(pose, size, wall) && Math.abs(gapTo(pose, size, wall)) <= AT_WALL);
}

function along(wall: Wall, pose: Pose, size: Size): Guide {
  const ways = footprintAt(pose, size, wall).map(
    ({ x, y }) => (x - wall.a.x) * wall.along.x + (y - wall.a.y) * wall.along.y,
  );
  const at = (way: number) => ({ x: wall.a.x + wall.along.x * way, y: wall.a.y + wall.along.y * way });
  return { a: at(Math.max(0, Math.min(...ways))), b: at(Math.min(wall.length, Math.max(...ways))) };
}

/** The line that draws a piece most in each direction; one that has it keeps it. */
function linesTo(pose: Pose, piece: Dragged, neighbours: readonly Neighbour[], held: Held, reach: Reach) {
  const box = boxOf(pose, piece);
  const square = piece.size.round || pose.rotation % 90 === 0;
  const best = (axis: "x" | "y") => {
    const found = neighbours.flatMap((neighbour) => linesOf(axis, box, square, neighbour));
    const drawing = found.filter(({ key, shift, kind }) => Math.abs(shift) <= reach(kind, key === held[axis]));
    const line =
      drawing.find(({ key }) => key === held[axis]) ??
      drawing.sort((one, other) => Math.abs(one.shift) - Math.abs(other.shift))[0];
    if (!line) return undefined;
    const { key, shift, at, other } = line;
    return { key, shift, guide: (where: Pose) => guideAt(axis, at, boxOf(where, piece), other) };
  };
  return { x: best("x"), y: best("y") };
}

const EDGES = { x: ["left", "right"], y: ["top", "bottom"] } as const;
const ACROSS = { x: ["top", "bottom"], y: ["left", "right"] } as const;

function linesOf(axis: "x" | "y", box: Bounds, square: boolean, { id, box: other, square: otherSquare }: Neighbour) {
  const [start, end] = EDGES[axis];
  const [from, to] = ACROSS[axis];
  const apart = Math.max(other[from] - box[to], box[from] - other[to]);
  if (apart > snapReach.neighbour) return [];
  const middle = (of: Bounds) => (of[start] + of[end]) / 2;
  const line = (name: string, kind: "touch" | "line", own: number, at: number) => {
    return { key: `${id} ${name}`, kind, shift: at - own, at, other };
  };
  const centred = line("middle", "line", middle(box), middle(other));
  if (!square || !otherSquare) return [centred];
  const beside = apart < 0 ? "touch" : "line";
  return [
    line("after", beside, box[start], other[end]),
    line("before", beside, box[end], other[start]),
    line("start", "line", box[start], other[start]),
    line("end", "line", box[end], other[end]),
    centred,
  ];
}

function guideAt(axis: "x" | "y", at: number, box: Bounds, other: Bounds): Guide {
  const [from, to] = ACROSS[axis];
  const [least, most] = [Math.min(box[from], other[from]), Math.max(box[to], other[to])];
  const point = (way: number): Point => (axis === "x" ? { x: at, y: way } : { x: way, y: at });
  return { a: point(least), b: point(most) };
}

function boxOf(pose: Pose, { size }: Dragged): Bounds {
  const { width, depth } = extent(size, pose.rotation);
  const [w, d] = [width / 2, depth / 2];
  return boundsOf([
    { x: pose.x - w, y: pose.y - d },
    { x: pose.x + w, y: pose.y + d },
  ]);
}
