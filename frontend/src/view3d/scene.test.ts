/** Walls with their openings cut out, and pieces where they stand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { area, walls, type Point } from "../core/geometry";
import type { Corner, Opening, Plan } from "../core/protocol";
import { products } from "../fit/testing";
import { piecesIn, shellOf } from "./scene";
import { wallSolids, type Block } from "./walls";

const rectangle: readonly Corner[] = [[0, 0], [4000, 0], [4000, 3000], [0, 3000]]; // prettier-ignore
const lShape: readonly Corner[] = [[0, 0], [5000, 0], [5000, 2000], [3000, 2000], [3000, 4000], [0, 4000]]; // prettier-ignore

const opening = (of: Partial<Opening>): Opening => ({
  kind: "window",
  wall: 0,
  offset: 1000,
  width: 1000,
  height: 1200,
  sill: 800,
  hinge: "left",
  swing: "in",
  ...of, // prettier-ignore
});
const plan = (outline: readonly Corner[], ...openings: readonly Opening[]): Plan => ({
  outline,
  height: 2500,
  openings,
});

describe("walls", () => {
  test("without openings each is one block, mitred at the corners", () => {
    const [north] = wallSolids(plan(rectangle));
    expect(north!.blocks).toEqual([
      { corners: [{ x: 0, y: 0 }, { x: 4000, y: 0 }, { x: 4120, y: -120 }, { x: -120, y: -120 }], bottom: 0, top: 2500 }, // prettier-ignore
    ]);
  });

  test("a corner that juts into the room is mitred the other way", () => {
    const jutting = wallSolids(plan(lShape))[2]!;
    expect(jutting.blocks[0]!.corners).toEqual([{ x: 5000, y: 2000 }, { x: 3000, y: 2000 }, { x: 3120, y: 2120 }, { x: 5120, y: 2120 }]); // prettier-ignore
  });

  test("a window leaves what is below its sill and above its head", () => {
    const [north] = wallSolids(plan(rectangle, opening({})));
    expect(north!.blocks.map(({ corners, bottom, top }) => [corners[0].x, corners[1].x, bottom, top])).toEqual([
      [0, 1000, 0, 2500],
      [1000, 2000, 0, 800],
      [1000, 2000, 2000, 2500],
      [2000, 4000, 0, 2500],
    ]);
    expect(north!.gaps).toMatchObject([{ a: { x: 1000, y: 0 }, b: { x: 2000, y: 0 }, bottom: 800, top: 2000 }]);
  });

  test("a door's way has no skirting across it", () => {
    const [north] = wallSolids(plan(rectangle, opening({ kind: "door", sill: 0, height: 2050 })));
    expect(north!.skirting.map(({ corners }) => [corners[0].x, corners[1].x])).toEqual([
      [0, 1000],
      [2000, 4000],
    ]);
  });

  test("an opening as high as the room leaves nothing", () => {
    const [north] = wallSolids(plan(rectangle, opening({ kind: "passage", sill: 0, height: 2500 })));
    expect(north!.blocks).toHaveLength(2);
  });

  test("walls and openings together are the whole wall, whatever the openings", () => {
    const some = fc.record({
      offset: fc.nat(4500),
      width: fc.integer({ min: 1, max: 2000 }),
      sill: fc.nat(2600),
      height: fc.integer({ min: 1, max: 2600 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), (openings) => {
        const [north] = wallSolids(plan(rectangle, ...openings.map(opening)));
        const solid = north!.blocks.reduce((sum, block) => sum + lengthOf(block) * (block.top - block.bottom), 0);
        expect(solid).toBeCloseTo(4000 * 2500 - covered(openings), 3);
      }),
    );
  });

  test("blocks have their corners clockwise and their top above their bottom", () => {
    for (const outline of [rectangle, lShape]) {
      for (const { blocks, skirting } of wallSolids(plan(outline, opening({}), opening({ wall: 3, offset: 200 })))) {
        for (const { bottom, top } of [...blocks, ...skirting]) expect(top).toBeGreaterThan(bottom);
        for (const { corners } of blocks) expect(area(corners.map(({ x, y }) => [x, y] as const))).toBeLessThan(0);
      }
    }
  });
});

test("the shell has a wall for each side", () => {
  expect(shellOf(plan(lShape)).walls.map(({ wall }) => wall.index)).toEqual(walls(lShape).map(({ index }) => index));
});

test("columns and radiators belong to the shell", () => {
  const column = { kind: "column", width: 300, depth: 300, height: 2500, x: 900, y: 900, rotation: 0 } as const;
  expect(shellOf({ ...plan(rectangle), obstacles: [column] }).obstacles).toEqual([column]);
});

describe("pieces", () => {
  const at = (item: string, sku: string, x = 1000, y = 1000) => ({ item, sku, x, y, rotation: 90 });

  test("stand where the room has them, in their product's size and colour", () => {
    const [sofa] = piecesIn([at("sofa", "HS-SOFA-220")], products);
    expect(sofa).toMatchObject({
      item: "sofa",
      pose: { x: 1000, y: 1000, rotation: 90 },
      lift: 0,
      shape: { kind: "sofa", width: 2200, depth: 920, height: 800 },
      color: "#9caf94",
    });
  });

  test("F1 are in their finish, and have a model of their own for it", () => {
    const items = [at("sage", "HS-SOFA-220"), { ...at("oat", "HS-SOFA-220"), finish: "oat" }];
    const [sage, oat] = piecesIn(items, products);
    expect(oat).toMatchObject({ color: "#d6c9b2", shape: { width: 2200 } });
    expect(oat!.model).not.toBe(sage!.model);
  });

  test("a lamp on a sideboard stands as high as that", () => {
    const items = [at("lamp", "HS-TABLELAMP-28"), at("sideboard", "HS-SIDEBOARD-160")];
    expect(piecesIn(items, products).map(({ lift }) => lift)).toEqual([760, 0]);
  });

  test("a product that is no longer known has a place as on the plan", () => {
    expect(piecesIn([at("old", "HS-GONE")], products)).toMatchObject([{ shape: { width: 600, depth: 600 } }]);
  });
});

function lengthOf({ corners: [a, b] }: Block): number {
  return distance(a, b);
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** The area that rectangles take together within the wall of 4000 × 2500 mm, counted in cells between their sides. */
function covered(openings: readonly Pick<Opening, "offset" | "width" | "sill" | "height">[]): number {
  const boxes = openings.map(({ offset, width, sill, height }) => ({
    x: [Math.min(offset, 4000), Math.min(offset + width, 4000)] as const,
    y: [Math.min(sill, 2500), Math.min(sill + height, 2500)] as const,
  }));
  const xs = [...new Set(boxes.flatMap(({ x }) => x))].sort((a, b) => a - b);
  const ys = [...new Set(boxes.flatMap(({ y }) => y))].sort((a, b) => a - b);
  let sum = 0;
  for (let i = 0; i + 1 < xs.length; i++) {
    for (let j = 0; j + 1 < ys.length; j++) {
      const inside = boxes.some(
        ({ x, y }) => x[0] <= xs[i]! && x[1] >= xs[i + 1]! && y[0] <= ys[j]! && y[1] >= ys[j + 1]!,
      );
      if (inside) sum += (xs[i + 1]! - xs[i]!) * (ys[j + 1]! - ys[j]!);
    }
  }
  return sum;
}
