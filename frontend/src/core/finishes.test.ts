import { describe, expect, test } from "vitest";
import { products } from "../fit/testing";
import { chosenFinishName, finishOf, hasChoice, keptFinish, productIn, refinished } from "./finishes";
import type { Item, Product } from "./protocol";

const sofa = products.get("HS-SOFA-220")!;
const other = products.get("HS-SOFA-240")!;
const jute = products.get("HS-RUG-R200")!;
const { finishes: _, ...rest } = sofa;
const older: Product = rest;

describe("the finish of a piece", () => {
  test("F1 is its own, or the product's first", () => {
    expect(finishOf(sofa, "oat")?.name).toBe("Oat");
    expect(finishOf(sofa, undefined)?.id).toBe("sage");
    expect(finishOf(sofa, "gone-since")?.id).toBe("sage");
    expect(finishOf(older, "oat")).toBeUndefined();
  });

  test("is worth a word where there is a choice", () => {
    expect([sofa, jute, older].map(hasChoice)).toEqual([true, false, false]);
    expect(chosenFinishName(sofa, "smoke-blue")).toBe("Smoke blue");
    expect(chosenFinishName(jute, undefined)).toBeUndefined();
  });

  test("is kept by another product that has it, also where it was the first one", () => {
    expect(keptFinish({ finish: "smoke-blue" }, sofa, other)).toBe("smoke-blue");
    expect(keptFinish({ finish: "sage" }, sofa, other)).toBeUndefined();
    expect(keptFinish({}, other, sofa)).toBe("smoke-blue");
    expect(keptFinish({ finish: "oat" }, sofa, older)).toBeUndefined();
  });

  test("is left out for the first one", () => {
    const item: Item = { item: "a", sku: sofa.sku, x: 1, y: 2, rotation: 3 };
    expect(refinished(item, "oat")).toEqual({ ...item, finish: "oat" });
    expect(refinished({ ...item, finish: "oat" }, undefined)).toEqual(item);
  });
});

describe("a product in a finish", () => {
  test("is the same value each time, and itself in its first", () => {
    expect(productIn(sofa, "oat")).toBe(productIn(sofa, "oat"));
    expect(productIn(sofa, "sage")).toBe(sofa);
    expect(productIn(sofa, undefined)).toBe(sofa);
    expect(productIn(older, "oat")).toBe(older);
  });

  test("differs in its colour alone", () => {
    expect(productIn(sofa, "oat")).toEqual({ ...sofa, color: "#d6c9b2" });
  });
});
