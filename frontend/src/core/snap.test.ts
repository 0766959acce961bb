import { describe, expect, test } from "vitest";
import { boundsOf, contains, footprint } from "./geometry";
import type { Corner, Plan } from "./protocol";
import { keepInside, openSpot, snapAngle, snapToGrid, snapToWalls } from "./snap";
import { Random } from "./testing/random";

const outline: readonly Corner[] = [
  [0, 0],
  [4000, 0],
  [4000, 5000],
  [0, 5000],
];
const plan: Plan = { outline, height: 2500, openings: [] };
const sofa = { width: 2000, depth: 900 };

describe("snapping", () => {
  test("to the grid", () => {
    expect([snapToGrid(149, 100), snapToGrid(151, 100)]).toEqual([100, 200]);
  });

  test.each([
    [3, 0],
    [358, 0],
    [50, 45],
    [20, 20],
  ])("the angle %d° becomes %d°", (angle, expected) => {
    expect(snapAngle(angle)).toBe(expected);
  });

  test("flush against the wall nearby, whichever side the gap is on", () => {
    expect(snapToWalls({ x: 2000, y: 500, rotation: 0 }, sofa, outline)).toEqual({ x: 2000, y: 450, rotation: 0 });
    expect(snapToWalls({ x: 2000, y: 400, rotation: 0 }, sofa, outline)).toEqual({ x: 2000, y: 450, rotation: 0 });
    expect(snapToWalls({ x: 2000, y: 700, rotation: 0 }, sofa, outline)).toEqual({ x: 2000, y: 700, rotation: 0 });
  });

  test("into a corner, and turned", () => {
    expect(snapToWalls({ x: 1050, y: 500, rotation: 0 }, sofa, outline)).toEqual({ x: 1000, y: 450, rotation: 0 });
    const turned = snapToWalls({ x: 3500, y: 2500, rotation: 90 }, sofa, outline);
    expect(turned.x).toBeCloseTo(3550);
    expect(turned.y).toBeCloseTo(2500);
  });

  test("not to a wall that the piece is not beside", () => {
    const beyond = { x: 6000, y: 480, rotation: 0 };
    expect(snapToWalls(beyond, sofa, outline)).toEqual(beyond);
  });

  test("flush with a slanting wall too, and still flush with the first when there are two", () => {
    const slanted: readonly Corner[] = [
      [0, 0],
      [4000, 0],
      [3000, 5000],
      [0, 5000],
    ];
    const { x, y, rotation } = snapToWalls({ x: 2830, y: 480, rotation: 0 }, sofa, slanted);
    expect(y).toBeCloseTo(450);
    const [, , southEast] = footprint({ x, y, rotation }, sofa);
    expect((southEast.x - 4000) * 5 + southEast.y).toBeCloseTo(0, 3);
  });
});

describe("keeping inside", () => {
  test("wherever it is dropped, all of the piece is in the room's box", () => {
    const random = new Random(11);
    for (let round = 0; round < 300; round++) {
      const pose = { x: random.whole(-9000, 9000), y: random.whole(-9000, 9000), rotation: random.whole(0, 359) };
      const bounds = boundsOf(footprint(keepInside(pose, sofa, outline), sofa));
      expect(bounds.left).toBeGreaterThanOrEqual(-0.001);
      expect(bounds.top).toBeGreaterThanOrEqual(-0.001);
      expect(bounds.right).toBeLessThanOrEqual(4000.001);
      expect(bounds.bottom).toBeLessThanOrEqual(5000.001);
    }
  });

  test("a piece larger than the room is centred", () => {
    expect(keepInside({ x: 0, y: 0, rotation: 0 }, { width: 9000, depth: 100 }, outline).x).toBe(2000);
  });
});

describe("an open spot", () => {
  test("is the middle, then beside what is there, always in the room", () => {
    const taken: { x: number; y: number }[] = [];
    for (let count = 0; count < 40; count++) {
      const spot = openSpot(plan, taken);
      expect(contains(outline, spot)).toBe(true);
      expect(taken).not.toContainEqual(spot);
      taken.push(spot);
    }
    expect(taken[0]).toEqual({ x: 2000, y: 2500 });
  });

  test("is the middle again when the room is full", () => {
    const everywhere = Array.from({ length: 400 }, (_, n) => ({ x: (n % 20) * 250, y: Math.floor(n / 20) * 250 }));
    expect(openSpot(plan, everywhere)).toEqual({ x: 2000, y: 2500 });
  });
});
