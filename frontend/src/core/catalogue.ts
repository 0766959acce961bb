/** The products one can place: loading, finding, and saying what they measure and cost. */
import { descriptionOf, kindName } from "../texts/names";
import { locale as shownLocale } from "../texts/texts";
import { numberFormat } from "./format";
import type { Price, Product } from "./protocol";

export { formatDimensions, formatSize } from "./format";

export interface Catalogue {
  readonly products: readonly Product[];
  readonly bySku: ReadonlyMap<string, Product>;
}

export function catalogueOf(products: readonly Product[]): Catalogue {
  return { products, bySku: new Map(products.map((product) => [product.sku, product])) };
}

/** Loads `GET /api/catalogue`. Fails with an Error that names the address and the status. */
export async function loadCatalogue(origin: string, get: typeof fetch = fetch): Promise<Catalogue> {
  const address = new URL("/api/catalogue", origin).href;
  const response = await get(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}, expected 200`);
  const { products } = (await response.json()) as { products: readonly Product[] };
  return catalogueOf(products);
}

/**
 * The products that match every word of the query, those whose name begins with it first. Words are looked for in
 * name, kind and description as they are shown, whatever their case and accents; numbers are sizes in cm ("140", "140x200", "200 cm").
 */
export function search(products: readonly Product[], query: string): readonly Product[] {
  const words = folded(query)
    .replace(/(\d)\s*(?:cm\b|x\s*(?=\d))/g, "$1 ")
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "cm");
  const found = products.filter((product) => matches(product, words));
  const begins = (product: Product): boolean => folded(product.name).startsWith(words[0] ?? "");
  return [...found.filter(begins), ...found.filter((product) => !begins(product))];
}

/** An amount in the currency's usual form; whole amounts without decimals. */
export function formatPrice({ amount, currency }: Price, locale = shownLocale()): string {
  const digits = numberFormat(locale, { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
  const value = amount / 10 ** (digits ?? 2);
  const decimals = Number.isInteger(value) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  return numberFormat(locale, { style: "currency", currency, ...decimals }).format(value);
}

function matches(product: Product, words: readonly string[]): boolean {
  const { name, kind } = product;
  const text = folded(`${name} ${kind} ${kindName(kind)} ${descriptionOf(product)}`);
  const sizes = [product.width, product.depth, product.height].map((mm) => String(mm / 10));
  return words.every((word) =>
    /^\d/.test(word)
      ? sizes.some((size) => size.startsWith(word.replace(",", "."))) || text.includes(word)
      : text.includes(word),
  );
}

/** Lower case without accents, so that "fatolj" finds "Fåtölj". */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/×/g, "x");
}
