/** What the list says about the pieces of a room, and where a second one of a kind would stand. Pure. */
import type { Point } from "../core/geometry";
import type { Item, Plan, Pose, Product } from "../core/protocol";
import type { DesignerView } from "../core/designerView";
import type { Check } from "../fit/checks";
import { distances } from "../fit/distances";
import { pieceOf, type Piece } from "../fit/pieces";
import { gap } from "../fit/shapes";
import { isWithin } from "../plan/placement";

type Products = ReadonlyMap<string, Product>;

/** What each piece is called: with a number where there are several of a product, in the room's order. */
export function namesOf(items: Iterable<Item>, products: Products, unknown: string): ReadonlyMap<string, string> {
  const all = [...items];
  const counts = new Map<string, number>();
  return new Map(
    all.map(({ item, sku }) => {
      const nth = (counts.get(sku) ?? 0) + 1;
      counts.set(sku, nth);
      const name = products.get(sku)?.name ?? unknown;
      return [item, all.some((other) => other.sku === sku && other.item !== item) ? `${name} ${nth}` : name];
    }),
  );
}

/** With more pieces than this in hands at once, those are told where they stand when they are put down. */
const FOLLOWED = 8;

/** A piece as the list shows it: wherever a hand has it, but of many at once where the room has them. */
export function listed({ room, shown, holds }: DesignerView, id: string): Item | undefined {
  const inHands = room?.locks.has(id) || holds.has(id);
  const many = Math.max(room?.locks.size ?? 0, holds.size) > FOLLOWED;
  return inHands && many && shown.has(id) ? room?.items.get(id) : shown.get(id);
}

/** The worst that is known about a piece, of checks that come the worst first. */
export function worstOf(item: string, checks: readonly Check[] | undefined): Check | undefined {
  return checks?.find(({ items, to }) => items.includes(item) || to?.includes(item));
}

/** Where the like of a piece stands at its side, turned as it is, in nothing and within the walls; undefined for nowhere. */
export function besidePose(item: Item, product: Product, plan: Plan, others: readonly Piece[]): Pose | undefined {
  const { width, depth } = product;
  const offsets: readonly Point[] = [
    { x: width, y: 0 },
    { x: -width, y: 0 },
    { x: 0, y: depth },
    { x: 0, y: -depth },
  ];
  const poses = offsets.map(({ x, y }) => {
    const radians = (item.rotation * Math.PI) / 180;
    const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
    return {
      x: Math.round(item.x + x * cos - y * sin) + 0,
      y: Math.round(item.y + x * sin + y * cos) + 0,
      rotation: item.rotation,
    };
  });
  return poses.find((pose) => isFree(pieceOf({ ...item, ...pose }, product), plan, others));
}

/** Whether a piece stands in nothing and within the walls. */
export function isFree(piece: Piece, plan: Plan, others: readonly Piece[]): boolean {
  const inside = isWithin(plan.outline, piece.shapes);
  const standing = others.filter(({ lies }) => lies === piece.lies);
  const overlaps = (other: Piece) =>
    piece.shapes.some((one) => other.shapes.some((two) => gap(one, two).distance < -distances.rounding));
  return inside && !standing.some(overlaps);
}
