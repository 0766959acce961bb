/** What becomes of several pieces that are moved or turned together. Pure, in millimetres and degrees. */
import {
  boundsOf,
  clamp,
  footprint,
  outlineBounds,
  rotated,
  wholePose,
  type Bounds,
  type Point,
} from "../core/geometry";
import { keepInside, snapToGrid, snapToWalls } from "../core/snap";
import type { Corner, Item, Pose } from "../core/protocol";
import { snapReach } from "../core/snapping";
import { lookOf, type Products } from "../plan/picture";

/** They move by whole centimetres unless a wall says otherwise, mm. */
const GRID = 10;

export type Poses = ReadonlyMap<string, Pose>;

/** The upright box around all of them. */
export function extentOf(items: readonly Item[], products: Products): Bounds {
  return boundsOf(items.flatMap((item) => footprint(item, lookOf(item.sku, products))));
}

export function shifted(items: readonly Item[], { x: dx, y: dy }: Point): Poses {
  return new Map(items.map(({ item, x, y, rotation }) => [item, { x: x + dx, y: y + dy, rotation }]));
}

/**
 * All of them turned clockwise about the middle of their places, which such a turn leaves where it is, so that four
 * quarter turns lead back exactly.
 */
export function turned(items: readonly Item[], degrees: number): Poses {
  const middle = middleOf(items);
  return new Map(
    items.map(({ item, x, y, rotation }) => {
      const offset = rotated({ x: x - middle.x, y: y - middle.y }, degrees);
      return [item, wholePose({ x: middle.x + offset.x, y: middle.y + offset.y, rotation: rotation + degrees })];
    }),
  );
}

/** What they are turned about: whole millimetres, which a quarter turn about them leads back to. */
export function middleOf(items: readonly Item[]): Point {
  const mean = (of: (item: Item) => number) => items.reduce((sum, item) => sum + of(item), 0) / items.length;
  const [x, y] = [mean(({ x }) => x), mean(({ y }) => y)];
  return { x: nearest(x, y), y: nearest(y, x) };
}

/**
 * Of two whole numbers as near as each other, the one that makes an even sum with the other coordinate, or an even one if
 * that lies between two as well. Upwards, say, would be another point after each quarter turn about the first.
 */
function nearest(mean: number, other: number): number {
  const least = Math.floor(mean);
  if (!isHalf(mean)) return Math.round(mean);
  return (least + (isHalf(other) ? 0 : Math.round(other))) % 2 === 0 ? least : least + 1;
}

const isHalf = (value: number) => Math.abs(value % 1) === 0.5;

/** How far keys move them: no piece's middle leaves the box around the room. */
export function nudged(items: readonly Item[], by: Point, outline: readonly Corner[]): Point {
  const { left, right, top, bottom } = outlineBounds(outline);
  const xs = items.map(({ x }) => x);
  const ys = items.map(({ y }) => y);
  return {
    x: clamp(by.x, Math.min(0, left - Math.min(...xs)), Math.max(0, right - Math.max(...xs))),
    y: clamp(by.y, Math.min(0, top - Math.min(...ys)), Math.max(0, bottom - Math.max(...ys))),
  };
}

/**
 * How far a hand moves what stands in this box: by whole centimetres, flush with a near wall, and within the room, as one
 * piece of the box's size would be. `free` leaves out all but the last.
 */
export function allowedShift(box: Bounds, by: Point, outline: readonly Corner[], scale: number, free: boolean): Point {
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const size = { width: box.width, depth: box.height };
  const grid = (value: number) => (free ? Math.round(value) : snapToGrid(value, GRID));
  const wanted: Pose = { x: middle.x + grid(by.x), y: middle.y + grid(by.y), rotation: 0 };
  const flush = free
    ? wanted
    : snapToWalls(wanted, size, outline, Math.min(snapReach.touch.on, snapReach.pixels / scale));
  const inside = keepInside(flush, size, outline);
  return { x: Math.round(inside.x - middle.x), y: Math.round(inside.y - middle.y) };
}

/** The pieces whose middle is in the rectangle between two points. */
export function inRectangle(items: Iterable<Item>, one: Point, other: Point): readonly string[] {
  const between = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b);
  return [...items]
    .filter(({ x, y }) => between(x, one.x, other.x) && between(y, one.y, other.y))
    .map(({ item }) => item);
}
