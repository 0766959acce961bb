import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Item, Plan } from "../core/protocol";
import { frameOf, lookOf, planPicture, productPicture, type Look } from "./picture";

const read = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const room = JSON.parse(read("picture.json")) as {
  plan: Plan;
  items: Item[];
  products: (Look & { sku: string; kind: string })[];
};
const looks = new Map(room.products.map((product) => [product.sku, product]));

test("draws the room of the fixture to the letter; the server's drawing is held to the same file", () => {
  expect(planPicture(room.plan, room.items, looks)).toBe(read("picture.svg").trimEnd());
});

test("needs no more than whole numbers", () => {
  const picture = planPicture(room.plan, room.items, looks);
  expect(picture).not.toMatch(/\d\.\d|NaN|Infinity|undefined/);
  expect(picture).not.toMatch(/-0[ "L]/);
});

test("draws rugs below everything else, in the room's order", () => {
  const order = [...planPicture(room.plan, room.items, looks).matchAll(/data-item="([^"]+)"/g)].map(([, item]) => item);
  expect(order).toEqual(["rug-1", "rug-2", "sofa-1", "lost_1", "stool-1"]);
});

test("draws an unknown product as a bare outline", () => {
  expect(lookOf("GONE", looks)).toEqual({ width: 600, depth: 600 });
  expect(planPicture(room.plan, room.items, looks)).toContain(
    'data-item="lost_1" data-lock="none" transform="translate(4000 3300) rotate(15)">' +
      '<rect class="outline" x="-300" y="-300" width="600" height="600"/></g>',
  );
});

test("frames a room with a margin that grows with it", () => {
  const square = (side: number): Plan => ({ outline: [[0, 0], [side, 0], [side, side], [0, side]], height: 2500, openings: [] }); // prettier-ignore
  expect(frameOf(square(4000))).toEqual({ left: -600, top: -600, width: 5200, height: 5200 });
  expect(frameOf(square(30_000))).toEqual({ left: -2500, top: -2500, width: 35_000, height: 35_000 });
});

test("draws a product by itself, its text made safe", () => {
  expect(productPicture({ kind: "so&fa", width: 220, depth: 92, color: '"' })).toBe(
    '<svg class="product" viewBox="0 0 220 92" preserveAspectRatio="none" aria-hidden="true">' +
      '<use href="#so&amp;fa" width="220" height="92" color="&quot;"/></svg>',
  );
});
