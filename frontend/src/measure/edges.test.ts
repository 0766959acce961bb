import { describe, expect, test } from "vitest";
import type { Item, Plan } from "../core/protocol";
import { products } from "../fit/testing";
import { readAngle } from "./angles";
import { edgeRange, edgesOf, withEdge } from "./edges";

const plan: Plan = { outline: [[-500, 100], [3500, 100], [3500, 5100], [-500, 5100]], height: 2500, openings: [] }; // prettier-ignore
const standing = (sku: string, rotation: number): Item => ({ item: "piece", sku, x: 1500, y: 1400, rotation });
const sofa = products.get("HS-SOFA-220")!;
const table = [...products.values()].find(({ outline }) => outline === "round")!;

describe("edges", () => {
  test("are told from the walls, wherever the plan's own zero is", () => {
    expect(edgesOf(standing(sofa.sku, 0), sofa, plan)).toEqual({
      x: 2000 - sofa.width / 2,
      y: 1300 - sofa.depth / 2,
    });
  });

  test("are those of the piece as it is turned", () => {
    expect(edgesOf(standing(sofa.sku, 90), sofa, plan)).toEqual({
      x: 2000 - sofa.depth / 2,
      y: 1300 - sofa.width / 2,
    });
    const { x } = edgesOf(standing(sofa.sku, 45), sofa, plan);
    expect(x).toBe(Math.round(2000 - (sofa.width + sofa.depth) * Math.SQRT1_2 / 2)); // prettier-ignore
  });

  test("of a round piece are the same however it is turned", () => {
    expect(edgesOf(standing(table.sku, 45), table, plan)).toEqual(edgesOf(standing(table.sku, 0), table, plan));
  });

  test("of a piece that the catalogue does not know are those that are drawn", () => {
    expect(edgesOf(standing("GONE", 0), undefined, plan)).toEqual({ x: 1700, y: 1000 });
  });

  test.each([0, 90, 33, 270])("once set are what was asked for, turned by %i°", (rotation) => {
    const item = standing(sofa.sku, rotation);
    for (const axis of ["x", "y"] as const) {
      const pose = withEdge(item, axis, 317, sofa, plan);
      expect(edgesOf({ ...item, ...pose }, sofa, plan)).toEqual({ ...edgesOf(item, sofa, plan), [axis]: 317 });
    }
  });

  test("leave a piece within the room", () => {
    expect(edgeRange(standing(sofa.sku, 0), "x", sofa, plan)).toEqual({ least: 0, most: 4000 - sofa.width });
    expect(edgeRange(standing(sofa.sku, 90), "y", sofa, plan)).toEqual({ least: 0, most: 5000 - sofa.width });
  });
});

describe("angles", () => {
  test.each([
    ["90", 90],
    [" 15° ", 15],
    ["-90", 270],
    ["−15 deg", 345],
    ["360", 0],
    ["-0", 0],
  ])("“%s” is %i°", (text, value) => {
    expect(readAngle(text)).toEqual({ value });
  });

  test.each(["", "north", "361", "12.5", "1e2"])("“%s” is none", (text) => {
    expect(readAngle(text)).toEqual({
      problem: `Turned is “${text}”, expected whole degrees from −360 to 360, such as 45.`,
    });
  });
});
