/** What hands and keys do with a piece, and how they let go of it. */
import { expect, LEASE_SECONDS, test, type RoomWindow } from "./support/test";
import type { RoomServer } from "./support/server";

const ARMCHAIR = { x: 2500, y: 2700, rotation: 15 };

test("Escape gives a dragged piece back", async ({ join, server, room }) => {
  const [one, other] = await carrying(join);
  await one.page.keyboard.press("Escape");
  await givenBack(one, other, server, room);
  await one.pointAt(2000, 2000);
  await one.release();
  await one.expectPose("armchair", ARMCHAIR);
});

test("a window that loses the focus gives a dragged piece back", async ({ join, server, room }) => {
  const [one, other] = await carrying(join);
  // Playwright lets every page believe that it has the focus; this one shall notice another in front of it.
  const session = await one.page.context().newCDPSession(one.page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  await (await one.page.context().newPage()).bringToFront();
  await givenBack(one, other, server, room);
});

test("leaving the page gives a dragged piece back at once", async ({ join, server, room }) => {
  const [one, other] = await carrying(join);
  await one.page.goto(`${server.origin}/favicon.svg`);
  await givenBack(undefined, other, server, room);
});

test("reloading the page gives a dragged piece back at once", async ({ join, server, room }) => {
  const [one, other] = await carrying(join);
  await one.page.reload();
  await one.joined();
  await givenBack(one, other, server, room);
});

test("Space that is let go of on a control is let go of", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.page.keyboard.down(" ");
  await expect(one.stage).toHaveClass(/looking/);
  await one.page.getByRole("button", { name: "Zoom in" }).focus();
  await one.page.keyboard.up(" ");
  await expect(one.stage).not.toHaveClass(/looking/);
  await one.drag("armchair", 1500, 3500);
  await expect.poll(async () => (await other.pose("armchair")).y).toBeGreaterThan(3000);
});

test("the handle turns a piece", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.drag("plant", 3000, 4000);
  await one.expectLock("plant", "none");
  const at = { x: 3000, y: 4000 };
  await one.turnHandle.hover();
  await one.page.mouse.down();
  await one.pointAt(at.x + 700, at.y);
  await other.expectPose("plant", { ...at, rotation: 90 });
  await other.expectLock("plant", "other");
  await one.release();
  await other.expectLock("plant", "none");
  expect((await server.state(room)).items).toContainEqual({ item: "plant", sku: "HS-PLANT-60", ...at, rotation: 90 });
});

test("R turns, arrows move by 1 cm and 10 cm, Delete removes", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.select("armchair");

  await one.page.keyboard.press("r");
  await other.expectPose("armchair", { ...ARMCHAIR, rotation: 30 });
  await one.page.keyboard.press("Shift+R");
  await other.expectPose("armchair", ARMCHAIR);
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await one.page.keyboard.press(key);
  await other.expectPose("armchair", { x: 2520, y: 2710 });
  await one.page.keyboard.press("Shift+ArrowLeft");
  await one.page.keyboard.press("Shift+ArrowUp");
  await other.expectPose("armchair", { x: 2420, y: 2610 });
  await other.expectLock("armchair", "none");
  const armchair = (await server.state(room)).items.find(({ item }) => item === "armchair");
  expect(armchair).toMatchObject({ x: 2420, y: 2610, rotation: 15 });

  await one.page.keyboard.press("Delete");
  await expect(one.piece("armchair")).toHaveCount(0);
  await expect(other.piece("armchair")).toHaveCount(0);
  expect((await server.state(room)).items).toHaveLength(2);
});

test("L4 a piece held still stays held beyond its lease", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.press("armchair");
  await other.expectLock("armchair", "other");
  const ended = Date.now() + (LEASE_SECONDS + 2) * 1000;
  await expect.poll(() => Date.now(), { timeout: 20_000, intervals: [500] }).toBeGreaterThan(ended);
  await other.expectLock("armchair", "other");
  await one.expectLock("armchair", "mine");
  expect((await server.events(room)).at(-1)).toMatchObject({ type: "locked", items: ["armchair"] });
});

/** Two windows; the first has carried the armchair away, and the second sees it. */
async function carrying(join: (name: string) => Promise<RoomWindow>): Promise<[RoomWindow, RoomWindow]> {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.press("armchair");
  await one.pointAt(1500, 3500);
  await other.expectLock("armchair", "other");
  await other.expectPose("armchair", await one.pose("armchair"));
  return [one, other];
}

async function givenBack(one: RoomWindow | undefined, other: RoomWindow, server: RoomServer, room: string) {
  await other.expectLock("armchair", "none");
  await other.expectPose("armchair", ARMCHAIR);
  await one?.expectLock("armchair", "none");
  await one?.expectPose("armchair", ARMCHAIR);
  expect((await server.events(room)).at(-1)).toMatchObject({ type: "unlocked", reason: "released" });
}
