import { describe, expect, test } from "vitest";
import type { Item, Plan } from "../core/protocol";
import { Random } from "../core/testing/random";
import { piecesOf } from "../fit/pieces";
import { products } from "../fit/testing";
import { isFree } from "../list/pieces";
import { besideGroup } from "./duplicate";
import { allowedShift, extentOf, inRectangle, middleOf, nudged, shifted, turned, type Poses } from "./moves";

const plan: Plan = { outline: [[0, 0], [6000, 0], [6000, 5000], [0, 5000]], height: 2500, openings: [] }; // prettier-ignore
const { outline } = plan;
const pouf = products.get("HS-POUF-52")!;
const sofa = products.get("HS-SOFA-220")!;
const at = (item: string, x: number, y: number, rotation = 0, sku = pouf.sku): Item => ({ item, sku, x, y, rotation });
const moved = (items: readonly Item[], poses: Poses) => items.map((item) => ({ ...item, ...poses.get(item.item) }));

describe("the extent", () => {
  test("is the box around all footprints, turned ones too", () => {
    const box = extentOf([at("a", 1000, 1000), at("b", 3000, 2000, 90, sofa.sku)], products);
    expect(box).toMatchObject({ left: 1000 - pouf.width / 2, top: 1000 - pouf.depth / 2, right: 3000 + sofa.depth / 2 }); // prettier-ignore
    expect(box.bottom).toBeCloseTo(2000 + sofa.width / 2);
  });
});

describe("turning together", () => {
  const items = [at("a", 1000, 1000), at("b", 2000, 1000, 350), at("c", 1501, 1807, 45)];

  test("keeps the distances, and turns each as far as all", () => {
    const after = turned([at("a", 1000, 1000), at("b", 2000, 1000, 350)], 90);
    expect(after.get("a")).toEqual({ x: 1500, y: 500, rotation: 90 });
    expect(after.get("b")).toEqual({ x: 1500, y: 1500, rotation: 80 });
  });

  test("four quarter turns lead back exactly", () => {
    let now: readonly Item[] = items;
    for (let quarter = 0; quarter < 4; quarter++) now = moved(now, turned(now, 90));
    expect(now).toEqual(items);
  });

  test("so they do for any pieces, and about the middle that is drawn", () => {
    const random = new Random(3);
    for (let room = 0; room < 500; room++) {
      const some = ["a", "b", "c", "d"].slice(0, random.whole(2, 4));
      const start = some.map((id) => at(id, random.whole(-9, 9), random.whole(-9, 9), random.whole(0, 359)));
      let now: readonly Item[] = start;
      for (let quarter = 0; quarter < 4; quarter++) {
        now = moved(now, turned(now, 90));
        const [one, other] = [middleOf(start), middleOf(now)];
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBe(0);
      }
      expect(now).toEqual(start);
    }
  });

  test("a whole turn in steps of 15 degrees leads back, but for a few millimetres of rounding", () => {
    let now: readonly Item[] = items;
    for (let step = 0; step < 24; step++) now = moved(now, turned(now, 15));
    now.forEach(({ x, y, rotation }, index) => {
      expect(Math.hypot(x - items[index]!.x, y - items[index]!.y)).toBeLessThan(8);
      expect(rotation).toBe(items[index]!.rotation);
    });
  });
});

describe("moving together", () => {
  const items = [at("a", 1000, 1000), at("b", 5900, 2000)];

  test("keys stop where the first piece's middle reaches the room's edge", () => {
    expect(nudged(items, { x: 10, y: -10 }, outline)).toEqual({ x: 10, y: -10 });
    expect(nudged(items, { x: 200, y: 0 }, outline)).toEqual({ x: 100, y: 0 });
    expect(nudged([at("a", -50, 1000)], { x: -10, y: 0 }, outline)).toEqual({ x: 0, y: 0 });
  });

  test("a hand moves by whole centimetres, within the room, and flush with a near wall", () => {
    const box = extentOf([at("a", 1000, 1000), at("b", 2000, 1000)], products);
    const hand = (x: number, y: number, free = false) => allowedShift(box, { x, y }, outline, 0.1, free);
    expect(hand(104, 1003)).toEqual({ x: 100, y: 1000 });
    expect(hand(104, 1003, true)).toEqual({ x: 104, y: 1003 });
    expect(hand(-9000, 0)).toEqual({ x: -box.left, y: 0 });
    expect(hand(-box.left + 30, 0)).toEqual({ x: -box.left, y: 0 });
  });

  test("is the same way for each", () => {
    expect(shifted(items, { x: 5, y: -7 }).get("b")).toEqual({ x: 5905, y: 1993, rotation: 0 });
  });
});

test("a frame catches the pieces whose middle is in it, however it is drawn", () => {
  const items = [at("a", 1000, 1000), at("b", 2000, 1000), at("c", 4000, 4000)];
  expect(inRectangle(items, { x: 900, y: 900 }, { x: 2000, y: 1200 })).toEqual(["a", "b"]);
  expect(inRectangle(items, { x: 2000, y: 1200 }, { x: 900, y: 900 })).toEqual(["a", "b"]);
  expect(inRectangle(items, { x: 0, y: 0 }, { x: 10, y: 10 })).toEqual([]);
});

describe("the likes of a group", () => {
  test("stand beside it, in nothing and within the walls", () => {
    const items = [at("a", 4500, 1000), at("b", 5500, 1000)];
    const by = besideGroup(items, items, plan, products);
    const copies = piecesOf(moved(items, shifted(items, by)), products);
    expect(by.x).toBeLessThan(0);
    for (const copy of copies) expect(isFree(copy, plan, piecesOf(items, products))).toBe(true);
  });

  test("stand a little aside where nothing is free", () => {
    const items = [at("a", 500, 500), at("b", 5500, 4500)];
    const by = besideGroup(items, items, plan, products);
    expect(Math.hypot(by.x, by.y)).toBeGreaterThan(0);
  });
});
