/** No rule of axe is broken, on any page and in any state of it. */
import { expectAccessible } from "./support/accessible";
import { RoomWindow } from "./support/roomWindow";
import { expect, test } from "./support/test";

for (const colorScheme of ["light", "dark"] as const) {
  test(`the start page, ${colorScheme}`, async ({ person, server }) => {
    const page = await (await person({ colorScheme })).newPage();
    await page.goto(server.origin);
    await page.getByLabel("Width").fill("wide");
    await page.getByRole("button", { name: "Create room" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expectAccessible(page);
  });

  test(`the designer, ${colorScheme}, with a piece in somebody's hands and one in one's own`, async ({ join }) => {
    const one = await join("Guest 1", { colorScheme });
    const other = await join("Guest 2");
    await other.press("armchair");
    await one.expectLock("armchair", "other");
    await one.press("plant");
    await one.expectLock("plant", "mine");
    await expect(one.cursorOf("Guest 2")).toBeVisible();
    await expectAccessible(one.page);
    await one.release();

    for (const panel of ["Invite", "2 people are here", "Keyboard shortcuts"]) {
      await one.page.getByRole("button", { name: panel }).click();
      await expect(one.page.getByRole("dialog", { name: panel })).toBeVisible();
      if (panel === "Invite") {
        await one.page.getByRole("button", { name: "Copy link" }).click();
        await expect(one.page.locator("#invite input[readonly]")).toBeVisible();
      }
      await expectAccessible(one.page);
      await one.page.keyboard.press("Escape");
    }

    await one.page.locator(".fit-chip").click();
    await one.page.locator(".fit-group.passed summary").click();
    await expect(one.page.locator(".fit-group.passed .fit-check").first()).toBeVisible();
    await expectAccessible(one.page);
    await one.page.locator(".fit-check").first().focus();
    await expectAccessible(one.page);
  });
}

test("the designer on a phone", async ({ join }) => {
  const one = await join("Guest 1", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await expectAccessible(one.page);
  await one.page.getByLabel("Search the catalogue").focus();
  await expectAccessible(one.page);
  await one.page.getByRole("button", { name: "Show less of the catalogue" }).tap();
  await one.piece("armchair").tap();
  await expect(one.page.getByRole("region", { name: "Selected piece" })).toBeVisible();
  await expectAccessible(one.page);
  await one.page.locator(".fit-chip").tap();
  await expect(one.page.getByRole("complementary", { name: "Does it fit?" })).toBeVisible();
  await expectAccessible(one.page);
});

test("a viewer's window, and one without an invitation", async ({ person, signed }) => {
  const made = await fetch(`${signed.origin}/api/rooms`, { method: "POST", body: JSON.stringify({ title: "A room" }) });
  const { room, links } = (await made.json()) as { room: string; links: { view: string } };
  const viewer = await (await person()).newPage();
  await viewer.goto(signed.origin + links.view);
  await new RoomWindow(viewer).joined("view");
  await expectAccessible(viewer);

  const stranger = await (await person()).newPage();
  await stranger.goto(`${signed.origin}/rooms/${room}`);
  await expect(new RoomWindow(stranger).stopped).toBeVisible();
  await expectAccessible(stranger);
});
