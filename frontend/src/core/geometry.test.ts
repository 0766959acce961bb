import { describe, expect, test } from "vitest";
import {
  area,
  bearing,
  boundsOf,
  clamp,
  contains,
  extent,
  footprint,
  isNear,
  openingSegments,
  outlineBounds,
  rotated,
  turn,
  walls,
  wholeDegrees,
  wholePose,
} from "./geometry";
import type { Corner } from "./protocol";
import { welcomeFrame } from "./testing/fixtures";
import { Random } from "./testing/random";

const room: readonly Corner[] = [
  [0, 0],
  [4000, 0],
  [4000, 5000],
  [0, 5000],
];
const lShaped: readonly Corner[] = [
  [0, 0],
  [6400, 0],
  [6400, 4300],
  [3000, 4300],
  [3000, 5600],
  [0, 5600],
];

describe("angles and numbers", () => {
  test("clamp prefers the lower end where there is no room at all", () => {
    expect([clamp(5, 0, 3), clamp(-1, 0, 3), clamp(2, 0, 3), clamp(2, 3, 0)]).toEqual([3, 0, 2, 3]);
  });

  test.each([
    [0, 0],
    [359.6, 0],
    [360, 0],
    [-90, 270],
    [725, 5],
  ])("%d° is %d whole degrees", (angle, whole) => {
    expect(wholeDegrees(angle)).toBe(whole);
  });

  test.each([
    [10, 350, -20],
    [350, 10, 20],
    [0, 180, 180],
    [90, 90, 0],
  ])("from %d° to %d° is a turn of %d°", (from, to, expected) => {
    expect(turn(from, to)).toBe(expected);
  });

  test("a pose is rounded into what the protocol carries", () => {
    expect(wholePose({ x: -0.2, y: 1e9, rotation: -0.6 })).toEqual({ x: 0, y: 100_000, rotation: 359 });
  });

  test("north is 0°, and angles run clockwise", () => {
    const centre = { x: 10, y: 10 };
    const directions = [
      { x: 10, y: 0 },
      { x: 20, y: 10 },
      { x: 10, y: 20 },
      { x: 0, y: 10 },
    ];
    expect(directions.map((point) => bearing(centre, point))).toEqual([0, 90, 180, 270]);
    expect(rotated({ x: 0, y: -1 }, 90).x).toBeCloseTo(1);
  });
});

describe("footprints", () => {
  test("unturned, the corners run from the north-west clockwise", () => {
    expect(footprint({ x: 100, y: 200, rotation: 0 }, { width: 20, depth: 10 })).toEqual([
      { x: 90, y: 195 },
      { x: 110, y: 195 },
      { x: 110, y: 205 },
      { x: 90, y: 205 },
    ]);
  });

  test("whatever the pose: same centre, same area, and the box that `extent` says", () => {
    const random = new Random(7);
    for (let round = 0; round < 500; round++) {
      const pose = { x: random.whole(-9e4, 9e4), y: random.whole(-9e4, 9e4), rotation: random.whole(0, 359) };
      const size = { width: random.whole(10, 4_000), depth: random.whole(10, 4_000) };
      const corners = footprint(pose, size);
      const bounds = boundsOf(corners);
      const box = extent(size, pose.rotation);
      expect((bounds.left + bounds.right) / 2).toBeCloseTo(pose.x, 5);
      expect((bounds.top + bounds.bottom) / 2).toBeCloseTo(pose.y, 5);
      expect(bounds.width).toBeCloseTo(box.width, 5);
      expect(bounds.height).toBeCloseTo(box.depth, 5);
      expect(area(corners.map(({ x, y }) => [x, y]))).toBeCloseTo(size.width * size.depth, 2);
    }
  });
});

describe("the plan", () => {
  test("bounds of nothing are an empty box", () => {
    expect(boundsOf([])).toMatchObject({ width: 0, height: 0 });
  });

  test("area and bounds of an L-shaped room", () => {
    expect(area(lShaped)).toBe(6400 * 4300 + 3000 * 1300);
    expect(outlineBounds(lShaped)).toMatchObject({ left: 0, top: 0, right: 6400, bottom: 5600 });
  });

  test.each([
    ["rectangular", room],
    ["L-shaped", lShaped],
  ])("each wall of a %s room faces into it", (_, outline) => {
    for (const { a, b, along, inward, length } of walls(outline)) {
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      expect(contains(outline, { x: middle.x + inward.x, y: middle.y + inward.y })).toBe(true);
      expect(contains(outline, { x: middle.x - inward.x, y: middle.y - inward.y })).toBe(false);
      expect(a.x + along.x * length).toBeCloseTo(b.x);
      expect(a.y + along.y * length).toBeCloseTo(b.y);
    }
  });

  test("openings lie on their walls, measured from the wall's first corner", () => {
    const { outline, height, openings } = welcomeFrame();
    const segments = openingSegments({ outline, height, openings });
    expect(segments.map(({ opening, a, b }) => [opening.kind, a, b])).toEqual([
      ["window", { x: 1800, y: 0 }, { x: 3400, y: 0 }],
      ["passage", { x: 5200, y: 600 }, { x: 5200, y: 2000 }],
      ["door", { x: 4800, y: 4300 }, { x: 3900, y: 4300 }],
    ]);
    const misplaced = openings.map((opening) => ({ ...opening, wall: 9 }));
    expect(openingSegments({ outline, height, openings: misplaced })).toEqual([]);
  });
});

test("near a room is all of it, however large, and a strip around it", () => {
  const hall: readonly Corner[] = [[0, 0], [20_000, 0], [20_000, 15_000], [0, 15_000]]; // prettier-ignore
  const near = (x: number, y: number) => isNear(hall, { x, y }, 3_000);
  expect([near(10_000, 7_500), near(-2_900, 7_500), near(22_900, 17_900)]).toEqual([true, true, true]);
  // Far to one side, though level with a corner.
  expect([near(40_000, 0), near(0, -9_000), near(23_100, 7_500)]).toEqual([false, false, false]);
});
