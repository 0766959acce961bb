/** Models take exactly the room that their products take. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { products } from "../../fit/testing";
import { modelOf, reachOf, meshOf } from "./mesh";
import { partsOf } from "./model";

const all = [...products.values()];
const millimetres = fc.integer({ min: 1, max: 10_000 });

const boxOf = ({ width, depth, height }: { width: number; depth: number; height: number }) => [
  [-width / 2, width / 2],
  [0, height],
  [-depth / 2, depth / 2],
];

describe("a model's box is exactly its product's", () => {
  test.each(all.map((product) => [product.name, product] as const))("%s", (_, product) => {
    expect(reachOf(modelOf(product))).toEqual(boxOf(product));
  });

  test("whatever the kind and the size, also of kinds that are not known", () => {
    const kinds = [
      ...new Set(all.map(({ kind }) => kind)),
      "hall-bench",
      "chest-of-drawers",
      "mirror",
      "something-new",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), millimetres, millimetres, millimetres, (kind, width, depth, height) => {
        const meshes = modelOf({ kind, width, depth, height });
        expect(reachOf(meshes)).toEqual(boxOf({ width, depth, height }));
        for (const { positions, normals } of meshes) {
          expect(positions.every(Number.isFinite)).toBe(true);
          expect(normals.every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  test("whatever the outline", () => {
    const part = fc.tuple(
      fc.nat(400),
      fc.nat(400),
      fc.integer({ min: 500, max: 2000 }),
      fc.integer({ min: 500, max: 2000 }),
    );
    const outline = fc.oneof(fc.constant("round" as const), fc.array(part, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(fc.constantFrom("corner-sofa", "new", "table"), outline, millimetres, (kind, outline, height) => {
        const size = { width: 2000, depth: 2000, height };
        expect(reachOf(modelOf({ kind, ...size, outline }))).toEqual(boxOf(size));
      }),
    );
  });
});

test.each(all.map((product) => [product.name, product] as const))("%s needs hardly any stretching", (_, product) => {
  const drawn = reachOf(partsOf(product).map(meshOf)).map(([from, to]) => to - from);
  for (const [axis, size] of [product.width, product.height, product.depth].entries()) {
    expect(Math.abs(drawn[axis]! / size - 1)).toBeLessThan(0.06);
  }
});

test("every part of a model has a size", () => {
  for (const product of all) {
    for (const part of partsOf(product)) {
      if (part.shape === "sheet") continue;
      for (const [from, to] of [part.x, part.y, part.z]) expect(to, `${product.name}: ${JSON.stringify(part)}`).toBeGreaterThan(from); // prettier-ignore
    }
  }
});

test("triangles face outwards", () => {
  for (const product of all) {
    // Leaves are lit from above on both sides.
    const solid = modelOf(product).filter(({ tone }) => !tone.startsWith("leaf"));
    for (const { positions, normals, indices } of solid) {
      for (let at = 0; at < indices.length; at += 3) {
        const [a, b, c] = [0, 1, 2].map((corner) => vector(positions, indices[at + corner]!)) as [V, V, V];
        const face = cross(minus(b, a), minus(c, a));
        const normal = [0, 1, 2].map((corner) => vector(normals, indices[at + corner]!)).reduce(plus);
        if (
          Math.hypot(...face) > 0.01 &&
          Math.abs(dot(face, normal)) > 0.2 * Math.hypot(...face) * Math.hypot(...normal)
        ) {
          expect(dot(face, normal), product.name).toBeGreaterThan(0);
        }
      }
    }
  }
});

test("a model is low-poly", () => {
  for (const product of all) {
    const triangles = modelOf(product).reduce((sum, { indices }) => sum + indices.length / 3, 0);
    expect(triangles, product.name).toBeLessThan(12_000);
  }
});

type V = readonly [number, number, number];
const vector = (values: readonly number[], index: number): V => [values[index * 3]!, values[index * 3 + 1]!, values[index * 3 + 2]!]; // prettier-ignore
const minus = (a: V, b: V): V => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const plus = (a: V, b: V): V => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const dot = (a: V, b: V) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: V, b: V): V => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
