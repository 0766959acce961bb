/**
 * What would fit where a piece does not: other products of its kind, at the same place, that pass every check. Pure, and
 * bounded: products that fail what can be told from near by are left out before the whole room is asked.
 */
import { rotated, walls, wholePose, type Point } from "../core/geometry";
import type { Item, Plan, Pose, Product } from "../core/protocol";
import type { Check, Verdict } from "../fit/checks";
import { fit, fitStanding } from "../fit/fit";
import { closestOn, distance } from "../fit/shapes";

export interface Alternative {
  readonly product: Product;
  /** Where it would stand. */
  readonly pose: Pose;
}

/** A room and what is known to be wrong in it. */
export interface CheckedRoom {
  readonly plan: Plan;
  readonly items: readonly Item[];
  readonly checks: readonly Check[];
}

/** Kinds that answer the same need; the other kinds are each for themselves. */
const FAMILIES: readonly (readonly string[])[] = [
  ["sofa", "loveseat", "corner-sofa"],
  ["dining-table", "round-table"],
  ["coffee-table", "round-table"],
  ["sideboard", "chest-of-drawers"],
  ["chair", "stool"],
];

/** No more than these are offered. */
const MOST = 3;
/** The whole room is asked no more often than this, which bounds the time. */
const WHOLE_ROOM_CHECKS = 4;
/** A piece whose back is this near to a wall stands against it, mm. */
const AGAINST_WALL = 150;
/** Pieces beyond this from each other have no check in common but ways through the room, mm. */
const NEAR = 2_000;

/** The products that would pass in the place of a piece, the most similar in size first. */
export function alternatives(
  room: CheckedRoom,
  item: Item,
  products: ReadonlyMap<string, Product>,
): readonly Alternative[] {
  const product = products.get(item.sku);
  if (!product) return [];
  const near = nearby(room.items, item, products);
  const standing = candidates(product, products)
    .flatMap((candidate) => posesFor(room.plan, item, product, candidate).map((pose) => ({ product: candidate, pose })))
    .filter(({ product: { sku }, pose }) => {
      const items = near.map((other) => (other.item === item.item ? { ...other, sku, ...pose } : other));
      return !isWrong(fitStanding(room.plan, items, products), item.item);
    });
  const passing: Alternative[] = [];
  let asked = 0;
  for (const alternative of standing) {
    if (passing.length === MOST || asked === WHOLE_ROOM_CHECKS) break;
    if (passing.some((one) => one.product === alternative.product)) continue;
    asked++;
    if (passesInRoom(room, item, alternative, products)) passing.push(alternative);
  }
  return passing;
}

/** Whether a check says that something is wrong with a piece that another product might cure. */
export function isCurable({ verdict, items }: Check): boolean {
  return items.length > 0 && (verdict === "failed" || verdict === "tight");
}

function passesInRoom(
  room: CheckedRoom,
  { item }: Item,
  { product: { sku }, pose }: Alternative,
  products: ReadonlyMap<string, Product>,
): boolean {
  const items = room.items.map((other) => (other.item === item ? { ...other, sku, ...pose } : other));
  const checks = fit(room.plan, items, products);
  const count = (all: readonly Check[], verdicts: readonly Verdict[]) =>
    all.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const isNoWorse = (...verdicts: Verdict[]) => count(checks, verdicts) <= count(room.checks, verdicts);
  const isReached = (one: Item) => wayTo(one, checks) >= wayTo(one, room.checks);
  return !isWrong(checks, item) && isNoWorse("failed") && isNoWorse("failed", "tight") && items.every(isReached);
}

/** How wide the worst way to a piece is, mm: without end where it is wide enough, negative where there is none. */
function wayTo({ item }: Item, checks: readonly Check[]): number {
  const ways = checks.filter(({ kind, to }) => kind === "walkway" && to?.includes(item));
  return Math.min(...ways.map(({ verdict, margin = -1 }) => (verdict === "passed" ? Infinity : margin)));
}

function isWrong(checks: readonly Check[], item: string): boolean {
  return checks.some((check) => isCurable(check) && check.items.includes(item));
}

/** Others of its kind and family, its own kind first, the most similar in size first. */
function candidates(product: Product, products: ReadonlyMap<string, Product>): readonly Product[] {
  const family = new Set(FAMILIES.filter((kinds) => kinds.includes(product.kind)).flat());
  const area = ({ width, depth }: Product) => width * depth;
  const unlike = (other: Product) => Math.abs(area(other) - area(product)) + (other.kind === product.kind ? 0 : 1e8);
  return [...products.values()]
    .filter((other) => other !== product && (other.kind === product.kind || family.has(other.kind)))
    .filter((other) => (other.under === undefined) === (product.under === undefined))
    .sort((one, other) => unlike(one) - unlike(other) || (one.sku < other.sku ? -1 : 1));
}

/** Against a wall the back stays where it is, else the middle; the other of the two comes second. */
function posesFor(plan: Plan, item: Item, product: Product, candidate: Product): readonly Pose[] {
  const { x, y, rotation } = item;
  const forward = rotated({ x: 0, y: (candidate.depth - product.depth) / 2 }, rotation);
  const middle = wholePose({ x, y, rotation });
  const back = wholePose({ x: x + forward.x, y: y + forward.y, rotation });
  const toBack = rotated({ x: 0, y: -product.depth / 2 }, rotation);
  const isAgainstWall = toWall(plan, { x: x + toBack.x, y: y + toBack.y }) <= AGAINST_WALL;
  return isAgainstWall ? [back, middle] : [middle, back];
}

function toWall(plan: Plan, point: Point): number {
  return Math.min(...walls(plan.outline).map(({ a, b }) => distance(point, closestOn(point, a, b))));
}

function nearby(items: readonly Item[], item: Item, products: ReadonlyMap<string, Product>): readonly Item[] {
  const reach = ({ sku }: Item) => Math.hypot(products.get(sku)?.width ?? 0, products.get(sku)?.depth ?? 0) / 2;
  return items.filter((other) => distance(other, item) <= reach(other) + reach(item) + NEAR);
}
