import { afterEach, describe, expect, test } from "vitest";
import { takeUnitFrom } from "../core/format";
import type { Opening } from "../core/protocol";
import type { Check } from "./checks";
import { marginText, obstacleName, sentenceOf, summaryOf } from "./words";

afterEach(() => takeUnitFrom(() => "cm"));

const door: Opening = {
  kind: "door",
  wall: 0,
  offset: 500,
  width: 900,
  height: 2050,
  sill: 0,
  hinge: "left",
  swing: "in",
};
const wording = { name: (item: string) => item, plan: { openings: [door, { ...door, kind: "window" as const }] } };
const walkway: Check = { kind: "walkway", opening: 0, verdict: "failed", items: ["Sofa", "Table"], to: ["Lamp"] };

describe("a walkway", () => {
  test.each<[Partial<Check>, string]>([
    [{ margin: 420 }, "Blocked between Sofa and Table, from the door to Lamp"],
    [{ margin: 680 }, "Too narrow between Sofa and Table, though passable, from the door to Lamp"],
    [{ margin: 800, verdict: "tight", items: ["Sofa"] }, "Tight beside Sofa, from the door to Lamp"],
    [{ margin: 800, verdict: "tight", items: [] }, "Tight between walls, from the door to Lamp"],
    [{ items: [], to: ["Lamp", "Bed"] }, "No way from the door to Lamp and Bed"],
    [
      { verdict: "passed", items: [], to: ["Lamp", "Bed", "Rug"] },
      "At least 90 cm wide from the door to Lamp and 2 more",
    ],
  ])("%o", (change, sentence) => {
    expect(sentenceOf({ ...walkway, ...change }, wording)).toBe(sentence);
  });

  test("of one of several doors says which", () => {
    const two = { ...wording, plan: { openings: [door, { ...door, offset: 2000 }] } };
    expect(sentenceOf({ ...walkway, opening: 1, margin: 420 }, two)).toContain("from the door 2 to");
  });
});

test("margins are told in whole centimetres, never more than there is; small and negative ones exactly", () => {
  const of = (margin: number) => marginText({ ...walkway, margin });
  expect([of(599), of(420), of(45), of(-25)]).toEqual(["59 cm", "42 cm", "4.5 cm", "2.5 cm too far"]);
  takeUnitFrom(() => "in");
  expect(of(-1)).toBe("0.1 in too far");
});

test("what is not checked says why", () => {
  const check: Check = { kind: "covered", verdict: "not-checked", items: [], unknown: "no-radiators" };
  expect(sentenceOf(check, wording)).toBe("Radiators: the plan does not show any");
});

test("a room in a few words: the worst counts", () => {
  const verdicts = (...all: Check["verdict"][]) => summaryOf(all.map((verdict) => ({ ...walkway, verdict }))).text;
  expect(verdicts("passed", "failed", "tight", "failed")).toBe("2 do not fit");
  expect(verdicts("failed")).toBe("1 does not fit");
  expect(verdicts("passed", "tight", "not-checked")).toBe("1 tight");
  expect(verdicts("passed", "not-checked")).toBe("Everything checked fits");
});

test("obstacles are named by what they are, with a number where there are several", () => {
  const column = { kind: "column" as const, x: 0, y: 0, rotation: 0, width: 300, depth: 300, height: 2500 };
  const radiator = { ...column, kind: "radiator" as const };
  const plan = { obstacles: [column, radiator, { ...column, x: 900 }] };
  expect(plan.obstacles.map((obstacle) => obstacleName(obstacle, plan))).toEqual(["Column 1", "Radiator", "Column 2"]);
  const check: Check = { kind: "covered", obstacle: 1, verdict: "tight", items: ["Sofa"], margin: 900 };
  expect(sentenceOf(check, { ...wording, plan: { openings: [], ...plan } })).toBe("Radiator is covered by Sofa");
  expect(marginText(check)).toBe("90 cm free");
});
