/** What stands in a room, as one would buy it. */
import { finishOf, productIn } from "../core/finishes";
import type { Item, Price, Product } from "../core/protocol";
import { finishName } from "../texts/names";
import { locale } from "../texts/texts";

export interface Line {
  /** As it looks in its finish. */
  readonly product: Product;
  /** What that is called. */
  readonly finish: string | undefined;
  readonly count: number;
  /** What all of them cost. */
  readonly price: Price;
}

export interface ShoppingList {
  /** By name, each finish by itself. */
  readonly lines: readonly Line[];
  /** One for each currency, which is one unless the catalogue mixes them. */
  readonly totals: readonly Price[];
  /** How many pieces there are, and how many of them the catalogue no longer has. */
  readonly pieces: number;
  readonly unknown: number;
}

export function shoppingList(
  items: Iterable<Pick<Item, "sku" | "finish">>,
  products: ReadonlyMap<string, Product>,
): ShoppingList {
  const counts = new Map<Product, { readonly finish: string | undefined; readonly count: number }>();
  let [pieces, unknown] = [0, 0];
  for (const { sku, finish } of items) {
    const product = products.get(sku);
    pieces++;
    if (!product) {
      unknown++;
      continue;
    }
    const looks = productIn(product, finish);
    counts.set(looks, { finish: finishOf(product, finish)?.name, count: (counts.get(looks)?.count ?? 0) + 1 });
  }
  const lines = [...counts]
    .map(([product, { finish, count }]): Line => {
      return { product, finish, count, price: { ...product.price, amount: product.price.amount * count } };
    })
    .sort(byName);
  return { lines, totals: totalsOf(lines), pieces, unknown };
}

function byName({ product: one, finish = "" }: Line, { product: other, finish: theirs = "" }: Line): number {
  if (one.sku === other.sku) return finishName({ name: finish }).localeCompare(finishName({ name: theirs }), locale());
  return one.name.localeCompare(other.name, locale()) || (one.sku < other.sku ? -1 : 1);
}

function totalsOf(lines: readonly Line[]): readonly Price[] {
  const totals = new Map<string, number>();
  for (const { price } of lines) totals.set(price.currency, (totals.get(price.currency) ?? 0) + price.amount);
  return [...totals].map(([currency, amount]) => ({ currency, amount }));
}
