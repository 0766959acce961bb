import { expect, test } from "vitest";
import { labelSpot } from "./labels";

const long = { a: { x: 0, y: 0 }, b: { x: 200, y: 0 } };
const short = { a: { x: 0, y: 0 }, b: { x: 20, y: 0 } };

test("a number stands on the middle of its line", () => {
  expect(labelSpot(long, 60, 24, [])).toEqual({ x: 100, y: 0 });
});

test("or further along where something else is written", () => {
  expect(labelSpot(long, 60, 24, [{ x: 90, y: 0, width: 20, height: 20 }])).toEqual({ x: 140, y: 0 });
});

test("or beside a line that is too short, on the side that is free", () => {
  expect(labelSpot(short, 60, 24, [])).toEqual({ x: 10, y: 18 });
  expect(labelSpot(short, 60, 24, [{ x: 10, y: 20, width: 30, height: 20 }])).toEqual({ x: 10, y: -18 });
});

test("of something that has no length it stands beside", () => {
  const touching = { a: { x: 50, y: 50 }, b: { x: 50, y: 50 } };
  const { x, y } = labelSpot(touching, 40, 24, [])!;
  expect(Math.hypot(x - 50, y - 50)).toBeGreaterThan(20);
});

test("and where nothing is free, nowhere", () => {
  expect(labelSpot(short, 60, 24, [{ x: 10, y: 0, width: 500, height: 500 }])).toBeUndefined();
});
