/** Several pieces: selected, moved, turned, duplicated and removed together, and taken back by one press. */
import { expectAccessible } from "./support/accessible";
import { expect, test, type RoomWindow } from "./support/test";
import { swipe } from "./support/touch";

const SOFA = { x: 1500, y: 1000 };
const ARMCHAIR = { x: 2500, y: 2700, rotation: 15 };
const PLANT = { x: 3300, y: 4200 };

const panel = (window: RoomWindow) => window.page.getByRole("region", { name: "Selected pieces" });
const selected = (window: RoomWindow) => window.page.locator("g.piece[data-selected]");
const centre = async ({ turnHandle }: RoomWindow) => {
  const { x, y, width, height } = (await turnHandle.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};
const spoken = (window: RoomWindow, text: string) =>
  expect(window.page.locator("[aria-live=polite]", { hasText: text })).toHaveCount(1);

test("U1 a group is dragged in one window, seen moving in the other, and taken back by one press", async ({
  join,
  server,
  room,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await frame(one, [300, 300], [3000, 3000]);
  await expect(selected(one)).toHaveCount(2);
  await expect(panel(one)).toContainText("2 pieces");
  const before = (await server.state(room)).rev;

  await one.press("sofa");
  await one.pointAt(SOFA.x + 200, SOFA.y + 400);
  await other.expectPose("sofa", { x: 1700, y: 1400 });
  await other.expectPose("armchair", { x: 2700, y: 3100 });
  await other.expectLock("armchair", "other");
  await expect(other.tag("Guest 1")).toHaveCount(1);
  await one.release();
  await other.expectLock("armchair", "none");
  expect((await server.events(room)).slice(before).map(({ type }) => type)).toEqual(["locked", "moved", "moved", "unlocked"]); // prettier-ignore

  await other.drag("plant", 900, 4000);
  await other.expectLock("plant", "none");
  const theirs = await other.pose("plant");
  await one.page.keyboard.press("Control+z");
  await other.expectPose("sofa", SOFA);
  await other.expectPose("armchair", ARMCHAIR);
  await other.expectPose("plant", theirs);
  await one.page.keyboard.press("Control+Shift+z");
  await other.expectPose("armchair", { x: 2700, y: 3100 });
  await other.expectPose("sofa", { x: 1700, y: 1400 });
});

test("all of it by keyboard: selected, moved, turned, removed, brought back, let go", async ({
  join,
  server,
  room,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.tabTo(one.piece("sofa"));
  await one.page.keyboard.press("Shift+Enter");
  await one.tabTo(one.piece("plant"));
  await one.page.keyboard.press("Shift+Enter");
  await expect(panel(one)).toContainText("2 pieces");
  await spoken(one, "2 pieces selected");
  await expect(one.piece("sofa")).toHaveAttribute("aria-pressed", "true");
  await one.page.keyboard.press("ArrowRight");
  await one.page.keyboard.press("Shift+ArrowUp");
  await other.expectPose("sofa", { x: SOFA.x + 10, y: SOFA.y - 100 });
  await other.expectPose("plant", { x: PLANT.x + 10, y: PLANT.y - 100 });
  await spoken(one, "2 pieces moved");
  await other.expectLock("sofa", "none");

  await one.page.keyboard.press("r");
  await other.expectPose("plant", { rotation: 15 });
  await other.expectPose("sofa", { rotation: 15 });
  await other.expectLock("sofa", "none");
  await one.page.keyboard.press("Control+z");
  await other.expectPose("plant", { x: PLANT.x + 10, y: PLANT.y - 100, rotation: 0 });
  await one.page.keyboard.press("Delete");
  await expect(other.pieces).toHaveCount(1);
  await one.page.keyboard.press("Control+z");
  await expect(other.pieces).toHaveCount(3);
  await expect(one.pieces).toHaveCount(3);

  await one.page.keyboard.press("Control+a");
  await expect(selected(one)).toHaveCount(3);
  await one.page.keyboard.press("Escape");
  await expect(selected(one)).toHaveCount(0);
  await spoken(one, "Nothing is selected");
  expect((await server.state(room)).locks).toEqual([]);
});

test("what somebody else holds stays, and it is said", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await other.press("armchair");
  await one.expectLock("armchair", "other");
  await one.page.keyboard.press("Control+a");
  await expect(panel(one)).toContainText("Somebody else has one of them");
  await one.page.keyboard.press("Shift+ArrowDown");
  await expect(one.notice).toContainText("One piece stays: Guest 2 has it.");
  await other.expectPose("sofa", { x: SOFA.x, y: SOFA.y + 100 });
  await other.expectPose("armchair", ARMCHAIR);
});

test("Shift and Control add single pieces; the copies are a step of their own", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.piece("sofa").click();
  await one.piece("plant").click({ modifiers: ["Shift"] });
  await one.piece("armchair").click({ modifiers: ["Control"] });
  await one.piece("armchair").click({ modifiers: ["Control"] });
  await expect(selected(one)).toHaveCount(2);
  await panel(one).getByRole("button", { name: "Duplicate all of them" }).click();
  await expect(other.pieces).toHaveCount(5);
  await expect(selected(one)).toHaveCount(2);
  await expect(one.piece("sofa")).not.toHaveAttribute("data-selected");
  await panel(one).getByRole("button", { name: "Turn 90 degrees clockwise, all together" }).click();
  await spoken(one, "2 pieces turned 90 degrees clockwise");
  await one.page.keyboard.press("Control+z");
  await one.page.keyboard.press("Control+z");
  for (const window of [one, other]) await expect(window.pieces).toHaveCount(3);
  await one.piece("sofa").click();
  await expect(selected(one)).toHaveCount(1);
});

test("the handle turns a group about its middle, which is one step to undo; a tap on it turns by 15 degrees", async ({
  join,
  server,
  room,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await frame(one, [300, 300], [3000, 3000]);
  await expect(selected(one)).toHaveCount(2);
  const middle = await one.pixels((SOFA.x + ARMCHAIR.x) / 2, (SOFA.y + ARMCHAIR.y) / 2);
  const at = await centre(one);
  await one.page.mouse.move(at.x, at.y);
  await one.page.mouse.down();
  // A quarter turn clockwise, two degrees short of it: it rests there.
  await one.page.mouse.move(middle.x - (at.y - middle.y), middle.y + (at.x - middle.x) - 4, { steps: 8 });
  await other.expectPose("sofa", { x: 2850, y: 1350, rotation: 90 });
  await other.expectPose("armchair", { x: 1150, y: 2350, rotation: 105 });
  const turned = await centre(one);
  expect(Math.abs(turned.x - (middle.x - (at.y - middle.y)))).toBeLessThan(3);
  const before = (await server.state(room)).rev;
  await one.release();
  await other.expectLock("sofa", "none");
  expect((await server.events(room)).slice(before).map(({ type }) => type)).toEqual(["moved", "moved", "unlocked"]);
  await spoken(one, "2 pieces turned 90 degrees clockwise");

  await one.turnHandle.click();
  await other.expectPose("sofa", { rotation: 105 });
  await other.expectLock("sofa", "none");
  await one.page.keyboard.press("Control+z");
  await one.page.keyboard.press("Control+z");
  await other.expectPose("sofa", SOFA);
  await other.expectPose("armchair", ARMCHAIR);

  await one.expectPose("sofa", SOFA);
  const again = await centre(one);
  await one.page.mouse.move(again.x, again.y);
  await one.page.mouse.down();
  await one.page.mouse.move(middle.x + (again.y - middle.y), middle.y - (again.x - middle.x), { steps: 8 });
  await other.expectPose("sofa", { rotation: 270 });
  await one.release();
  await spoken(one, "2 pieces turned 90 degrees back");
});

test("Escape gives a dragged group back", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.page.keyboard.press("Control+a");
  await one.press("armchair");
  await one.pointAt(2400, 2600);
  await other.expectLock("plant", "other");
  await one.page.keyboard.press("Escape");
  await other.expectLock("plant", "none");
  await other.expectPose("plant", PLANT);
  await one.release();
  await expect(selected(one)).toHaveCount(3);
  expect((await server.state(room)).items.find(({ item }) => item === "armchair")).toMatchObject(ARMCHAIR);
});

test("on a phone pieces are tapped one after the other, and a finger drags all of them", async ({ join }) => {
  const one = await join("Guest 1", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const other = await join("Guest 2");
  const tap = async (x: number, y: number) => {
    const at = await one.pixels(x, y);
    await one.page.touchscreen.tap(at.x, at.y);
  };
  await tap(SOFA.x, SOFA.y);
  await one.page.getByRole("button", { name: "Select several pieces" }).tap();
  await tap(PLANT.x, PLANT.y);
  await expect(panel(one)).toContainText("2 pieces");
  await expectAccessible(one.page);
  await swipe(one.page, [await one.pixels(PLANT.x, PLANT.y)], [await one.pixels(PLANT.x - 300, PLANT.y - 300)]);
  await expect.poll(async () => (await other.pose("plant")).x).toBeLessThan(PLANT.x - 250);
  await expect.poll(async () => SOFA.x - (await other.pose("sofa")).x).toBeGreaterThan(250);
  await other.expectLock("sofa", "none");
  await tap(PLANT.x - 300, PLANT.y - 300);
  await expect(selected(one)).toHaveCount(1);
  await panel(one).getByRole("button", { name: "Deselect all" }).tap();
  await expect(selected(one)).toHaveCount(0);
});

test("the list selects several, and nothing is wrong for axe", async ({ join }) => {
  const one = await join("Guest 1", { colorScheme: "dark" });
  await one.page.getByRole("button", { name: "List of the pieces" }).click();
  const box = (item: string) => one.page.locator(`.list-row[data-row="${item}"]`).getByRole("checkbox");
  await box("sofa").check();
  await box("plant").check();
  await expect(selected(one)).toHaveCount(2);
  await expect(panel(one)).toContainText("2 pieces");
  await expectAccessible(one.page);
  await box("sofa").uncheck();
  await expect(selected(one)).toHaveCount(1);
});

async function frame(window: RoomWindow, from: [number, number], to: [number, number]): Promise<void> {
  await window.page.keyboard.down("Shift");
  await window.pointAt(...from);
  await window.page.mouse.down();
  await window.pointAt(...to);
  await window.release();
  await window.page.keyboard.up("Shift");
}
