/** A network that goes away and comes back: nothing lost, nothing doubled, and a banner for those who wait. */
import { expect, test } from "./support/test";
import type { JournalEvent } from "./support/server";

/** How long a break lasts in these tests, ms. */
const BREAK = 8_000;

for (const [weather, start] of [
  ["refuses", "cut"],
  ["swallows", "cutIntoSilence"],
] as const) {
  test(`R3 R5 a network that ${weather} for 8 s loses and doubles nothing`, async ({ join, network, server, room }) => {
    const far = await join("Guest 1", { origin: network.origin });
    const near = await join("Guest 2");
    const bannerShown = far.bannerShown();
    const cutAt = Date.now();
    network[start]();

    await far.drag("plant", 800, 3400);
    const moved = await far.pose("plant");
    expect(moved).not.toMatchObject({ x: 3300, y: 4200 });
    await near.drag("sofa", 1700, 1300);
    await near.card("HS-POUF-52").focus();
    await near.page.keyboard.press("Enter");
    await expect(near.pieces).toHaveCount(4);

    const patience = (await bannerShown) - cutAt;
    expect(patience).toBeGreaterThanOrEqual(5_000);
    expect(patience).toBeLessThan(BREAK);
    await expect(far.banner).toHaveAttribute("data-banner", "lost");
    await expect(far.banner).toHaveText("Connection lost. Trying again… Your change waits here.");
    await expect(far.pieces).toHaveCount(3);
    await near.expectPose("plant", { x: 3300, y: 4200 });
    await expect.poll(() => Date.now() - cutAt).toBeGreaterThan(BREAK);
    network.heal();

    await expect(far.banner).toBeHidden({ timeout: 20_000 });
    await near.expectPose("plant", moved);
    await expect(far.pieces).toHaveCount(4);
    await far.expectLock("plant", "none");
    const { items } = await server.state(room);
    for (const { item, x, y, rotation } of items) {
      await far.expectPose(item, { x, y, rotation });
      await near.expectPose(item, { x, y, rotation });
    }
    const events = await server.events(room);
    expectNoGap(events);
    expect(events.filter(({ type }) => type === "placed")).toHaveLength(4);
    expect(ofType(events, "moved")).toMatchObject([
      { item: "sofa", x: 1700, y: 1300 },
      { item: "plant", ...moved },
    ]);
    expect(ofType(events, "locked")).toHaveLength(2);
    await expect(near.avatars).toHaveCount(2);
  });
}

test("R5 an answer that was lost on its way doubles nothing", async ({ join, network, server, room }) => {
  const far = await join("Guest 1", { origin: network.origin });
  const near = await join("Guest 2");
  network.holdAnswers();
  await far.card("HS-POUF-52").focus();
  await far.page.keyboard.press("Enter");
  await far.title.fill("Said twice, done once");
  await far.title.press("Enter");
  await expect(near.title).toHaveValue("Said twice, done once");
  network.cut();
  network.heal();

  // Requests take effect in the order made, so those before this one have been answered when it arrives.
  await far.title.fill("And then this");
  await far.title.press("Enter");
  await expect(near.title).toHaveValue("And then this");
  await expect(far.title).toHaveValue("And then this");
  await expect(far.pieces).toHaveCount(4);
  await expect(near.pieces).toHaveCount(4);
  await expect(far.notice).toHaveCount(0);
  const events = await server.events(room);
  expectNoGap(events);
  expect(events.slice(3).map(({ type }) => type)).toEqual(["placed", "renamed", "renamed"]);
});

test("R6 a piece in the hand stays there over a short break, without a banner", async ({
  join,
  network,
  server,
  room,
}) => {
  const far = await join("Guest 1", { origin: network.origin });
  const near = await join("Guest 2");
  await far.press("armchair");
  await far.pointAt(1500, 3500);
  await near.expectLock("armchair", "other");
  network.cut();
  await expect(near.avatars).toHaveCount(1);
  network.heal();
  await expect(near.avatars).toHaveCount(2);
  await expect(far.banner).toBeHidden();
  await far.expectLock("armchair", "mine");

  await far.pointAt(1000, 3000);
  const dragged = await far.pose("armchair");
  await near.expectPose("armchair", dragged);
  await far.release();
  await near.expectLock("armchair", "none");
  expect((await server.events(room)).slice(3).map(({ type }) => type)).toEqual(["locked", "moved", "unlocked"]);
  await near.expectPose("armchair", dragged);
});

test("a line that is lost while one joins under a new name is told, and comes back", async ({ join, network }) => {
  const far = await join("Guest 1", { origin: network.origin });
  const near = await join("Guest 2");
  network.holdAnswers();
  await far.changeName("Maja");
  await near.expectPresent("Maja");
  network.cut();
  await expect(far.banner).toHaveAttribute("data-banner", "lost", { timeout: 20_000 });
  await expect(far.pieces).toHaveCount(3);
  await expect(far.title).toHaveValue("Untitled room");
  network.heal();
  await expect(far.banner).toBeHidden({ timeout: 20_000 });
  await near.expectPresent("Maja");
});

test("what waits for its lock is done before one joins under a new name", async ({ join, network }) => {
  const far = await join("Guest 1", { origin: network.origin });
  const near = await join("Guest 2");
  await far.piece("sofa").focus();
  network.holdAnswers();
  await far.page.keyboard.press("Shift+ArrowDown");
  const moved = await far.pose("sofa");
  expect(moved).toMatchObject({ x: 1500, y: 1100 });
  await far.changeName("Maja");
  network.heal();
  await near.expectPresent("Maja");
  await near.expectPose("sofa", moved);
  await far.expectPose("sofa", moved);
});

function expectNoGap(events: readonly JournalEvent[]): void {
  expect(events.map(({ rev }) => rev)).toEqual(events.map((_, index) => index + 1));
}

const ofType = (events: readonly JournalEvent[], wanted: string) => events.filter(({ type }) => type === wanted);
