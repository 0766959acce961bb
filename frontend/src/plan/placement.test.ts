import { describe, expect, test } from "vitest";
import type { Item, Plan, Product } from "../core/protocol";
import { freeSpot } from "./placement";

const plan: Plan = {
  outline: [
    [0, 0],
    [4000, 0],
    [4000, 5000],
    [0, 5000],
  ],
  height: 2500,
  openings: [],
};
const look = (sku: string, kind: string, width: number, depth: number) => ({ sku, kind, width, depth }) as Product;
const table = look("T", "dining-table", 1600, 900);
const rug = look("R", "rug", 2400, 1700);
const products = new Map([table, rug].map((product) => [product.sku, product]));
const standing = (sku: string, x: number, y: number, rotation = 0): Item => ({
  item: `${sku}${x}`,
  sku,
  x,
  y,
  rotation,
});

describe("a free spot", () => {
  test("is the middle of an empty room", () => {
    expect(freeSpot(table, plan, [], products)).toEqual({ x: 2000, y: 2500, rotation: 0 });
  });

  test("is beside what stands in the middle, and as near to it as there is space", () => {
    const spot = freeSpot(table, plan, [standing("T", 2000, 2500)], products);
    expect(spot.x).toBe(2000);
    expect(Math.abs(spot.y - 2500)).toBeGreaterThanOrEqual(900);
    expect(Math.abs(spot.y - 2500)).toBeLessThan(900 + 130);
  });

  test("minds how a piece is turned", () => {
    const spot = freeSpot(table, plan, [standing("T", 2000, 2500, 90)], products);
    expect(Math.abs(spot.y - 2500)).toBeGreaterThanOrEqual(450 + 800);
  });

  test("may be on a rug, and a rug may lie under things", () => {
    expect(freeSpot(table, plan, [standing("R", 2000, 2500)], products)).toMatchObject({ x: 2000, y: 2500 });
    expect(freeSpot(rug, plan, [standing("T", 2000, 2500)], products)).toMatchObject({ x: 2000, y: 2500 });
    const runner = look("N", "round-rug", 900, 900);
    const beside = freeSpot(runner, plan, [standing("R", 2000, 2500)], products);
    expect(Math.abs(beside.y - 2500)).toBeGreaterThanOrEqual(850 + 450);
  });

  test("is beside a column, also for a rug", () => {
    const column = { kind: "column" as const, x: 2000, y: 2500, rotation: 45, width: 300, depth: 300, height: 2500 };
    for (const product of [table, rug]) {
      const spot = freeSpot(product, { ...plan, obstacles: [column] }, [], products);
      expect(Math.abs(spot.y - 2500)).toBeGreaterThanOrEqual(product.depth / 2 + 150 * Math.SQRT2);
    }
  });

  test("keeps out of the corner that an L-shaped room does not have", () => {
    const corner: Plan = {
      ...plan,
      outline: [
        [0, 0],
        [4000, 0],
        [4000, 2000],
        [1500, 2000],
        [1500, 5000],
        [0, 5000],
      ],
    };
    const spot = freeSpot(look("S", "stool", 400, 400), corner, [], products);
    expect(spot.x <= 1300 || spot.y <= 1800).toBe(true);
  });

  test("is clear of a partition, however the piece is turned", () => {
    const partition: Plan = { ...plan, outline: [[0, 0], [2300, 0], [2300, 1900], [2700, 1900], [2700, 0], [5000, 0], [5000, 4000], [0, 4000]] }; // prettier-ignore
    const sofa = look("S", "sofa", 2200, 900);
    expect(freeSpot(sofa, partition, [], products).y).toBeGreaterThanOrEqual(1900 + 450);
    const corner: Plan = { ...plan, outline: [[0, 0], [5000, 0], [5000, 1200], [1500, 1200], [1500, 3400], [0, 3400]] }; // prettier-ignore
    const turned = freeSpot(sofa, corner, [], products, 90);
    expect(turned.rotation).toBe(90);
    expect(turned.x).toBeLessThanOrEqual(1500 - 450);
    // With another one there it fits in the other arm only, and not as it is turned.
    const straight = freeSpot(sofa, corner, [standing("T", 450, 2300, 90)], products, 90);
    expect(straight.rotation).toBe(0);
    expect(straight.y).toBeLessThanOrEqual(1200 - 450);
  });

  test("is the middle when there is none", () => {
    const giant = look("G", "wardrobe", 4500, 5500);
    expect(freeSpot(giant, plan, [], products)).toEqual({ x: 2000, y: 2500, rotation: 0 });
  });
});
