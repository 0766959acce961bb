/** Where one looks from: around the room, and inside it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Corner, Plan } from "../core/protocol";
import * as orbits from "./orbit";
import * as walks from "./walk";

const lShape: readonly Corner[] = [[0, 0], [5000, 0], [5000, 2000], [3000, 2000], [3000, 4000], [0, 4000]]; // prettier-ignore
const plan: Plan = {
  outline: lShape,
  height: 2500,
  openings: [{ kind: "door", wall: 4, offset: 1000, width: 900, height: 2050, sill: 0, hinge: "left", swing: "in" }],
};

describe("orbit", () => {
  const start = orbits.around(plan, 1.5);

  test("begins above the room, looking at its middle", () => {
    const { from, to } = orbits.viewOf(start);
    expect(to).toMatchObject({ x: 2500, y: 2000 });
    expect(from.y).toBeGreaterThan(4000);
    expect(from.height).toBeGreaterThan(2500);
  });

  test("a narrower picture is taken from further away", () => {
    expect(orbits.around(plan, 0.5).distance).toBeGreaterThan(start.distance);
  });

  test("turning right moves the camera clockwise and keeps its distance", () => {
    const south = { ...start, bearing: 180, elevation: 30 };
    const { from } = orbits.viewOf(orbits.turnedBy(south, 90, 0));
    expect(from.x).toBeLessThan(start.x - 1000);
    expect(from.y).toBeCloseTo(start.y);
  });

  test("never below the floor, never over the top", () => {
    expect(orbits.turnedBy(start, 0, -200).elevation).toBeGreaterThan(0);
    expect(orbits.turnedBy(start, 0, 200).elevation).toBeLessThan(90);
  });

  test("moving right as seen from the south is east, and ends at the walls", () => {
    const south = { ...start, bearing: 180 };
    expect(orbits.shifted(south, 500, 0, plan)).toMatchObject({ x: start.x + 500 });
    expect(orbits.shifted(south, 0, 500, plan).y).toBeCloseTo(start.y - 500);
    expect(orbits.shifted(south, 1e6, 0, plan).x).toBe(5000);
  });

  test("the way between two takes the shorter turn", () => {
    const middle = orbits.between({ ...start, bearing: 350 }, { ...start, bearing: 20 }, 0.5);
    expect(middle.bearing).toBeCloseTo(5);
  });
});

describe("walk", () => {
  test("begins at the door, looking into the room", () => {
    const start = walks.entering(plan);
    expect(walks.isFree(plan, start)).toBe(true);
    expect(start.y).toBeGreaterThan(3000);
    expect(walks.viewFrom(start).from.height).toBe(1600);
  });

  test("a step ahead goes where one looks", () => {
    const facingEast = { x: 1500, y: 1000, heading: 90, pitch: 0 };
    const { x, y } = walks.stepped(facingEast, 500, 0, plan);
    expect(x).toBeCloseTo(2000);
    expect(y).toBeCloseTo(1000);
    expect(walks.stepped(facingEast, 0, 500, plan).y).toBeCloseTo(1500);
  });

  test("along a wall one slides", () => {
    const before = { x: 1500, y: 260, heading: 45, pitch: 0 };
    const after = walks.stepped(before, 500, 0, plan);
    expect(after.x).toBeGreaterThan(1700);
    expect(after.y).toBeGreaterThanOrEqual(250);
  });

  test("whatever the steps, one stays inside the walls", () => {
    const step = fc.record({ turn: fc.integer({ min: -180, max: 180 }), ahead: fc.integer({ min: -6000, max: 6000 }), right: fc.integer({ min: -3000, max: 3000 }) }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let walk = walks.entering(plan);
        for (const { turn, ahead, right } of steps) {
          walk = walks.stepped(walks.looked(walk, turn, 0), ahead, right, plan);
          expect(walks.isFree(plan, walk)).toBe(true);
        }
      }),
    );
  });

  test("a room reshaped around somebody has them inside again", () => {
    const small: Plan = { ...plan, outline: [[0, 0], [1500, 0], [1500, 1500], [0, 1500]], openings: [] }; // prettier-ignore
    const walk = walks.keptInside({ x: 4500, y: 1000, heading: 0, pitch: 0 }, small);
    expect(walks.isFree(small, walk)).toBe(true);
  });
});
