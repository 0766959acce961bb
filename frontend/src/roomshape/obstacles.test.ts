import { describe, expect, test } from "vitest";
import { contains, footprint } from "../core/geometry";
import type { Corner, Obstacle, Opening, Plan } from "../core/protocol";
import { changeObstacle, removeObstacle, withObstacle, type Outcome } from "./edits";
import { edgesOf, grown, movedTo, newObstacle, obstaclesOf, roomFor, within, withEdges } from "./obstacles";
import { problemSentence, readAngle, spokenObstacle } from "./words";

const RECTANGLE: readonly Corner[] = [[0, 0], [4000, 0], [4000, 5000], [0, 5000]]; // prettier-ignore
const L_SHAPE: readonly Corner[] = [[0, 0], [6000, 0], [6000, 1600], [1500, 1600], [1500, 5000], [0, 5000]]; // prettier-ignore
const window: Opening = { kind: "window", wall: 0, offset: 1200, width: 1600, sill: 900, height: 1200, hinge: "left", swing: "in" }; // prettier-ignore
const door: Opening = { ...window, kind: "door", width: 900, sill: 0, height: 2050 };

const room = (outline = RECTANGLE, ...openings: Opening[]): Plan => ({ outline, height: 2500, openings });
const radiator: Obstacle = { kind: "radiator", x: 2000, y: 50, width: 1000, depth: 100, height: 600, rotation: 0 };
const column: Obstacle = { kind: "column", x: 1000, y: 900, width: 300, depth: 300, height: 2500, rotation: 0 };

function all(outcome: Outcome): readonly Obstacle[] {
  if ("problem" in outcome) throw new Error(problemSentence(outcome));
  return obstaclesOf(outcome.plan);
}
const said = (outcome: Outcome) => ("problem" in outcome ? problemSentence(outcome) : undefined);
const pose = (x: number, y: number, rotation = 0) => ({ x, y, rotation });

describe("a new one", () => {
  test("stands on the free floor nearest to the room's middle, inside the walls", () => {
    expect(all(withObstacle(room(), "column"))).toEqual([{ ...column, ...pose(2000, 2500) }]);
    for (const kind of ["column", "fixture", "radiator"] as const) {
      const made = newObstacle(room(L_SHAPE), kind) as Obstacle;
      const inner = { width: made.width - 2, depth: made.depth - 2 };
      expect(footprint(made, inner).every((corner) => contains(L_SHAPE, corner))).toBe(true);
    }
    const [one, other] = all(withObstacle({ ...room(), obstacles: all(withObstacle(room(), "column")) }, "fixture"));
    expect(Math.max(Math.abs(one!.x - other!.x), Math.abs(one!.y - other!.y))).toBeGreaterThanOrEqual(450);
  });

  test("is a radiator with its back to a wall: the chosen one, else a window's, else the longest", () => {
    expect(all(withObstacle(room(RECTANGLE, window), "radiator"))).toEqual([radiator]);
    expect(all(withObstacle(room(RECTANGLE, window), "radiator", 1))[0]).toMatchObject(pose(3950, 2500, 90));
    expect(all(withObstacle(room(RECTANGLE, window), "radiator", 2))[0]).toMatchObject(pose(2000, 4950, 180));
    expect(all(withObstacle(room(), "radiator", 3))[0]).toMatchObject(pose(50, 2500, 270));
    expect(all(withObstacle(room(), "radiator"))[0]).toMatchObject(pose(3950, 2500, 90));
    expect(all(withObstacle(room(), "fixture", 0))[0]).toMatchObject(pose(2000, 300));
  });

  test("stands beside doors and beside what is at that wall already", () => {
    expect(all(withObstacle(room(RECTANGLE, { ...door, offset: 1600 }), "radiator", 0))[0]).toMatchObject(pose(1100, 50));
    const plan = { ...room(RECTANGLE, window), obstacles: [radiator, column] };
    expect(all(withObstacle(plan, "radiator"))[2]).toMatchObject(pose(1000, 50));
  }); // prettier-ignore

  test("is no higher than the room, and finds its place or is refused", () => {
    expect(all(withObstacle({ ...room(), height: 1500 }, "column"))[0]!.height).toBe(1500);
    const closet: readonly Corner[] = [[0, 0], [250, 0], [250, 800], [0, 800]]; // prettier-ignore
    expect(said(withObstacle(room(closet), "column"))).toBe("The room has no free floor of 30 × 30 cm, expected one for what is added."); // prettier-ignore
    expect(said(withObstacle(room(closet), "radiator", 1))).toBe("The east wall has 80 cm free in one stretch, expected 100 cm or more."); // prettier-ignore
    const many = { ...room(), obstacles: Array.from({ length: 32 }, () => column) };
    expect(said(withObstacle(many, "column"))).toBe("The room would have 33 columns, radiators and built-in parts, expected no more than 32."); // prettier-ignore
  });
});

describe("a measure", () => {
  const plan = { ...room(), obstacles: [column, radiator] };

  test("has the protocol's limits", () => {
    expect(said(changeObstacle(plan, 0, { width: 9 }))).toBe("The column would be 0.9 cm wide, expected 1 cm to 1,000 cm."); // prettier-ignore
    expect(said(changeObstacle(plan, 1, { height: 10_001 }))).toBe("The radiator would be 1,000.1 cm high, expected 1 cm to 1,000 cm."); // prettier-ignore
    expect(said(changeObstacle(plan, 1, { rotation: 360 }))).toBe("The radiator would be turned by 360°, expected 0° to 359°."); // prettier-ignore
    expect(all(changeObstacle(plan, 1, { depth: 10 }))[1]!.depth).toBe(10);
    expect(all(removeObstacle(plan, 0))).toEqual([radiator]);
    expect(all(removeObstacle({ ...plan, obstacles: [column] }, 0))).toEqual([]);
  });

  test("from a wall is to the nearest edge, and what is typed comes back", () => {
    expect(edgesOf(plan, column)).toEqual({ west: 850, north: 750 });
    for (const rotation of [0, 30, 90, 211]) {
      for (const width of [300, 305]) {
        const turned = { ...column, width, rotation };
        const moved = { ...turned, ...withEdges(plan, turned, { west: 423, north: 77 }) };
        expect(edgesOf(plan, moved)).toEqual({ west: 423, north: 77 });
      }
    }
    expect(roomFor(plan, { ...radiator, rotation: 90 })).toEqual({ west: 3900, north: 4000 });
  });

  test("leaves a radiator's back at its wall", () => {
    expect(grown(radiator, { depth: 160, width: 1200 })).toMatchObject({ ...pose(2100, 80), width: 1200, depth: 160 });
    expect(grown({ ...radiator, ...pose(3950, 2500, 90) }, { depth: 160 })).toMatchObject(pose(3920, 2500, 90));
  });

  test("is an angle in whole degrees", () => {
    expect([readAngle("90", "Angle"), readAngle(" 15 °", "Angle")]).toEqual([{ value: 90 }, { value: 15 }]);
    for (const text of ["360", "-90", "east", "", "1.5"])
      expect(readAngle(text, "Angle")).toEqual({
        problem: `Angle is “${text}”, expected whole degrees from 0 to 359.`,
      });
  });

  test("is read aloud", () => {
    expect(spokenObstacle(plan, 1)).toBe("Radiator, 100 × 10 × 60 cm, 150 cm from the west wall, 0 cm from the north wall"); // prettier-ignore
  });
});

describe("moved by hand", () => {
  const plan = room();

  test("a radiator turns its back to a wall that is near, and stops every step of it", () => {
    expect(movedTo(plan, radiator, { x: 1518, y: 210 }, 50)).toEqual(pose(1500, 50));
    expect(movedTo(plan, radiator, { x: 3800, y: 2004 }, 50)).toEqual(pose(3950, 2000, 90));
    expect(movedTo(plan, radiator, { x: 3900, y: 4990 }, 50)).toEqual(pose(3500, 4950, 180));
    expect(movedTo(plan, radiator, { x: 2018, y: 2510 }, 50)).toEqual(pose(2000, 2500));
  });

  test("others are flush with near walls, else their edges are on the grid; all stay in the room", () => {
    expect(movedTo(plan, column, { x: 221, y: 1010 }, 50)).toEqual(pose(150, 1000));
    expect(movedTo(plan, column, { x: 1012, y: 1010 }, 50)).toEqual(pose(1000, 1000));
    expect(movedTo(plan, column, { x: 9000, y: 1010 }, 50)).toEqual(pose(3850, 1000));
    expect(within(plan, pose(-500, 20), column)).toEqual(pose(150, 150));
  });
});
