import { describe, expect, test } from "vitest";
import type { Item, Plan } from "../core/protocol";
import { fit } from "../fit/fit";
import { products } from "../fit/testing";
import { alternatives, isCurable } from "./alternatives";

const plan: Plan = {
  outline: [[0, 0], [4000, 0], [4000, 5000], [0, 5000]],
  height: 2500,
  openings: [
    { kind: "door", wall: 2, offset: 2800, width: 900, height: 2050, sill: 0, hinge: "right", swing: "in" },
  ],
}; // prettier-ignore

const offered = (items: readonly Item[], item = items[0]!) => {
  const checks = fit(plan, items, products);
  return alternatives({ plan, items, checks }, item, products).map(({ product: { sku }, pose: { x, y } }) => [
    sku,
    x,
    y,
  ]);
};

const sofa = (x: number, y = 460): Item => ({ item: "sofa", sku: "HS-SOFA-240", x, y, rotation: 0 });

describe("what would fit", () => {
  test("where a sofa meets a shelf, the next smaller ones that do not", () => {
    const shelf = { item: "shelf", sku: "HS-SHELF-90", x: 3350, y: 150, rotation: 0 };
    expect(offered([sofa(1750, 480), shelf])).toEqual([
      ["HS-SOFA-220", 1750, 460],
      ["HS-SOFA-190", 1750, 430],
      ["HS-LOVESEAT-156", 1750, 440],
    ]);
  });

  test("in the open stands in the same middle", () => {
    const table: Item = { item: "table", sku: "HS-COFFEE-120", x: 2000, y: 1660, rotation: 0 };
    const items = [table, { item: "sofa", sku: "HS-SOFA-220", x: 2000, y: 560, rotation: 0 }];
    expect(offered(items, table)).toEqual([["HS-COFFEE-90", 2000, 1660]]);
  });

  test("nothing that makes the room worse for others", () => {
    // The corner sofa is clear of the lamp it is offered for, but leaves no way to it.
    const lamp = { item: "lamp", sku: "HS-LAMP-45", x: 3700, y: 300, rotation: 0 };
    for (const [sku] of offered([{ ...sofa(2500, 430), sku: "HS-SOFA-220" }, lamp])) {
      expect(sku).not.toContain("CORNER");
    }
  });

  test("nothing that closes the way to another piece, even if nothing more is wrong then", () => {
    const door = { ...plan.openings[0]!, wall: 0, offset: 1891, hinge: "left" as const };
    const small: Plan = { ...plan, outline: [[0, 0], [3440, 0], [3440, 2500], [0, 2500]], openings: [door] }; // prettier-ignore
    const table: Item = { item: "table", sku: "HS-DINING-160", x: 2324, y: 2075, rotation: 180 };
    const items: readonly Item[] = [
      { item: "crib", sku: "HS-CRIB-70", x: 650, y: 1924, rotation: 270 },
      table,
      { item: "daybed", sku: "HS-DAYBED-200", x: 3010, y: 1238, rotation: 90 },
      { item: "night", sku: "HS-NIGHT-45", x: 3240, y: 1981, rotation: 90 },
      { item: "shelf", sku: "HS-SHELF-60", x: 3027, y: 140, rotation: 0 },
    ];
    const noWay = (all: readonly Item[]) =>
      fit(small, all, products).some(({ verdict, to, items: via }) => verdict === "failed" && via.length === 0 && to?.includes("night")); // prettier-ignore
    expect(noWay(items)).toBe(false);
    const checks = fit(small, items, products);
    for (const { product, pose } of alternatives({ plan: small, items, checks }, table, products)) {
      expect(noWay(items.map((one) => (one === table ? { ...one, sku: product.sku, ...pose } : one)))).toBe(false);
    }
  });

  test("nothing, where everything is too large or the product is unknown", () => {
    const bed: Item = { item: "bed", sku: "HS-BED-180", x: 950, y: 1060, rotation: 0 };
    expect(offered([bed])).toEqual([]);
    expect(offered([{ ...bed, sku: "gone" }])).toEqual([]);
  });
});

test("whatever is offered passes, and the room is no worse", () => {
  const wrong = (items: readonly Item[]) => fit(plan, items, products).filter(isCurable);
  for (const { sku } of products.values()) {
    const piece: Item = { item: "piece", sku, x: 700, y: 1500, rotation: 270 };
    const items = [piece, { item: "other", sku: "HS-SIDEBOARD-120", x: 1500, y: 2300, rotation: 0 }];
    const checks = fit(plan, items, products);
    for (const { product, pose } of alternatives({ plan, items, checks }, piece, products)) {
      const swapped = items.map((one) => (one === piece ? { ...one, sku: product.sku, ...pose } : one));
      expect(wrong(swapped).filter((check) => check.items.includes("piece"))).toEqual([]);
      expect(wrong(swapped).length).toBeLessThanOrEqual(wrong(items).length);
    }
  }
});

/** Less than 20 ms is wanted. The middle is printed; the limit is on the best, since other work may slow a machine. */
test("60 pieces in 40 m²", () => {
  const hall: Plan = { ...plan, outline: [[0, 0], [8000, 0], [8000, 5000], [0, 5000]] }; // prettier-ignore
  const skus = ["HS-SOFA-190", "HS-STOOL-38", "HS-NIGHT-45", "HS-SHELF-90", "HS-PLANT-60", "HS-ARMCHAIR-72"];
  const items = Array.from({ length: 60 }, (_, index) => ({
    item: `piece-${index}`,
    sku: skus[index % skus.length]!,
    x: 450 + (index % 10) * 780,
    y: 450 + Math.floor(index / 10) * 820,
    rotation: (index * 17) % 360,
  }));
  const checks = fit(hall, items, products);
  const ask = (index: number) => alternatives({ plan: hall, items, checks }, items[index % 60]!, products);
  for (let warming = 0; warming < 60; warming++) ask(warming);
  const times = Array.from({ length: 60 }, (_, index) => {
    const start = performance.now();
    ask(index);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  console.log(`alternatives: ${times[30]!.toFixed(2)} ms in the middle, ${times[57]!.toFixed(2)} ms at p95`);
  expect(times[0]).toBeLessThan(20);
});
