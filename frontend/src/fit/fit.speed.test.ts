/** How long all checks of a full room take: 60 pieces in 40 m². The figure is printed; the limit is for slow machines. */
import { expect, test } from "vitest";
import type { Item, Plan } from "../core/protocol";
import { fit } from "./fit";
import { products } from "./testing";

const plan: Plan = {
  outline: [[0, 0], [8000, 0], [8000, 5000], [0, 5000]],
  height: 2500,
  openings: [
    { kind: "door", wall: 0, offset: 600, width: 900, height: 2050, sill: 0, hinge: "left", swing: "in" },
    { kind: "door", wall: 2, offset: 600, width: 900, height: 2050, sill: 0, hinge: "right", swing: "in" },
    { kind: "window", wall: 0, offset: 3000, width: 1600, height: 1300, sill: 800, hinge: "left", swing: "in" },
    { kind: "window", wall: 1, offset: 1500, width: 1600, height: 1300, sill: 800, hinge: "left", swing: "in" },
  ],
}; // prettier-ignore

const skus = ["HS-CHAIR-48", "HS-STOOL-38", "HS-NIGHT-45", "HS-SHELF-90", "HS-PLANT-60", "HS-ARMCHAIR-72"];

/** Rows of pieces about a metre apart, each turned a little more than the one before. */
const items: readonly Item[] = Array.from({ length: 60 }, (_, index) => ({
  item: `piece-${index}`,
  sku: skus[index % skus.length]!,
  x: 450 + (index % 10) * 780,
  y: 450 + Math.floor(index / 10) * 820,
  rotation: (index * 17) % 360,
}));

test("60 pieces in 40 m²", () => {
  for (let warming = 0; warming < 200; warming++) fit(plan, items, products);
  const times = Array.from({ length: 100 }, (_, run) => {
    const dragged = items.map((item, index) => (index === 30 ? { ...item, x: item.x + run } : item));
    const start = performance.now();
    fit(plan, dragged, products);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  console.log(`fit: ${times[50]!.toFixed(2)} ms in the middle, ${times[95]!.toFixed(2)} ms at p95`);
  expect(times[50]).toBeLessThan(20);
});
