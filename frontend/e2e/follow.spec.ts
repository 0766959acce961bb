/** Following somebody, seeing what they hold, and trying another layout in a copy. */
import type { Locator } from "@playwright/test";
import { expect, test, type RoomWindow } from "./support/test";

test("M1 whoever follows somebody keeps what they point at in sight, until they look around themselves", async ({
  join,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.page.getByRole("button", { name: "2 people are here" }).click();
  await one.page.getByRole("button", { name: "Follow Guest 2" }).click();
  await one.page.keyboard.press("Escape");
  await expect(one.page.getByText("Following Guest 2")).toBeVisible();
  for (let presses = 0; presses < 5; presses++) await one.page.keyboard.press("+");

  await other.pointAt(400, 3900);
  const cursor = one.cursorOf("Guest 2");
  await expect.poll(() => isOnStage(one, cursor)).toBe(true);
  await other.pointAt(4800, 500);
  await expect.poll(() => isOnStage(one, cursor)).toBe(true);

  await one.page.keyboard.press("Escape");
  await expect(one.page.getByText("Following Guest 2")).toHaveCount(0);
});

test("the list of people says who holds what", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await other.press("armchair");
  await one.page.getByRole("button", { name: "2 people are here" }).click();
  await expect(one.page.locator(".people-list li", { hasText: "Guest 2" })).toContainText(/has \S/);
  await other.release();
  await expect(one.page.locator(".holding")).toHaveCount(0);
});

test("a copy of a layout is another room with the same pieces", async ({ join, room }) => {
  const one = await join("Guest 1");
  const pieces = await one.pieces.count();
  await one.page.getByRole("button", { name: "Invite" }).click();
  await one.page.getByRole("button", { name: "Duplicate this layout" }).click();
  await expect(one.title).toHaveValue(/ \(copy\)$/);
  expect(new URL(one.page.url()).pathname).not.toContain(`/rooms/${room}`);
  await expect(one.pieces).toHaveCount(pieces);
});

async function isOnStage(window: RoomWindow, cursor: Locator) {
  const [stage, at] = [await window.plan.boundingBox(), await cursor.boundingBox()];
  if (!stage || !at) return false;
  const inside = (value: number, from: number, length: number) => value >= from && value <= from + length;
  return inside(at.x, stage.x, stage.width) && inside(at.y, stage.y, stage.height);
}
