import { describe, expect, test } from "vitest";
import { walls } from "../core/geometry";
import type { Item, Obstacle, Plan } from "../core/protocol";
import { Random } from "../core/testing/random";
import { wholeMargin } from "../fit/checks";
import { obstaclePieces } from "../fit/obstacles";
import { piecesOf } from "../fit/pieces";
import { products } from "../fit/testing";
import { gap } from "../fit/shapes";
import { atDistance, sideDistances, SIDES, type Side } from "./sides";

const plan: Plan = { outline: [[0, 0], [4000, 0], [4000, 5000], [0, 5000]], height: 2500, openings: [] }; // prettier-ignore
const sofa = products.get("HS-SOFA-220")!;
const pouf = products.get("HS-POUF-52")!;
const rug = [...products.values()].find(({ stands, kind }) => stands === "under" && kind === "rug")!;
const round = [...products.values()].find(({ outline, kind }) => outline === "round" && kind.includes("table"))!;
const corner = [...products.values()].find(({ kind }) => kind === "corner-sofa")!;
const at = (item: string, sku: string, x: number, y: number, rotation = 0): Item => ({ item, sku, x, y, rotation });

function measured(items: readonly Item[], obstacles: readonly Obstacle[] = []) {
  const pieces = [...piecesOf(items, products), ...obstaclePieces({ obstacles })];
  const piece = pieces.find(({ id }) => id === items[0]!.item)!;
  return sideDistances(piece, pieces, walls(plan.outline));
}

const lengths = (items: readonly Item[], obstacles: readonly Obstacle[] = []) =>
  Object.fromEntries(measured(items, obstacles).map(({ side, distance, to }) => [side, [wholeMargin(distance), to]]));

describe("the distances at a piece's four sides", () => {
  test("to the walls of an empty room", () => {
    expect(lengths([at("sofa", sofa.sku, 1500, 1000)])).toEqual({
      back: [1000 - sofa.depth / 2, undefined],
      right: [2500 - sofa.width / 2, undefined],
      front: [4000 - sofa.depth / 2, undefined],
      left: [1500 - sofa.width / 2, undefined],
    });
  });

  test("are in the piece's own directions", () => {
    const turned = lengths([at("sofa", sofa.sku, 1500, 2000, 90)]);
    expect(turned.back).toEqual([2500 - sofa.depth / 2, undefined]);
    expect(turned.left).toEqual([2000 - sofa.width / 2, undefined]);
  });

  test("to neighbours, square and round ones exactly, and to what is built in", () => {
    const neighbours = [at("sofa", sofa.sku, 1500, 1000), at("pouf", pouf.sku, 1600, 2500)];
    expect(lengths(neighbours).front).toEqual([1500 - sofa.depth / 2 - pouf.depth / 2, "pouf"]);
    const table = [at("sofa", sofa.sku, 1500, 1000), at("table", round.sku, 1500, 3000)];
    expect(lengths(table).front).toEqual([2000 - sofa.depth / 2 - round.depth / 2, "table"]);
    const column: Obstacle = { kind: "column", x: 3000, y: 1000, rotation: 0, width: 300, depth: 300, height: 2500 };
    expect(lengths([at("sofa", sofa.sku, 1500, 1000)], [column]).right).toEqual([1350 - sofa.width / 2, "obstacle:0"]);
  });

  test("not to rugs, nor to what one stands in", () => {
    const over = [at("sofa", sofa.sku, 1500, 1000), at("rug", rug.sku, 1500, 2600), at("pouf", pouf.sku, 1500, 1400)];
    expect(lengths(over).front).toEqual([4000 - sofa.depth / 2, undefined]);
  });

  test("flush with a wall is 0, and what is flush at a side is not before another", () => {
    const touching = [at("sofa", sofa.sku, sofa.width / 2, sofa.depth / 2), at("pouf", pouf.sku, sofa.width + pouf.width / 2, pouf.depth / 2)]; // prettier-ignore
    expect(lengths(touching)).toMatchObject({ back: [0, undefined], left: [0, undefined], right: [0, "pouf"] });
    expect(lengths(touching).front).toEqual([5000 - sofa.depth, undefined]);
  });

  test("of a corner sofa are those of its outline, not of the box around it", () => {
    const parts = corner.outline as readonly (readonly [number, number, number, number])[];
    const x = 2000;
    const y = corner.depth / 2;
    const shallow = parts.find(([, , , front]) => front < corner.depth)!;
    const middle = x - corner.width / 2 + (shallow[0] + shallow[2]) / 2;
    const inFront = at("pouf", pouf.sku, middle, shallow[3] + 100 + pouf.depth / 2);
    const found = lengths([at("corner", corner.sku, x, y), inFront]);
    expect(found.front).toEqual([100, "pouf"]);
  });
});

describe("of a round piece", () => {
  const table = products.get("HS-ROUND-90")!;
  const radius = table.width / 2;
  const cut = walls([[1200, 0], [5000, 0], [5000, 4000], [0, 4000], [0, 1200]]); // prettier-ignore
  const found = (item: Item, others: readonly Item[] = [], room = cut) =>
    Object.fromEntries(
      sideDistances(piecesOf([item], products)[0]!, piecesOf([item, ...others], products), room).map((one) => [one.side, one]), // prettier-ignore
    );

  test("in the open are those of the square around it", () => {
    const { back, right, front, left } = found(at("table", table.sku, 2500, 2000));
    expect([back, right, front, left].map((side) => side!.distance)).toEqual([2000 - radius, 2500 - radius, 2000 - radius, 2500 - radius]); // prettier-ignore
    expect(back).toMatchObject({ a: { x: 2500, y: 2000 - radius }, b: { x: 2500, y: 0 } });
  });

  test("are to a slanting wall that it touches, and a typed one is kept from it", () => {
    const item = at("table", table.sku, 918, 919);
    const { back, left, front } = found(item);
    expect([wholeMargin(back!.distance), wholeMargin(left!.distance)]).toEqual([1, 1]);
    expect(front!.distance).toBe(4000 - 919 - radius);
    const pose = atDistance(piecesOf([item], products)[0]!, "back", 100, [], cut)!;
    expect(pose).toEqual({ x: 918, y: 919 + 99, rotation: 0 });
  });

  test("to round and square ones are how far it could go, however it is turned", () => {
    const random = new Random(19);
    for (let room = 0; room < 200; room++) {
      const item = at("table", table.sku, 2500, 2000, random.whole(0, 359));
      const sku = random.one([table.sku, pouf.sku, sofa.sku]);
      const other = at("other", sku, 2500 + random.whole(-1500, 1500), 2000 + random.whole(-1500, 1500), random.whole(0, 359)); // prettier-ignore
      for (const side of Object.values(found(item, [other])).filter(({ to }) => to)) {
        const there = { ...item, x: item.x + side.out.x * side.distance, y: item.y + side.out.y * side.distance };
        const [one, two] = piecesOf([other, there], products);
        const between = Math.min(...one!.shapes.map((shape) => gap(shape, two!.shapes[0]!).distance));
        expect(Math.abs(between)).toBeLessThan(side.distance === 0 ? 3 : 1e-3);
      }
    }
  });
});

describe("a typed distance", () => {
  const moved = (item: Item, side: Side, wanted: number) => {
    const [piece] = piecesOf([item], products);
    return { ...item, ...atDistance(piece!, side, wanted, [], walls(plan.outline)) };
  };

  test("is what is measured then, however the piece is turned", () => {
    const random = new Random(7);
    for (let round = 0; round < 200; round++) {
      const item = at("sofa", sofa.sku, random.whole(1400, 2600), random.whole(1400, 3600), random.whole(0, 359));
      const side = random.one(SIDES);
      const wanted = random.whole(0, 400);
      const after = moved(item, side, wanted);
      const found = measured([after]).find((one) => one.side === side)!;
      // Whole millimetres and whole degrees leave a hair, and a very slanting wall makes more of it.
      expect(Math.abs(found.distance - wanted)).toBeLessThanOrEqual(item.rotation % 90 === 0 ? 0.5 : 2);
    }
  });

  test("moves along the side's own direction only", () => {
    expect(moved(at("sofa", sofa.sku, 1500, 1000), "left", 123)).toMatchObject({
      x: 123 + sofa.width / 2,
      y: 1000,
      rotation: 0,
    });
  });

  test("to nothing moves nothing", () => {
    const outside = at("sofa", sofa.sku, 9000, 9000);
    expect(moved(outside, "right", 100)).toEqual(outside);
  });
});
