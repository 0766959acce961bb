/** A server that dies without a word, and one that comes back as another build. */
import { expect, test } from "./support/test";

// Each start of a server takes its seconds, on a busy machine many of them.
test.setTimeout(120_000);

test("R2 L6 after kill -9 both windows come back by themselves, and the lock is still held", async ({
  join,
  server,
  room,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await other.drag("plant", 700, 3800);
  await other.expectLock("plant", "none");
  await one.press("armchair");
  await one.pointAt(1500, 3000);
  await other.expectLock("armchair", "other");
  const before = await server.events(room);

  const back = Promise.all([one.comesBack(), other.comesBack()]);
  await server.startAgain();
  await back;
  for (const window of [one, other]) await expect(window.avatars).toHaveCount(2);
  await one.expectLock("armchair", "mine");
  await other.expectLock("armchair", "other");
  expect(await server.events(room)).toEqual(before);

  await one.pointAt(1200, 2800);
  const dragged = await one.pose("armchair");
  await other.expectPose("armchair", dragged);
  await one.release();
  await other.expectLock("armchair", "none");
  for (const window of [one, other]) {
    await window.expectPose("armchair", dragged);
    await expect(window.banner).toBeHidden();
    await expect(window.notice).toHaveCount(0);
  }
  const after = (await server.events(room)).slice(before.length);
  expect(after).toMatchObject([
    { type: "moved", ...dragged },
    { type: "unlocked", reason: "released" },
  ]);
});

test("a tab older than its server says so and loads again, once nothing is being typed in it", async ({
  join,
  server,
}) => {
  const one = await join("Guest 1");
  const writer = await join("Guest 2");
  const version = one.page.locator("meta[name=homstyle-version]");
  const old = await version.getAttribute("content");
  const remark = writer.page.getByLabel("Remark on the room");
  await writer.page.keyboard.press("c");
  await remark.fill("In green, perhaps?");
  await server.startUpgraded();
  try {
    // Asked once: it is gone with the page, soon.
    const upgrade = one.page.locator("[data-banner=upgrade]");
    await Promise.all([
      expect(upgrade).toContainText("Loading the new version", { timeout: 20_000 }),
      expect(writer.banner).toHaveAttribute("data-banner", "upgrade", { timeout: 20_000 }),
    ]);
    const loadsAfter = Date.now() + 3_000;
    // Nor when what was typed is out of sight.
    await writer.page.keyboard.press("Escape");
    await expect(remark).toBeHidden();
    await expect(version).not.toHaveAttribute("content", old!);
    await one.joined();
    await expect(one.pieces).toHaveCount(3);
    await expect(one.avatars).toHaveCount(2);
    await expect(one.banner).toBeHidden();

    await expect.poll(() => Date.now()).toBeGreaterThan(loadsAfter);
    await writer.page.keyboard.press("c");
    await expect(remark).toHaveValue("In green, perhaps?");
    await writer.page.keyboard.press("Enter");
    await expect(one.page.getByRole("button", { name: "Comments, 1 open" })).toBeVisible();
    await writer.page.keyboard.press("Escape");
    await expect(writer.page.locator("meta[name=homstyle-version]")).not.toHaveAttribute("content", old!);
  } finally {
    await server.startAgain();
  }
});
