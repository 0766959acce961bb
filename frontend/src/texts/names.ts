/** What the catalogue's things are called. What no language has a word for yet is said as the data says it. */
import type { Finish, Product } from "../core/protocol";
import { describedAs, texts } from "./texts";

/** A kind as people read it: "coffee-table" is "Coffee table". */
export function kindName(kind: string): string {
  const known: Readonly<Partial<Record<string, string>>> = texts().kinds;
  if (known[kind] !== undefined) return known[kind];
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function finishName({ name }: Pick<Finish, "name">): string {
  return texts().finishes[name] ?? name;
}

export function descriptionOf({ sku, description }: Pick<Product, "sku" | "description">): string {
  return describedAs(sku) ?? description;
}
