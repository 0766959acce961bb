import { expect, test } from "vitest";
import type { Item, Plan } from "../core/protocol";
import { piecesOf } from "../fit/pieces";
import { products } from "../fit/testing";
import { catchesOf, caught } from "./catching";

const plan: Plan = { outline: [[0, 0], [4000, 0], [4000, 5000], [0, 5000]], height: 2500, openings: [] }; // prettier-ignore
const sofa = products.get("HS-SOFA-220")!;
const table = products.get("HS-ROUND-110")!;
const items: readonly Item[] = [
  { item: "sofa", sku: sofa.sku, x: 2000, y: 1000, rotation: 0 },
  { item: "table", sku: table.sku, x: 2000, y: 3000, rotation: 0 },
];
const catches = catchesOf(plan, piecesOf(items, products));
const front = 1000 + sofa.depth / 2;

test.each([
  ["a corner of the room", { x: 40, y: 60 }, { x: 0, y: 0 }],
  ["a corner rather than the edge beside it", { x: 2000 + sofa.width / 2 - 30, y: front + 5 }, { x: 2000 + sofa.width / 2, y: front }], // prettier-ignore
  ["an edge", { x: 1700, y: front + 50 }, { x: 1700, y: front }],
  ["a wall", { x: 3930, y: 2500 }, { x: 4000, y: 2500 }],
  ["a round table's edge", { x: 2000, y: 3000 - table.depth / 2 - 20 }, { x: 2000, y: 3000 - table.depth / 2 }],
  ["itself where nothing is near", { x: 1000.4, y: 4000.6 }, { x: 1000, y: 4001 }],
])("the tape is held to %s", (_, point, held) => {
  expect(caught(point, catches, 100)).toEqual(held);
});

test("the middle of a round table is as good a point as any", () => {
  expect(caught({ x: 2000, y: 3000 }, catches, 100)).toEqual({ x: 2000, y: 3000 });
});
