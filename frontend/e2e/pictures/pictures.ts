/** The documentation's pictures of the real thing: two people in the demo room. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { projectFolder } from "../support/project";
import { SpaceWindow } from "../support/space";
import { expect, test as base, type RoomWindow } from "../support/test";

const test = base.extend({ room: ({}, use) => use("vardagsrum") });

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

for (const [file, colorScheme] of [
  ["room.png", "light"],
  ["dark.png", "dark"],
] as const) {
  test(file, async ({ join }) => {
    const watched = await join("Guest 1", { ...desk, colorScheme });
    const other = await join("Guest 2", desk);
    await watched.press("armchair-2");
    await watched.pointAt(3150, 1180);
    for (let turns = 0; turns < 16; turns++) await watched.page.keyboard.press("r");
    await watched.expectPose("armchair-2", { rotation: 285 });
    await watched.expectLock("armchair-2", "mine");
    await carrySofa(other, watched);
    await take(watched.page, file);
  });
}

test("fit.png", async ({ join }) => {
  const watched = await join("Guest 1", desk);
  await watched.page.locator(".fit-chip").click();
  await watched.press("armchair-2");
  await watched.pointAt(2300, 3050);
  await watched.expectLock("armchair-2", "mine");
  await expect(watched.page.locator(".fit-label").first()).toBeVisible();
  await take(watched.page, "fit.png");
  await watched.page.keyboard.press("Escape");
});

test("3d.png", async ({ join }) => {
  const watched = await join("Guest 1", desk);
  const other = await join("Guest 2", desk);
  const space = await SpaceWindow.open(watched);
  for (let presses = 0; presses < 14; presses++) await watched.page.keyboard.press("ArrowLeft");
  await watched.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const { x, y } = await other.pose("armchair");
  await other.press("armchair");
  await other.pointAt(x - 90, y - 160);
  await expect(space.tag("Guest 2")).toBeVisible();
  await space.rested();
  await take(watched.page, "3d.png");
});

test("3d-eye.png", async ({ join }) => {
  const space = await SpaceWindow.open(await join("Guest 1", desk));
  await space.page.keyboard.press("e");
  await space.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await space.rested();
  await take(space.page, "3d-eye.png");
});

test("phone.png", async ({ join }) => {
  const watched = await join("Guest 1", phone);
  await carrySofa(await join("Guest 2", desk), watched);
  await take(watched.page, "phone.png");
});

// The last one: the room stays in its hands for a while.
test("edit-room.png", async ({ join }) => {
  const watched = await join("Guest 1", desk);
  await watched.page.getByRole("button", { name: "Edit the room" }).click();
  await expect(watched.page.locator(".shape-wall")).toHaveCount(4);
  await watched.pointAt(5460, 1500);
  await watched.page.mouse.down();
  await watched.pointAt(5662, 1500);
  await expect(watched.page.locator(".shape-length.live").first()).toHaveText("560");
  await take(watched.page, "edit-room.png");
  await watched.page.keyboard.press("Escape");
});

async function carrySofa(carrier: RoomWindow, watched: RoomWindow): Promise<void> {
  await carrier.press("sofa");
  await carrier.pointAt(3480, 4020);
  await watched.expectLock("sofa", "other");
  await watched.expectPose("sofa", await carrier.pose("sofa"));
  await expect(watched.tag("Guest 2")).toBeVisible();
  await expect(watched.cursorOf("Guest 2")).toBeVisible();
}

async function take(page: Page, file: string): Promise<void> {
  await page.screenshot({ path: join(projectFolder, "docs/images", file) });
}
