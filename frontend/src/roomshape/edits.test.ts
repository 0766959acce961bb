import { describe, expect, test } from "vitest";
import type { Corner, Opening, Plan } from "../core/protocol";
import { changeOpening, moveOpening, removeOpening, withHeight, withOpening, withOutline, type Changed, type Outcome } from "./edits"; // prettier-ignore
import { addCorner, moveCorner, moveWall, removeCorner, setWallLength } from "./outline";
import { wallNear } from "./openings";
import { corners, inShape, reshaped, shapeOf } from "./shapes";
import { snapCorner, snapWall, stepAt } from "./snap";

const RECTANGLE: readonly Corner[] = [[0, 0], [4000, 0], [4000, 5000], [0, 5000]]; // prettier-ignore
const L_SHAPE: readonly Corner[] = [[0, 0], [6000, 0], [6000, 2600], [2900, 2600], [2900, 5000], [0, 5000]]; // prettier-ignore

const opening = (wall: number, offset: number, width = 900, kind: Opening["kind"] = "door"): Opening => ({ kind, wall, offset, width, height: 2050, sill: 0, hinge: "left", swing: "in" }); // prettier-ignore
const room = (outline: readonly Corner[], ...openings: Opening[]): Plan => ({ outline, height: 2500, openings });

function changed(outcome: Outcome): Changed {
  if ("problem" in outcome) throw new Error(JSON.stringify(outcome.problem));
  return outcome;
}
const outlineOf = (outcome: Outcome) => changed(outcome).plan.outline;
const places = (outcome: Outcome) => changed(outcome).plan.openings.map(({ wall, offset }) => [wall, offset]);
const problem = (outcome: Outcome) => ("problem" in outcome ? outcome.problem : undefined);

describe("a wall", () => {
  test("moves parallel to itself, and its neighbours follow", () => {
    expect(outlineOf(withOutline(room(RECTANGLE), moveWall(RECTANGLE, 1, -500)))).toEqual(
      [[0, 0], [4500, 0], [4500, 5000], [0, 5000]], // prettier-ignore
    );
    const slanted: Corner[] = [[0, 0], [4000, 0], [5000, 5000], [0, 5000]]; // prettier-ignore
    expect(outlineOf(withOutline(room(slanted), moveWall(slanted, 2, 1000)))).toEqual(
      [[0, 0], [4000, 0], [4800, 4000], [0, 4000]], // prettier-ignore
    );
  });

  test("that is part of a straight one is pulled out of it", () => {
    const divided = addCorner(addCorner(RECTANGLE, 1, 1000).outline, 2, 2000).outline;
    const plan = room(divided, opening(2, 500), opening(3, 200));
    const pulled = withOutline(plan, moveWall(divided, 2, -600));
    expect(outlineOf(pulled)).toEqual(
      [[0, 0], [4000, 0], [4000, 1000], [4600, 1000], [4600, 3000], [4000, 3000], [4000, 5000], [0, 5000]], // prettier-ignore
    );
    expect(places(pulled)).toEqual([[3, 500], [5, 200]]); // prettier-ignore
    // Pushed back, the short walls are gone again.
    expect(outlineOf(withOutline(changed(pulled).plan, moveWall(outlineOf(pulled), 3, 600)))).toEqual(divided);
  });

  test("goes no further than the walls beside it", () => {
    expect(problem(withOutline(room(RECTANGLE), moveWall(RECTANGLE, 1, 4500)))).toEqual({ kind: "turned", wall: 0 });
    expect(problem(withOutline(room(RECTANGLE), moveWall(RECTANGLE, 1, 3950)))).toEqual({ kind: "side", wall: 0, length: 50 }); // prettier-ignore
    expect(problem(withOutline(room(RECTANGLE), moveWall(RECTANGLE, 1, -26_001)))).toEqual({ kind: "side", wall: 0, length: 30_001 }); // prettier-ignore
  });

  test("gets a typed length, and the room's north-west corner stays", () => {
    for (const wall of [0, 2]) {
      expect(outlineOf(withOutline(room(RECTANGLE), setWallLength(RECTANGLE, wall, 4200)))).toEqual(
        [[0, 0], [4200, 0], [4200, 5000], [0, 5000]], // prettier-ignore
      );
    }
    expect(outlineOf(withOutline(room(L_SHAPE), setWallLength(L_SHAPE, 2, 3300)))).toEqual(
      [[0, 0], [6200, 0], [6200, 2600], [2900, 2600], [2900, 5000], [0, 5000]], // prettier-ignore
    );
    const divided = addCorner(RECTANGLE, 0, 1500).outline;
    expect(outlineOf(withOutline(room(divided), setWallLength(divided, 0, 1000)))[1]).toEqual([1000, 0]);
  });
});

describe("corners", () => {
  test("are added, moved and taken away", () => {
    const five = addCorner(RECTANGLE, 3, 2000).outline;
    expect(five.at(-1)).toEqual([0, 3000]);
    const bay = moveCorner(five, 4, { x: -700.4, y: 2999.6 }).outline;
    expect(bay.at(-1)).toEqual([-700, 3000]);
    expect(removeCorner(bay, 4).outline).toEqual(RECTANGLE);
  });

  test("divide a wall with its openings, and join it again", () => {
    const plan = room(RECTANGLE, opening(0, 200), opening(0, 2500), opening(2, 400));
    const divided = changed(withOutline(plan, addCorner(RECTANGLE, 0, 2000)));
    expect(divided.plan.openings.map(({ wall, offset }) => [wall, offset])).toEqual([[0, 200], [1, 500], [3, 400]]); // prettier-ignore
    expect(places(withOutline(divided.plan, removeCorner(divided.plan.outline, 1)))).toEqual([[0, 200], [0, 2500], [2, 400]]); // prettier-ignore
  });

  test("are at least three", () => {
    const triangle: Corner[] = [[0, 0], [3000, 0], [0, 4000]]; // prettier-ignore
    expect(problem(withOutline(room(triangle), removeCorner(triangle, 1)))).toEqual({ kind: "corners", count: 2 });
  });

  test("that would cross a wall are refused", () => {
    expect(problem(withOutline(room(L_SHAPE), moveCorner(L_SHAPE, 3, { x: 7000, y: 1000 })))?.kind).toBe("walls-touch");
  });
});

describe("shapes", () => {
  test.each(["nw", "ne", "se", "sw"] as const)("an L with its corner cut out in the %s is known again", (cut) => {
    const shape = { kind: "l", width: 6000, depth: 5000, cut, cutWidth: 3100, cutDepth: 2400 } as const;
    const outline = corners(shape, -200, 100);
    expect(shapeOf(outline)).toEqual(shape);
    expect(shapeOf([...outline.slice(4), ...outline.slice(0, 4)])).toEqual(shape);
  });

  test("anything else has free corners", () => {
    expect(shapeOf(RECTANGLE)).toEqual({ kind: "rectangle", width: 4000, depth: 5000 });
    expect(shapeOf(moveCorner(RECTANGLE, 2, { x: 4100, y: 5000 }).outline)).toEqual({ kind: "free" });
    expect(shapeOf(addCorner(RECTANGLE, 2, 1000).outline)).toEqual({ kind: "free" });
  });

  test("a rectangle becomes an L and an L a rectangle, and openings find their walls", () => {
    const plan = room(RECTANGLE, opening(1, 500), opening(2, 300));
    const asL = changed(withOutline(plan, reshaped(RECTANGLE, inShape(RECTANGLE, "l"))));
    expect(asL.plan.outline).toEqual([[0, 0], [4000, 0], [4000, 3000], [2400, 3000], [2400, 5000], [0, 5000]]); // prettier-ignore
    expect([asL.plan.openings.map(({ wall }) => wall), asL.lost]).toEqual([[1, 4], []]);
    const back = changed(withOutline(asL.plan, reshaped(asL.plan.outline, inShape(asL.plan.outline, "rectangle"))));
    expect(back.plan.outline).toEqual(RECTANGLE);
    expect(back.plan.openings.map(({ wall }) => wall)).toEqual([1, 2]);
  });

  test("another size keeps the ring's beginning, the box's north-west corner, and each wall what it was", () => {
    const turned: Corner[] = [[4000, 5000], [0, 5000], [0, 0], [4000, 0]]; // prettier-ignore
    const plan = room(turned, opening(0, 400), opening(3, 2000));
    const wider = withOutline(plan, reshaped(turned, { kind: "rectangle", width: 4500, depth: 5000 }));
    expect(outlineOf(wider)).toEqual([[4500, 5000], [0, 5000], [0, 0], [4500, 0]]); // prettier-ignore
    // Where it is in the room: 400 from a corner that moved 500 away.
    expect(places(wider)).toEqual([[0, 900], [3, 2000]]); // prettier-ignore
    const l = { ...inShape(L_SHAPE, "l"), width: 3500, cutWidth: 600 } as const;
    expect(places(withOutline(room(L_SHAPE, opening(1, 100), opening(3, 900)), reshaped(L_SHAPE, l)))).toEqual(
      [[1, 100], [3, 900]], // prettier-ignore
    );
  });
});

describe("openings on a wall that gets shorter", () => {
  const narrower = (plan: Plan, width: number) =>
    withOutline(plan, reshaped(plan.outline, { kind: "rectangle", width, depth: 5000 }));

  test("stay where they are in the room", () => {
    const plan = room(RECTANGLE, opening(0, 500), opening(2, 2500));
    expect(places(narrower(plan, 3500))).toEqual([[0, 500], [2, 2000]]); // prettier-ignore
    expect(changed(narrower(plan, 3500))).toMatchObject({ slid: [], lost: [] });
  });

  test("slide no further than they must, and push others", () => {
    const outcome = changed(narrower(room(RECTANGLE, opening(0, 1500), opening(0, 3000)), 3000));
    expect(outcome.plan.openings.map(({ offset }) => offset)).toEqual([1200, 2100]);
    expect(outcome.slid.map(({ offset }) => offset)).toEqual([1200, 2100]);
    expect(changed(narrower(room(RECTANGLE, opening(0, 0), opening(0, 3000)), 3000)).slid).toHaveLength(1);
  });

  test("the widest goes where not all have room, and is named", () => {
    const window = opening(0, 1000, 1600, "window");
    const outcome = changed(narrower(room(RECTANGLE, opening(0, 50), window, opening(2, 3000)), 2400));
    expect(outcome.lost).toEqual([window]);
    expect(outcome.plan.openings).toEqual([opening(0, 50), opening(2, 1400)]);
  });

  test("go with a wall that goes", () => {
    const five = moveCorner(addCorner(RECTANGLE, 1, 2500).outline, 2, { x: 4600, y: 2500 }).outline;
    const plan = room(five, opening(1, 100), opening(2, 1500));
    const { openings, lost } = { ...changed(withOutline(plan, removeCorner(five, 2))).plan, ...changed(withOutline(plan, removeCorner(five, 2))) }; // prettier-ignore
    expect([openings.length, lost.length]).toEqual([2, 0]);
    expect(openings.map(({ wall }) => wall)).toEqual([1, 1]);
  });
});

describe("openings", () => {
  test("are added in the middle of a wall, or as near to it as there is space", () => {
    expect(changed(withOpening(room(RECTANGLE), "door", 0)).plan.openings).toEqual([opening(0, 1550)]);
    expect(places(withOpening(room(RECTANGLE, opening(0, 1500)), "door", 0))).toEqual([[0, 1500], [0, 2400]]); // prettier-ignore
    expect(places(withOpening(room(RECTANGLE), "window", 3, 4900))).toEqual([[3, 3800]]);
  });

  test("are lower in low rooms", () => {
    const low = { ...room(RECTANGLE), height: 1900 };
    expect(changed(withOpening(low, "door", 0)).plan.openings[0]?.height).toBe(1900);
    expect(changed(withOpening(low, "window", 0)).plan.openings[0]).toMatchObject({ sill: 900, height: 1000 });
  });

  test("need a free stretch as wide as they are", () => {
    const full = room(RECTANGLE, opening(0, 800, 2500));
    expect(problem(withOpening(full, "door", 0))).toEqual({ kind: "no-space", wall: 0, width: 900, free: 800 });
  });

  test("move along their wall and to others, beside what is there", () => {
    const plan = room(RECTANGLE, opening(0, 0), opening(1, 1000));
    expect(places(moveOpening(plan, 0, 0, 5000))).toEqual([[0, 3100], [1, 1000]]); // prettier-ignore
    expect(places(moveOpening(plan, 0, 1, 1200))).toEqual([[1, 1900], [1, 1000]]); // prettier-ignore
    expect(places(moveOpening(plan, 1, 1, 1050.4))).toEqual([[0, 0], [1, 1050]]); // prettier-ignore
    expect(wallNear(RECTANGLE, { x: 3900, y: 1200 })).toEqual({ wall: 1, along: 1200 });
  });

  test("take typed measures as they are, or refuse them", () => {
    const plan = room(RECTANGLE, opening(0, 0), opening(0, 1000));
    expect(changed(changeOpening(plan, 0, { hinge: "right", swing: "out" })).plan.openings[0]).toMatchObject({ hinge: "right", swing: "out" }); // prettier-ignore
    expect(problem(changeOpening(plan, 0, { width: 1001 }))).toEqual({ kind: "overlap", openings: [0, 1] });
    expect(problem(changeOpening(plan, 1, { offset: 3101 }))).toEqual({ kind: "opening", opening: 1, field: "end", value: 4001, least: 0, most: 4000 }); // prettier-ignore
    expect(changed(removeOpening(plan, 0)).plan.openings).toEqual([opening(0, 1000)]);
  });

  test("keep a ceiling above them", () => {
    const plan = room(RECTANGLE, opening(0, 0));
    expect(changed(withHeight(plan, 2050)).plan.height).toBe(2050);
    expect(problem(withHeight(plan, 2049))).toMatchObject({ field: "top", value: 2050, most: 2049 });
    expect(problem(withHeight(plan, 1499))).toEqual({ kind: "height", height: 1499 });
  });
});

describe("help while dragging", () => {
  test("a wall stops where the one before it is a whole number of steps long", () => {
    const odd: Corner[] = [[0, 0], [4003, 0], [4003, 5000], [0, 5000]]; // prettier-ignore
    expect(snapWall(odd, 1, -100, 50)).toBe(-97);
    expect(snapWall(odd, 1, -100, 10)).toBe(-97);
    expect(snapWall(odd, 1, 0, 10)).toBe(3);
    expect([stepAt(0.1), stepAt(0.25)]).toEqual([50, 10]);
  });

  test("a corner becomes square with its neighbours when it is near to that", () => {
    expect(snapCorner(RECTANGLE, 2, { x: 4055, y: 4700 }, 50, 0.1)).toEqual({ x: 4000, y: 4700 });
    expect(snapCorner(RECTANGLE, 2, { x: 4222, y: 4718 }, 50, 0.1)).toEqual({ x: 4200, y: 4700 });
  });
});
