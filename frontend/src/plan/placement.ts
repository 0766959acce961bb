/** Where a piece comes to stand that is placed without pointing at a spot. */
import { boundsOf, contains, footprint, outlineBounds, walls, wholePose } from "../core/geometry";
import type { Bounds, Point } from "../core/geometry";
import type { Corner, Item, Plan, Pose, Product } from "../core/protocol";
import { distances } from "../fit/distances";
import { pieceOf } from "../fit/pieces";
import { gap, middle as middleOf, polygon, type Shape } from "../fit/shapes";
import { isRug, lookOf, type Products } from "./picture";

/** Pieces stand on whole centimetres. */
const GRID = 10;

/**
 * A spot for a new piece: the one nearest to the room's middle where it stands inside the walls and on nothing else.
 * Rugs are stood upon, and lie under things. One that is turned stands straight where that is the only way; a room without
 * such a spot gives its middle.
 */
export function freeSpot(product: Product, plan: Plan, items: Iterable<Item>, products: Products, rotation = 0): Pose {
  const bounds = outlineBounds(plan.outline);
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  const sameLevel = [...items].filter((item) => isRug(product) === isRug(lookOf(item.sku, products)));
  const taken = [
    ...sameLevel.map((item) => boundsOf(footprint(item, lookOf(item.sku, products)))),
    ...(plan.obstacles ?? []).map((obstacle) => boundsOf(footprint(obstacle, obstacle))),
  ];
  const fits = (spot: Point) => {
    const { box: own, shapes } = pieceOf({ item: "", sku: "", ...spot, rotation }, product);
    return (
      taken.every(
        (other) =>
          own.right <= other.left || own.left >= other.right || own.bottom <= other.top || own.top >= other.bottom,
      ) && isWithin(plan.outline, shapes)
    );
  };
  const spot = spotsAround(middle, bounds).find(fits);
  if (!spot && rotation !== 0) return freeSpot(product, plan, items, products);
  return wholePose({ ...(spot ?? middle), rotation });
}

/** Whether shapes lie within the walls, but for rounding: none of them runs through one. */
export function isWithin(outline: readonly Corner[], shapes: readonly Shape[]): boolean {
  const sides = walls(outline).map(({ a, b }) => polygon([a, b]));
  return shapes.every(
    (shape) =>
      contains(outline, middleOf(shape.corners)) &&
      sides.every((side) => gap(shape, side).distance >= -distances.rounding),
  );
}

/** Candidates on a grid of at most about 1,600 points, nearest first. */
export function spotsAround(middle: Point, { width, height }: Bounds): Point[] {
  const step = Math.max(100, Math.ceil(Math.max(width, height) / 40 / GRID) * GRID);
  const across = Math.floor(width / 2 / step);
  const down = Math.floor(height / 2 / step);
  const spots: Point[] = [];
  for (let row = -down; row <= down; row++) {
    for (let column = -across; column <= across; column++) spots.push({ x: column * step, y: row * step });
  }
  return spots
    .sort((one, other) => one.x * one.x + one.y * one.y - other.x * other.x - other.y * other.y)
    .map((offset) => ({ x: middle.x + offset.x, y: middle.y + offset.y }));
}
