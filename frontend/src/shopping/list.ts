/** What stands in a room, as one would buy it. */
import type { Item, Price, Product } from "../core/protocol";

export interface Line {
  readonly product: Product;
  readonly count: number;
  /** What all of them cost. */
  readonly price: Price;
}

export interface ShoppingList {
  /** By name. */
  readonly lines: readonly Line[];
  /** One for each currency, which is one unless the catalogue mixes them. */
  readonly totals: readonly Price[];
  /** How many pieces there are, and how many of them the catalogue no longer has. */
  readonly pieces: number;
  readonly unknown: number;
}

export function shoppingList(items: Iterable<Pick<Item, "sku">>, products: ReadonlyMap<string, Product>): ShoppingList {
  const counts = new Map<Product, number>();
  let [pieces, unknown] = [0, 0];
  for (const { sku } of items) {
    const product = products.get(sku);
    pieces++;
    if (product) counts.set(product, (counts.get(product) ?? 0) + 1);
    else unknown++;
  }
  const lines = [...counts]
    .sort(([one], [other]) => one.name.localeCompare(other.name) || (one.sku < other.sku ? -1 : 1))
    .map(([product, count]): Line => {
      return { product, count, price: { ...product.price, amount: product.price.amount * count } };
    });
  return { lines, totals: totalsOf(lines), pieces, unknown };
}

function totalsOf(lines: readonly Line[]): readonly Price[] {
  const totals = new Map<string, number>();
  for (const { price } of lines) totals.set(price.currency, (totals.get(price.currency) ?? 0) + price.amount);
  return [...totals].map(([currency, amount]) => ({ currency, amount }));
}
