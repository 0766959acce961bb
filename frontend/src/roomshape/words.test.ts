import { expect, test } from "vitest";
import type { Corner, Lock, Opening, Plan } from "../core/protocol";
import type { DesignerView } from "../core/designer";
import { accessOf } from "./access";
import { chipText } from "./chipWords";
import { changeOpening, withHeight, withOpening, withOutline, type Outcome } from "./edits";
import { moveCorner, moveWall, removeCorner } from "./outline";
import { accessSentence, changedSentence, cornerName, problemSentence, spokenOpening, wallName } from "./words"; // prettier-ignore

const L_SHAPE: readonly Corner[] = [[0, 0], [6000, 0], [6000, 2600], [2900, 2600], [2900, 5000], [0, 5000]]; // prettier-ignore
const door: Opening = { kind: "door", wall: 4, offset: 400, width: 900, height: 2050, sill: 0, hinge: "left", swing: "in" }; // prettier-ignore
const window: Opening = { ...door, kind: "window", wall: 0, width: 1600, sill: 900, height: 1200 };
const plan: Plan = { outline: L_SHAPE, height: 2500, openings: [door, window] };

function problem(outcome: Outcome): string {
  if (!("problem" in outcome)) throw new Error("nothing is wrong with it");
  return problemSentence(outcome);
}

test("walls are named after the side of the room that they are on", () => {
  expect(L_SHAPE.map((_, index) => wallName(L_SHAPE, index))).toEqual(
    ["North wall", "East wall 1", "South wall 1", "East wall 2", "South wall 2", "West wall"], // prettier-ignore
  );
  const diamond: Corner[] = [[0, -2000], [2000, 0], [0, 2000], [-2000, 0]]; // prettier-ignore
  expect(diamond.map((_, index) => wallName(diamond, index))).toEqual(
    ["North-east wall", "South-east wall", "South-west wall", "North-west wall"], // prettier-ignore
  );
  expect(cornerName(L_SHAPE, 0)).toBe("Corner of west wall and north wall");
  expect(spokenOpening(plan, 0)).toBe("Door, 90 cm wide, on the south wall 2, 40 cm from its left corner");
});

test("what is wrong is said with its value and what was expected", () => {
  const cases: readonly (readonly [Outcome, string])[] = [
    [withOutline(plan, moveWall(L_SHAPE, 1, 3050)), "The south wall 1 would be 5 cm long, expected 10 cm to 3,000 cm."],
    [withOutline(plan, moveWall(L_SHAPE, 1, 4000)), "The south wall 1 would have no length left, expected 10 cm to 3,000 cm."],
    [withOutline(plan, moveCorner(L_SHAPE, 3, { x: 7000, y: 1000 })), "The east wall and the south-east wall would touch, expected walls that meet at their corners only."],
    [withHeight(plan, 1000), "The ceiling would be 100 cm high, expected 150 cm to 1,000 cm."],
    [withHeight(plan, 2000), "The door would reach up to 205 cm, expected 0 cm to 200 cm."],
    [changeOpening(plan, 0, { offset: 2500 }), "The door would end at 340 cm on its wall, expected 0 cm to 290 cm."],
    [changeOpening(plan, 0, { wall: 0, offset: 500 }), "The door and the window would overlap, expected them side by side."],
    [withOpening({ ...plan, openings: [{ ...window, width: 5900, offset: 50 }] }, "door", 0), "The north wall has 5 cm free in one stretch, expected 90 cm or more."],
    [withOutline({ ...plan, openings: [] }, removeCorner(L_SHAPE.slice(0, 3), 0)), "The room would have 2 corners, expected 3 to 64."],
  ]; // prettier-ignore
  for (const [outcome, text] of cases) expect(problem(outcome)).toBe(text);
});

test("what had to give way is named", () => {
  const openings = [door, window];
  expect(changedSentence({ plan, slid: [], lost: [] })).toBe("");
  expect(changedSentence({ plan, slid: [openings[0]!], lost: [] })).toBe("The door was moved along the wall to fit.");
  expect(changedSentence({ plan, slid: openings, lost: [window] })).toBe(
    "The window of 160 cm no longer fits its wall and was taken out. The door and the window were moved along the wall to fit.",
  );
  expect(changedSentence({ plan, slid: [], lost: [window, door, door] })).toBe(
    "The window of 160 cm, the door of 90 cm and the door of 90 cm no longer fit their walls and were taken out.",
  );
});

test("one may edit what is in one's own hands, and is told why not", () => {
  const lock = (by: string, name: string): Lock => ({ item: "plan", by, name, color: "#000000", fence: 7, until: 0 });
  const view = (role: string, planHold: DesignerView["planHold"], held?: Lock) =>
    ({ you: { client: "tab-1", role }, planHold, room: { locks: new Map(held ? [["plan", held]] : []) } }) as unknown as DesignerView; // prettier-ignore
  const said = (...about: Parameters<typeof view>) => {
    const access = accessOf(view(...about));
    return [access.kind, chipText(access), accessSentence(access)];
  };
  expect(said("editor", "mine", lock("tab-1", "Guest 1"))).toEqual(["mine", "Edit the room", ""]);
  expect(said("owner", "asking")).toEqual(["mine", "Edit the room", ""]);
  expect(said("editor", "none")).toEqual(["free", "Edit the room", "The room is not in your hands."]);
  // A lock left from before a reload is about to be given back.
  expect(said("editor", "none", lock("tab-1", "Guest 1"))[0]).toBe("free");
  expect(said("editor", "asking", lock("tab-2", "Guest 2"))).toEqual(["held", "Guest 2 edits the room", "Guest 2 is editing the room. You can look."]); // prettier-ignore
  expect(said("viewer", "none", lock("tab-2", "Guest 2"))[1]).toBe("The room");
});
