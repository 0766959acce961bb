import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Item, Plan, Product } from "../core/protocol";
import { planPicture } from "./picture";

/*
 * The client's picture of a room is the server's: both are compared with the same files, here and in the server's
 * PlanPictureTest.
 */
interface Golden {
  readonly room: Plan & { readonly items: readonly Item[] };
  readonly svg: string;
}

const pictures = new URL("../../../protocol/fixtures/pictures/", import.meta.url);
const catalogue = new URL("../../../app/src/main/resources/catalogue/products.json", import.meta.url);

function json<T>(file: URL): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

describe("a room is drawn as its golden file says", () => {
  const { products } = json<{ products: readonly Product[] }>(catalogue);
  const looks = new Map(products.map((product) => [product.sku, product]));
  for (const name of readdirSync(pictures)) {
    test(name, () => {
      const { room, svg } = json<Golden>(new URL(name, pictures));
      expect(planPicture(room, room.items, looks)).toBe(svg);
    });
  }
});
