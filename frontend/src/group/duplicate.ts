/** Where the like of several pieces would stand, and placing it there. */
import { texts } from "../texts/texts";
import { extentOf, shifted } from "./moves";
import type { Point } from "../core/geometry";
import { randomId } from "../core/ids";
import type { Item, Plan, Product } from "../core/protocol";
import { obstaclePieces } from "../fit/obstacles";
import { pieceOf, piecesOf } from "../fit/pieces";
import { isFree } from "../list/pieces";
import { allowedShift } from "./moves";
import type { Session } from "../session";

type Products = ReadonlyMap<string, Product>;

/** Where nothing is free: beside the originals, so that both are seen, mm. */
const ASIDE = 200;

/** How far from the originals their likes stand: at a side of theirs, in nothing and within the walls, if that can be. */
export function besideGroup(items: readonly Item[], standing: Iterable<Item>, plan: Plan, products: Products): Point {
  const { width, height } = extentOf(items, products);
  const others = [...piecesOf(standing, products), ...obstaclePieces(plan)];
  const sides: readonly Point[] = [
    { x: Math.ceil(width), y: 0 },
    { x: -Math.ceil(width), y: 0 },
    { x: 0, y: Math.ceil(height) },
    { x: 0, y: -Math.ceil(height) },
  ];
  const free = sides.find((by) => {
    const poses = shifted(items, by);
    return items.every((item) => {
      const product = products.get(item.sku);
      return product && isFree(pieceOf({ ...item, ...poses.get(item.item) }, product), plan, others);
    });
  });
  return free ?? allowedShift(extentOf(items, products), { x: ASIDE, y: ASIDE }, plan.outline, 1, true);
}

/** Places the like of all selected pieces and selects it instead. */
export function duplicateGroup({ designer, view, catalogue, spoken }: Session): void {
  const { group, room, shown } = view.value;
  const products = catalogue.value?.bySku;
  const items = [...group].flatMap((id) => shown.get(id) ?? []);
  if (!room || !products || items.length === 0) return;
  const poses = shifted(items, besideGroup(items, shown.values(), room.plan, products));
  const copies = items.map((item) => ({ ...item, ...poses.get(item.item), item: randomId() }));
  designer.group.place(copies);
  designer.selectAll(copies.map(({ item }) => item));
  spoken.value = texts().group.duplicated(copies.length);
}
