import { describe, expect, test } from "vitest";
import type { Item, Plan } from "../core/protocol";
import { fit } from "../fit/fit";
import { piecesOf } from "../fit/pieces";
import { products } from "../fit/testing";
import type { DesignerView } from "../core/designerView";
import { besidePose, listed, namesOf, worstOf } from "./pieces";

const plan: Plan = { outline: [[0, 0], [4000, 0], [4000, 5000], [0, 5000]], height: 2500, openings: [] }; // prettier-ignore
const sofa = products.get("HS-SOFA-220")!;
const pouf = products.get("HS-POUF-52")!;
const at = (item: string, sku: string, x: number, y: number, rotation = 0): Item => ({ item, sku, x, y, rotation });

test("several of a product are told apart by a number", () => {
  const items = [at("a", pouf.sku, 500, 500), at("b", sofa.sku, 2000, 2000), at("c", pouf.sku, 500, 3000), at("d", "GONE", 0, 0)]; // prettier-ignore
  expect([...namesOf(items, products, "Unknown piece").values()]).toEqual([
    `${pouf.name} 1`,
    sofa.name,
    `${pouf.name} 2`,
    "Unknown piece",
  ]);
});

test("the worst that is known about a piece is what the fit panel says first about it", () => {
  const items = [at("a", pouf.sku, 100, 500), at("b", sofa.sku, 2000, 2000)];
  const checks = fit(plan, items, products);
  expect(worstOf("a", checks)).toMatchObject({ kind: "inside", verdict: "failed" });
  expect(worstOf("b", checks)?.verdict).not.toBe("failed");
  expect(worstOf("b", undefined)).toBeUndefined();
});

test("a piece is told wherever a hand has it; of many at once, where the room has them", () => {
  const items = Array.from({ length: 9 }, (_, index) => at(`p${index}`, pouf.sku, 500, 500));
  const seen = (held: number) => {
    const locks = new Map(items.slice(0, held).map(({ item }) => [item, {}]));
    const shown = new Map(items.map((item) => [item.item, { ...item, x: 700 }]));
    const room = { items: new Map(items.map((item) => [item.item, item])), locks };
    const view = { room, shown, holds: new Map() } as unknown as DesignerView;
    return [listed(view, "p0")?.x, listed(view, "p8")?.x, listed(view, "gone")];
  };
  expect(seen(8)).toEqual([700, 700, undefined]);
  expect(seen(9)).toEqual([500, 500, undefined]);
});

describe("a second one", () => {
  const beside = (item: Item, others: readonly Item[] = [], room = plan) =>
    besidePose(item, products.get(item.sku)!, room, piecesOf([item, ...others], products));

  test("stands to the right of the first", () => {
    expect(beside(at("a", pouf.sku, 2000, 2000))).toEqual({ x: 2000 + pouf.width, y: 2000, rotation: 0 });
    expect(beside(at("a", pouf.sku, 2000, 2000, 90))).toEqual({ x: 2000, y: 2000 + pouf.width, rotation: 90 });
  });

  test("stands on another side where there is a wall or something in the way", () => {
    const corner = at("a", pouf.sku, 4000 - pouf.width / 2, pouf.depth / 2);
    expect(beside(corner)).toMatchObject({ x: corner.x - pouf.width, y: corner.y });
    const left = at("b", pouf.sku, corner.x - pouf.width, corner.y);
    expect(beside(corner, [left])).toMatchObject({ x: corner.x, y: corner.y + pouf.depth });
  });

  test("stands nowhere where all sides are taken", () => {
    const middle = at("a", sofa.sku, 2000, 450);
    const below = at("b", sofa.sku, 2000, 450 + sofa.depth);
    expect(beside(middle, [below])).toBeUndefined();
  });

  test("stands in no wall, also one that runs between its corners", () => {
    const partition: Plan = { ...plan, outline: [[0, 0], [2000, 0], [2000, 3000], [2150, 3000], [2150, 0], [5000, 0], [5000, 4000], [0, 4000]] }; // prettier-ignore
    const first = at("a", "HS-LOVESEAT-156", 1000, 1000);
    expect(beside(first, [], partition)).toEqual({ x: 1000, y: 1000 + products.get(first.sku)!.depth, rotation: 0 });
  });

  test("stands flush with slanting walls, but for rounding", () => {
    const slanted: Plan = { ...plan, outline: [[0, 0], [3000, 0], [7000, 4000], [7000, 6000], [0, 6000]] }; // prettier-ignore
    const first = at("a", sofa.sku, 4000 - 0.354 * sofa.depth, 1000 + 0.354 * sofa.depth, 45);
    const next = beside({ ...first, x: Math.round(first.x), y: Math.round(first.y) }, [], slanted)!;
    expect(next.x - first.x).toBeCloseTo(sofa.width / Math.SQRT2, -1);
    expect(fit(slanted, [{ ...first, ...next }], products)[0]).toMatchObject({ verdict: "not-checked" });
  });
});
