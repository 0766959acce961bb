/** What holds whatever one does to a room, in whatever order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { walls, type Wall } from "../core/geometry";
import type { Corner, Opening, Plan } from "../core/protocol";
import { changeOpening, moveOpening, removeOpening, withHeight, withOpening, withOutline, type Outcome } from "./edits";
import { addCorner, moveCorner, moveWall, removeCorner, setWallLength } from "./outline";
import { overlapOf, problemOf } from "./rules";
import { inShape, reshaped, type Cut } from "./shapes";

// The same edits in every run, so that a red build can be repeated; with another seed it tries others.
fc.configureGlobal({ seed: 20_261_121 });

type Edit = (plan: Plan) => Outcome;

const any = fc.nat();
const of = <T>(index: number, list: readonly T[]): number => index % list.length;
const length = fc.integer({ min: -50, max: 9000 });
const step = fc.integer({ min: -3000, max: 3000 });
const kind = fc.constantFrom<Opening["kind"]>("door", "window", "passage");
const unchanged = (plan: Plan): Outcome => ({ plan, slid: [], lost: [] });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(any, step).map(([wall, by]): Edit => (plan) => withOutline(plan, moveWall(plan.outline, of(wall, plan.outline), by))),
  fc.tuple(any, length).map(([wall, to]): Edit => (plan) => withOutline(plan, setWallLength(plan.outline, of(wall, plan.outline), to))),
  fc.tuple(any, length).map(([wall, along]): Edit => (plan) => withOutline(plan, addCorner(plan.outline, of(wall, plan.outline), along))),
  fc.tuple(any, step, step).map(([corner, dx, dy]): Edit => (plan) => {
    const [x, y] = plan.outline[of(corner, plan.outline)]!;
    return withOutline(plan, moveCorner(plan.outline, of(corner, plan.outline), { x: x + dx, y: y + dy }));
  }),
  any.map((corner): Edit => (plan) => withOutline(plan, removeCorner(plan.outline, of(corner, plan.outline)))),
  fc.tuple(fc.constantFrom("rectangle" as const, "l" as const), fc.constantFrom<Cut>("nw", "ne", "se", "sw"), length, length)
    .map(([shape, cut, width, depth]): Edit => (plan) =>
      withOutline(plan, reshaped(plan.outline, { ...inShape(plan.outline, shape, cut), width, depth }))),
  fc.integer({ min: 1400, max: 4000 }).map((height): Edit => (plan) => withHeight(plan, height)),
  fc.tuple(kind, any, length).map(([what, wall, at]): Edit => (plan) => withOpening(plan, what, of(wall, plan.outline), at)),
  fc.tuple(any, any, length).map(([index, wall, offset]): Edit => (plan) =>
    plan.openings.length === 0 ? unchanged(plan) : moveOpening(plan, of(index, plan.openings), of(wall, plan.outline), offset)),
  fc.tuple(any, length, length, length).map(([index, offset, width, sill]): Edit => (plan) =>
    plan.openings.length === 0 ? unchanged(plan) : changeOpening(plan, of(index, plan.openings), { offset, width, sill })),
  any.map((index): Edit => (plan) =>
    plan.openings.length === 0 ? unchanged(plan) : removeOpening(plan, of(index, plan.openings))),
); // prettier-ignore

const start: Plan = {
  outline: [[0, 0], [4000, 0], [4000, 5000], [0, 5000]], // prettier-ignore
  height: 2500,
  openings: [],
};

/** The plan after some edits; those that are refused change nothing. */
function after(edits: readonly Edit[], seen: (plan: Plan, outcome: Outcome) => void = () => undefined): Plan {
  return edits.reduce((plan, next) => {
    const outcome = next(plan);
    seen(plan, outcome);
    return "plan" in outcome ? outcome.plan : plan;
  }, start);
}

const edits = fc.array(edit, { minLength: 1, maxLength: 25 });

test("whatever is done, the room stays one, or it is refused", () => {
  let [done, refused] = [0, 0];
  fc.assert(
    fc.property(edits, (all) => {
      after(all, (_, outcome) => {
        if ("problem" in outcome) return void refused++;
        done++;
        expect([problemOf(outcome.plan), overlapOf(outcome.plan)]).toEqual([undefined, undefined]);
      });
    }),
    { numRuns: 1000 },
  );
  // Both happen often enough to mean something.
  expect(Math.min(done, refused)).toBeGreaterThan(800);
});

test("no opening is lost without a word, and none changes its size, when walls change", () => {
  fc.assert(
    fc.property(edits, (all) => {
      after(all, (before, outcome) => {
        if ("problem" in outcome || before.outline === outcome.plan.outline) return;
        const size = ({ kind: what, width, height, sill, hinge, swing }: Opening) => JSON.stringify([what, width, height, sill, hinge, swing]); // prettier-ignore
        const now = [...outcome.plan.openings, ...outcome.lost].map(size).sort();
        expect(now).toEqual(before.openings.map(size).sort());
      });
    }),
    { numRuns: 500 },
  );
});

test("moving a wall keeps the directions of all walls", () => {
  fc.assert(
    fc.property(edits, any, step, (all, wall, by) => {
      const { outline } = after(all);
      const moved = moveWall(outline, of(wall, outline), by);
      if ("kind" in moved) return;
      const now = walls(moved.outline);
      for (const side of walls(outline)) {
        for (const heir of moved.heirs[side.index]!) expect(offLine(side, now[heir]!)).toBeLessThan(1.5);
      }
      expect(opposite(moved.outline, by, outline, of(wall, outline))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

/** How far the wall's end is beside where its old direction leads, mm; corners are rounded to whole ones. */
function offLine(before: Wall, { a, b }: Wall): number {
  return Math.abs((b.x - a.x) * before.inward.x + (b.y - a.y) * before.inward.y);
}

/** The moved wall lies exactly so far from where it was, up to rounding. */
function opposite(outline: readonly Corner[], by: number, before: readonly Corner[], wall: number): boolean {
  const { a, inward } = walls(before)[wall]!;
  return outline.some(([x, y]) => Math.abs((x - a.x) * inward.x + (y - a.y) * inward.y - by) <= 1);
}
