/** Sixty-odd products: found by words and kind, and walked through by keyboard. */
import { expect, test, type RoomWindow } from "./support/test";

const cards = (window: RoomWindow) => window.page.locator(".card[data-sku]");
const chip = (window: RoomWindow, name: string) => window.page.getByRole("group", { name: "Kinds" }).getByRole("button", { name, exact: true }); // prettier-ignore

test("words and kinds find products, whatever their accents", async ({ join }) => {
  const one = await join("Guest 1");
  const search = one.page.getByLabel("Search the catalogue");
  await expect.poll(() => cards(one).count()).toBeGreaterThanOrEqual(40);
  await search.fill("porslinsro");
  await expect(cards(one)).toHaveCount(1);
  await search.fill("dagdrom");
  await expect(cards(one)).toHaveAttribute("data-sku", "HS-DAYBED-200");
  await search.fill("chest of drawers");
  await expect(cards(one)).toHaveCount(2);
  await search.fill("");
  await chip(one, "Rugs").click();
  await expect(cards(one)).toHaveCount(6);
  await expect(one.page.getByRole("status").filter({ hasText: "6 products" })).toHaveCount(1);
  await search.fill("runner");
  await expect(cards(one)).toHaveCount(1);
});

test("arrow keys walk through the cards, and one Tab leaves them", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const { keyboard } = one.page;
  await one.piece("sofa").focus();
  await one.tabTo(cards(one).first(), "Shift+Tab");
  const before = await one.pose("sofa");
  await keyboard.press("ArrowRight");
  await expect(cards(one).nth(1)).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(cards(one).nth(3)).toBeFocused();
  await keyboard.press("End");
  await expect(cards(one).last()).toBeFocused();
  await keyboard.press("ArrowUp");
  await keyboard.press("Home");
  await expect(cards(one).first()).toBeFocused();
  // The arrows were the catalogue's: the selected piece stays.
  await one.expectPose("sofa", before);
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await expect.poll(async () => (await server.state(room)).items.at(-1)?.sku).toBe("HS-SOFA-240");
  await keyboard.press("Tab");
  await expect(cards(one).nth(1)).not.toBeFocused();
  expect(await one.page.evaluate(() => document.activeElement?.closest(".cards") === null)).toBe(true);
});

test("Escape ends a drag from the catalogue, also when the hand moves on", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const ghost = one.page.locator(".ghost");
  await one.card("HS-POUF-52").hover();
  await one.page.mouse.down();
  await one.pointAt(2000, 3500);
  await expect(ghost).toBeVisible();
  await one.page.keyboard.press("Escape");
  await expect(ghost).toBeHidden();
  await one.pointAt(1900, 3500);
  await expect(ghost).toBeHidden();
  await one.release();
  // What is asked for afterwards is answered afterwards.
  await one.drag("plant", 700, 3800);
  await expect.poll(async () => (await server.events(room)).at(-1)?.type).toBe("unlocked");
  expect((await server.state(room)).items).toHaveLength(3);
});

for (const [screen, options] of [
  ["a wide screen", {}],
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const) {
  test(`the page itself never scrolls, however long the catalogue: ${screen}`, async ({ join }) => {
    const one = await join("Guest 1", options);
    await expect(cards(one).first()).toBeVisible();
    const [page, screen] = await one.page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    expect(page).toBeLessThanOrEqual(screen!);
  });
}
