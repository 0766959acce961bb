/** The catalogue's data file obeys its schema, and what the schema cannot say. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { groupOf } from "../panels/kinds";
import type { Product } from "./protocol";

const folder = new URL("../../../app/src/main/resources/catalogue/", import.meta.url);
const read = <T>(file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as T;

const file = read<{ readonly products: readonly Product[] }>("products.json");
const schema = read<{ $defs: { product: { properties: { kind: { enum: string[] } } } } }>("products.schema.json");
const sprite = readFileSync(new URL("../furniture.svg", import.meta.url), "utf8");
const kinds = schema.$defs.product.properties.kind.enum;
const all = file.products;

test("the data file obeys its schema", () => {
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  validate(file);
  expect(validate.errors ?? []).toEqual([]);
});

test("the schema refuses what is not in it, and what is missing", () => {
  const validate = new Ajv2020().compile(schema);
  const { packages: _, ...without } = all[0]!;
  expect(validate({ products: [without] })).toBe(false);
  expect(validate({ products: [{ ...all[0], wdith: 2200 }] })).toBe(false);
});

test("there is enough to furnish a home, and nothing is there twice", () => {
  expect(all.length).toBeGreaterThanOrEqual(40);
  for (const key of ["sku", "name"] as const) expect(new Set(all.map((one) => one[key])).size).toBe(all.length);
});

test("there are products of every kind, and a picture and a group for each", () => {
  const drawn = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
  expect(drawn.sort()).toEqual([...kinds].sort());
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(kinds));
  const further = kinds.filter((kind) => groupOf({ kind }) === "further");
  expect(further).toEqual(["floor-lamp", "table-lamp", "plant", "palm"]);
});

describe("a product", () => {
  test.each(all)("$sku: colour, legs and packages agree", (product) => {
    const { color, finishes = [], packages = [], legs, height } = product;
    expect(color, "is the first finish's").toBe(finishes[0]?.color);
    expect(new Set(finishes.map(({ name }) => name)).size, "has each finish once").toBe(finishes.length);
    if (legs) expect(legs.height, "its legs are a part of its height").toBeLessThan(height);
    for (const box of packages.filter((one) => one.legs)) {
      expect(legs, "stands on legs that it says it has").toBeDefined();
      expect(box.height, "a package that stands is higher than what is in it").toBeGreaterThanOrEqual(height);
    }
  });

  test.each(all)("$sku: its packages could hold it", ({ width, depth, height, packages = [] }) => {
    const longest = Math.max(...packages.flatMap((box) => [box.width, box.depth, box.height]));
    const weight = packages.reduce((sum, box) => sum + box.weight, 0);
    expect(longest, "nothing is packed in a box for a doll's house").toBeGreaterThan(0.15 * Math.max(width, depth, height)); // prettier-ignore
    expect(weight).toBeGreaterThanOrEqual(1000);
  });
});
