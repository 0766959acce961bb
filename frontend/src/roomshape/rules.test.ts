/** The same answers as the server's, on the protocol's own examples. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Corner, Obstacle, Opening, Plan } from "../core/protocol";
import { clientFrames, serverFrames } from "../core/testing/fixtures";
import { overlapOf, problemOf, type Problem } from "./rules";

const folder = new URL("../../../protocol/fixtures/refused/", import.meta.url);

interface Refused {
  readonly plan: Plan;
  readonly answer: { readonly field: string; readonly value: string; readonly expected: string };
}

/** Refused plans that a program could make; the others are not even lists of numbers. */
function refused(name: string): Refused | undefined {
  const { text, answer } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  if (!/^\{.*"type":"reshape"/.test(text) || answer.code !== "invalid") return undefined;
  const { outline, height, openings, obstacles } = JSON.parse(text);
  const whole = (value: unknown) => Number.isInteger(value);
  const corners = Array.isArray(outline) && outline.every((at) => Array.isArray(at) && at.length === 2 && at.every(whole)); // prettier-ignore
  const known = Array.isArray(openings) && openings.every(({ kind, hinge, swing }) => kind !== "hatch" && hinge !== "top" && swing !== "both" && kind); // prettier-ignore
  const named = (obstacles ?? []).every(({ kind }: Obstacle) => ["column", "radiator", "fixture"].includes(kind));
  const plan = { outline, height, openings, ...(obstacles && { obstacles }) };
  return corners && known && named && whole(height) ? { plan, answer } : undefined;
}

/** A problem in the server's words. */
function inProtocol(problem: Problem): Refused["answer"] {
  const number = (value: number) => new Intl.NumberFormat("en-GB").format(value);
  const range = (least: number, most: number) => `a whole number from ${number(least)} to ${number(most)}`;
  switch (problem.kind) {
    case "corners":
      return { field: "outline", value: `a list of ${problem.count}`, expected: "corners, from 3 to 64" };
    case "too-far":
      return {
        field: `outline[${problem.corner}].${problem.axis}`,
        value: String(problem.value),
        expected: "a whole number from -100,000 to 100,000",
      };
    case "side":
      return {
        field: `outline[${problem.wall}]`,
        value: `the start of a wall of ${problem.length} mm`,
        expected: "walls of 100 to 30,000 mm",
      };
    case "walls-touch":
      return {
        field: "outline",
        value: `a ring whose walls ${problem.walls.join(" and ")} touch`,
        expected: "walls that meet only where one follows the other",
      };
    case "counter-clockwise":
      return {
        field: "outline",
        value: "counter-clockwise",
        expected: "corners in clockwise order, y growing to the south",
      };
    case "height":
      return { field: "height", value: String(problem.height), expected: range(1_500, 10_000) };
    case "openings":
      return { field: "openings", value: `a list of ${problem.count}`, expected: "openings, from 0 to 64" };
    case "opening": {
      const field = { end: "offset + width", top: "sill + height" }[problem.field as "end" | "top"] ?? problem.field;
      return {
        field: `openings[${problem.opening}].${field}`,
        value: String(problem.value),
        expected: range(problem.least, problem.most),
      };
    }
    case "obstacle":
      return {
        field: `obstacles[${problem.obstacle}].${problem.field}`,
        value: String(problem.value),
        expected: range(problem.least, problem.most),
      };
    default:
      throw new Error(`${problem.kind} is no rule of the protocol`);
  }
}

const examples = readdirSync(folder).flatMap((name) => {
  const example = refused(name);
  return example ? [{ name, ...example }] : [];
});

test("there are examples of every rule of the plan", () => {
  expect(examples.map(({ name }) => name.replace(".json", ""))).toEqual([
    "height-too-low",
    "obstacle-too-wide",
    "opening-above-the-ceiling",
    "opening-beyond-its-wall",
    "opening-too-narrow",
    "opening-wall-unknown",
    "openings-too-many",
    "outline-corner-on-a-wall",
    "outline-corner-too-far",
    "outline-counter-clockwise",
    "outline-crossing",
    "outline-folded-back",
    "outline-too-many-corners",
    "outline-two-corners",
    "outline-wall-too-long",
    "outline-wall-too-short",
  ]);
});

test.each(examples)("E2 $name is refused with the server's words", ({ plan, answer }) => {
  const { field, value, expected } = answer;
  expect(inProtocol(problemOf(plan)!)).toEqual({ field, value, expected });
});

test("every plan of the protocol's examples is a room", () => {
  const plans = [...clientFrames(), ...serverFrames()].flatMap((frame) => ("outline" in frame ? [frame as Plan] : []));
  expect(plans.length).toBeGreaterThan(4);
  for (const plan of plans) expect([problemOf(plan), overlapOf(plan)]).toEqual([undefined, undefined]);
});

test("a corner in the middle of a straight wall is fine", () => {
  const outline: Corner[] = [[0, 0], [2000, 0], [4000, 0], [4000, 3000], [0, 3000]]; // prettier-ignore
  expect(problemOf({ outline, height: 2500, openings: [] })).toBeUndefined();
});

test("openings may stand side by side on a wall, and no nearer", () => {
  const door = (offset: number, wall = 0): Opening => ({ kind: "door", wall, offset, width: 900, height: 2000, sill: 0, hinge: "left", swing: "in" }); // prettier-ignore
  const plan = (...openings: Opening[]): Plan => ({ outline: [], height: 2500, openings });
  expect(overlapOf(plan(door(0), door(900), door(0, 1)))).toBeUndefined();
  expect(overlapOf(plan(door(0), door(2000), door(2899)))).toEqual({ kind: "overlap", openings: [1, 2] });
});
