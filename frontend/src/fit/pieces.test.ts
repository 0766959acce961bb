import { describe, expect, test } from "vitest";
import { piecesOf } from "./pieces";
import { products } from "./testing";

describe("what the catalogue says for the checks makes sense", () => {
  test.each([...products.values()])("$sku $kind", (product) => {
    const { width, depth, height, outline, seat, under = 0 } = product;
    if (outline === "round") expect(depth, "a circle is as deep as it is wide").toBe(width);
    else if (outline) {
      const [left, back, right, front] = [0, 1, 2, 3].map((side) => outline.map((part) => part[side]!)) as number[][];
      expect([Math.min(...left!), Math.min(...back!)], "its parts begin at its back left").toEqual([0, 0]);
      expect([Math.max(...right!), Math.max(...front!)], "its parts fill its box").toEqual([width, depth]);
    }
    if (seat) expect(seat.depth < depth && seat.height < height, "a seat is the lower part of a chair").toBe(true);
    expect(under, "what is under its top is lower than the top").toBeLessThan(height);
  });

  test("a chair of each kind goes under a table of each kind", () => {
    const all = [...products.values()];
    const tables = all.filter(({ under }) => under !== undefined);
    const seats = all.flatMap(({ seat }) => (seat ? [seat.height] : []));
    expect(tables.length).toBeGreaterThan(0);
    for (const { under } of tables) for (const height of seats) expect(height).toBeLessThan(under!);
  });
});

test("a lamp stands on a sideboard with its whole foot, else on the floor", () => {
  const sideboard = { item: "sideboard", sku: "HS-SIDEBOARD-160", x: 1000, y: 300, rotation: 90 };
  const lamp = (y: number) => ({ item: "lamp", sku: "HS-TABLELAMP-28", x: 1000, y, rotation: 30 });
  const standing = (y: number) => piecesOf([sideboard, lamp(y)], products)[0]!;
  expect(standing(900)).toMatchObject({ on: "sideboard", bodies: [{ bottom: 760, top: 1180 }] });
  expect(standing(1050).on).toBeUndefined();
  expect(standing(1050).bodies).toMatchObject([{ bottom: 0, top: 420 }]);
});
