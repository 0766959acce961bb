/** The room as data: what the server says of it, and the catalogue's entries for what stands in it. */
import type { Item, Product } from "../core/protocol";
import { problemOf } from "../panels/invitation";

interface Asked {
  readonly room: string;
  readonly origin: string;
  readonly token: string | undefined;
}

/** What `GET /api/rooms/{room}` answers. Fails with an Error whose message is for people. */
export async function loadRoom({ room, origin, token }: Asked): Promise<{ readonly items: readonly Item[] }> {
  const response = await fetch(`${origin}/api/rooms/${room}`, {
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(problemOf(response));
  return (await response.json()) as { items: readonly Item[] };
}

/** The file's text: the answer as it is, with `products` by sku. */
export function roomData(
  state: { readonly items: readonly Pick<Item, "sku">[] },
  products: ReadonlyMap<string, Product>,
): string {
  const skus = [...new Set(state.items.map(({ sku }) => sku))].sort();
  return JSON.stringify({ ...state, products: skus.flatMap((sku) => products.get(sku) ?? []) }, undefined, 2) + "\n";
}
