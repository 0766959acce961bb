/** The finishes that products can be had in (F1), and how a product or a piece looks in one of them.. */
import { finishName } from "../texts/names";
import type { Finish, Item, Product } from "./protocol";

type Finished = Pick<Product, "finishes">;

/** What a piece is in: its own finish, or the product's first where it has none or the product no longer has it. */
export function finishOf({ finishes }: Finished, id: string | undefined): Finish | undefined {
  return finishes?.find((finish) => finish.id === id) ?? finishes?.[0];
}

/** Whether there is anything to choose. */
export function hasChoice({ finishes }: Finished): boolean {
  return (finishes?.length ?? 0) > 1;
}

/** What a piece's finish is called, in the person's language, where there is a choice; undefined where its looks are the product's only ones. */
export function chosenFinishName(product: Finished, id: string | undefined): string | undefined {
  const finish = finishOf(product, id);
  return finish && hasChoice(product) ? finishName(finish) : undefined;
}

/** The finish to ask for so that another product looks as this piece does; undefined where it has no such finish. */
export function keptFinish(piece: Pick<Item, "finish">, product: Finished, other: Finished): string | undefined {
  const id = finishOf(product, piece.finish)?.id;
  return other.finishes?.some((finish) => finish.id === id) ? id : undefined;
}

/** The piece in another finish; undefined for its product's first one. */
export function refinished({ finish: _, ...item }: Item, finish: string | undefined): Item {
  return finish === undefined ? item : { ...item, finish };
}

const dyed = new WeakMap<Product, Map<string, Product>>();

/** The product as it looks in a finish: the same value for the same finish, and the product itself for its first. */
export function productIn(product: Product, id: string | undefined): Product {
  const finish = finishOf(product, id);
  if (!finish || finish === product.finishes?.[0]) return product;
  const known = dyed.get(product) ?? new Map<string, Product>();
  dyed.set(product, known);
  const looks = known.get(finish.id) ?? { ...product, color: finish.color };
  known.set(finish.id, looks);
  return looks;
}
