/** Where a piece stands, as people say it: how far its outermost edges are from the west and the north wall, in mm. */
import { boundsOf, footprint, outlineBounds, type Bounds, type Point } from "../core/geometry";
import type { Item, Plan, Pose, Product } from "../core/protocol";
import { pieceOf } from "../fit/pieces";
import { lookOf } from "../plan/picture";

/** Where a piece may stand without reaching through the room's upright box, as edges; nothing to choose for a larger one. */
export interface EdgeRange {
  readonly least: number;
  readonly most: number;
}

/** The upright box around a piece; one that the catalogue does not know is as large as it is drawn. */
export function boxAround(item: Item, product: Product | undefined): Bounds {
  return product ? pieceOf(item, product).box : boundsOf(footprint(item, lookOf(item.sku, new Map())));
}

/** In whole millimetres: edges of turned pieces lie in between. */
export function edgesOf(item: Item, product: Product | undefined, plan: Pick<Plan, "outline">): Point {
  const [box, room] = [boxAround(item, product), outlineBounds(plan.outline)];
  return { x: whole(box.left - room.left), y: whole(box.top - room.top) };
}

/** The pose that brings one edge to a distance from its wall, and leaves the rest. */
export function withEdge(item: Item, axis: "x" | "y", edge: number, product: Product | undefined, plan: Plan): Pose {
  const { x, y, rotation } = item;
  const pose = { x, y, rotation };
  return { ...pose, [axis]: pose[axis] + edge - edgesOf(item, product, plan)[axis] };
}

export function edgeRange(item: Item, axis: "x" | "y", product: Product | undefined, plan: Plan): EdgeRange {
  const [box, room] = [boxAround(item, product), outlineBounds(plan.outline)];
  const free = axis === "x" ? room.width - box.width : room.height - box.height;
  return { least: 0, most: Math.max(0, whole(free)) };
}

/** The same half millimetre comes out of a turned piece's arithmetic above or below; one hair decides for all. */
const whole = (length: number) => Math.round(length + 1e-6) + 0;
