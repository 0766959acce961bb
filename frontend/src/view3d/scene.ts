/**
 * A room in three dimensions, described in plain values: no WebGL, no state. Lengths in mm, x to the east, y to the
 * south as on the plan, heights above the floor. What `fit` says of pieces that stand on others holds here too.
 */
import { productIn } from "../core/finishes";
import type { Corner, Item, Obstacle, Plan, Pose, Product } from "../core/protocol";
import { piecesOf } from "../fit/pieces";
import type { Shaped } from "./models/model";
import { wallSolids, type WallSolid } from "./walls";

/** One piece of furniture, and where its middle stands. */
export interface ScenePiece {
  readonly item: string;
  readonly pose: Pose;
  /** How high above the floor it stands: on another piece's top, say. */
  readonly lift: number;
  readonly shape: Shaped;
  /** Its main colour, as #rrggbb; undefined for a product that is no longer known. */
  readonly color: string | undefined;
  /** Pieces with the same one have the same model in the same colours. */
  readonly model: string;
}

export interface Shell {
  readonly floor: readonly Corner[];
  readonly height: number;
  readonly walls: readonly WallSolid[];
  /** Columns, radiators and what else cannot be moved. */
  readonly obstacles: readonly Obstacle[];
}

/** What stands for a product that the catalogue no longer has: as wide and deep as on the plan. */
const UNKNOWN: Shaped = { width: 600, depth: 600, height: 600 };

export function shellOf(plan: Plan): Shell {
  return { floor: plan.outline, height: plan.height, walls: wallSolids(plan), obstacles: plan.obstacles ?? [] };
}

/** The same for products that look the same. */
export function modelKey({ sku, color }: Pick<Product, "sku" | "color">): string {
  return `${sku} ${color}`;
}

export function piecesIn(items: Iterable<Item>, products: ReadonlyMap<string, Product>): readonly ScenePiece[] {
  const all = [...items];
  const lifts = new Map(piecesOf(all, products).map(({ id, on }) => [id, liftOf(on)]));
  return all.map((item) => {
    const known = products.get(item.sku);
    const product = known && productIn(known, item.finish);
    return {
      item: item.item,
      pose: { x: item.x, y: item.y, rotation: item.rotation },
      lift: lifts.get(item.item) ?? 0,
      shape: product ?? UNKNOWN,
      color: product?.color,
      model: product ? modelKey(product) : "",
    };
  });

  function liftOf(under: string | undefined): number {
    const sku = all.find(({ item }) => item === under)?.sku;
    return products.get(sku ?? "")?.height ?? 0;
  }
}
