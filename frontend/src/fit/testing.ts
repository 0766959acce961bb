/** What the engine's tests share: the real catalogue, rooms from files, and checks as short lines. */
import { readdirSync, readFileSync } from "node:fs";
import type { Item, Obstacle, Opening, Plan, Product } from "../core/protocol";
import type { Check, CheckKind } from "./checks";

/** A small room and what is expected of it. */
export interface Case {
  readonly kind: CheckKind;
  readonly name: string;
  /** What it shows, for whoever reads the file. */
  readonly about: string;
  readonly plan: Plan;
  readonly items: readonly Item[];
  /** All checks of the case's kind, as `lineOf` writes them, sorted. */
  readonly expected: readonly string[];
}

const folder = new URL("./cases/", import.meta.url);
const catalogue = new URL("../../../app/src/main/resources/catalogue/products.json", import.meta.url);

export const products: ReadonlyMap<string, Product> = new Map(
  json<{ products: readonly Product[] }>(catalogue).products.map((product) => [product.sku, product]),
);

/** Every case, from the folder named after its kind of check. */
export function cases(): readonly Case[] {
  return readdirSync(folder).flatMap((kind) =>
    readdirSync(new URL(`${kind}/`, folder)).map((file): Case => {
      const { outline, openings, obstacles, ...rest } = json<
        { outline: Plan["outline"]; openings: readonly Opening[]; obstacles?: readonly Obstacle[] } & Pick<
          Case,
          "about" | "items" | "expected"
        >
      >(new URL(`${kind}/${file}`, folder));
      const plan = { outline, height: 2500, openings, ...(obstacles && { obstacles }) };
      return { kind: kind as CheckKind, name: file.replace(".json", ""), plan, ...rest };
    }),
  );
}

/**
 * A check in a line: `walkway 0 via sofa+table to lamp,shelf: tight 800`. The number after the kind is the opening's,
 * the one at the end the margin in mm.
 */
export function lineOf(check: Check): string {
  const { kind, clearance, opening, obstacle, items, to, verdict, margin, unknown } = check;
  const via = to && (margin !== undefined ? `via ${items.join("+") || "walls"}` : undefined);
  const subject = to ? [via, `to ${[...to].sort().join(",")}`] : [items.join("+")];
  const words = [kind, clearance, opening, obstacle !== undefined && `radiator ${obstacle}`, ...subject].filter(
    (word) => word !== undefined && word !== "" && word !== false,
  );
  return `${words.join(" ")}: ${[verdict, margin, unknown].filter((word) => word !== undefined).join(" ")}`;
}

function json<T>(file: URL): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
