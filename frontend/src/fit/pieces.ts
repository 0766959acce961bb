/** The pieces of a room as bodies: where their outlines lie, and which heights they take. */
import { boundsOf, rotated, type Bounds, type Point } from "../core/geometry";
import type { Item, Product } from "../core/protocol";
import { covers, disc, polygon, type Shape } from "./shapes";

/** A convex part of a piece from one height to another, mm above the floor. */
export interface Body {
  readonly shape: Shape;
  readonly bottom: number;
  readonly top: number;
}

export interface Piece {
  readonly id: string;
  readonly item: Item;
  readonly product: Product;
  /** The outline, whatever its height. */
  readonly shapes: readonly Shape[];
  readonly bodies: readonly Body[];
  readonly box: Bounds;
  /** Whether one walks over it and stands things on it, as on a rug. */
  readonly lies: boolean;
  /** Whether it belongs to the room: nobody moves it, nobody goes to it. */
  readonly fixed?: boolean;
  /** The piece that it stands on. */
  readonly on?: string;
}

/** The pieces whose product the catalogue knows, by id so that no answer depends on the order in the room. */
export function piecesOf(items: Iterable<Item>, products: ReadonlyMap<string, Product>): readonly Piece[] {
  const standing = [...items]
    .sort((one, other) => (one.item < other.item ? -1 : 1))
    .flatMap((item) => {
      const product = products.get(item.sku);
      return product ? [pieceOf(item, product)] : [];
    });
  return standing.map((piece) => (piece.product.stands === "top" ? stackedOn(piece, standing) : piece));
}

/** A point of a piece, given in its own coordinates: `across` from its left, `ahead` from its back, in mm. */
export function pointOf({ item, product }: Pick<Piece, "item" | "product">, across: number, ahead: number): Point {
  const offset = rotated({ x: across - product.width / 2, y: ahead - product.depth / 2 }, item.rotation);
  return { x: item.x + offset.x, y: item.y + offset.y };
}

/** The directions of a piece: `across` to its right, `ahead` to its front. */
export function axesOf({ item }: Pick<Piece, "item">): { readonly across: Point; readonly ahead: Point } {
  return { across: rotated({ x: 1, y: 0 }, item.rotation), ahead: rotated({ x: 0, y: 1 }, item.rotation) };
}

export function pieceOf(item: Item, product: Product): Piece {
  const { width, depth, height, outline, seat, under = 0 } = product;
  const box = (left: number, back: number, right: number, front: number): Shape => {
    const corner = (across: number, ahead: number) => pointOf({ item, product }, across, ahead);
    return polygon([corner(left, back), corner(right, back), corner(right, front), corner(left, front)]);
  };
  const shapes =
    outline === "round"
      ? [disc({ x: item.x, y: item.y }, width / 2)]
      : (outline ?? [[0, 0, width, depth] as const]).map((part) => box(...part));
  const bodies = seat
    ? [
        { shape: box(0, 0, width, depth - seat.depth), bottom: under, top: height },
        { shape: box(0, depth - seat.depth, width, depth), bottom: under, top: seat.height },
      ]
    : shapes.map((shape) => ({ shape, bottom: under, top: height }));
  const ends = shapes.flatMap(({ box: { left, top, right, bottom } }) => [
    { x: left, y: top },
    { x: right, y: bottom },
  ]);
  return { id: item.item, item, product, shapes, bodies, box: boundsOf(ends), lies: product.stands === "under" };
}

/** A lamp whose whole foot is on a sideboard stands on it; otherwise it stands on the floor. */
function stackedOn(piece: Piece, others: readonly Piece[]): Piece {
  const feet = piece.shapes.flatMap((shape) => shape.corners);
  const under = others.find(
    ({ id, product, shapes }) =>
      id !== piece.id && product.top && feet.every((foot) => shapes.some((shape) => covers(shape, foot))),
  );
  if (!under) return piece;
  const lifted = (body: Body) => ({
    ...body,
    bottom: body.bottom + under.product.height,
    top: body.top + under.product.height,
  });
  return { ...piece, on: under.id, bodies: piece.bodies.map(lifted) };
}
