/** The shopping list: live, and taken along as text, as a file and on paper. */
import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/accessible";
import { expect, test, type RoomWindow } from "./support/test";

const button = (window: RoomWindow) => window.page.locator(".shopping-button");
const panel = (window: RoomWindow) => window.page.getByRole("complementary", { name: "Shopping list" });
const lines = (window: RoomWindow) => panel(window).locator(".shopping-line");

test("lists what stands in the room, and follows what others place", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await expect(button(one)).toHaveText(/23,485/);
  await button(one).click();
  await expect(lines(one)).toHaveCount(3);
  await expect(lines(one).first()).toContainText("Bladhamra");
  await expect(panel(one).locator(".shopping-sum")).toHaveText(/Total 3 pieces.*23,485/);
  for (let placed = 0; placed < 2; placed++) {
    await other.card("HS-POUF-52").focus();
    await other.page.keyboard.press("Enter");
  }
  await expect(lines(one).filter({ hasText: "2 × Maskebo" })).toContainText("2,590");
  await expect(panel(one).locator(".shopping-sum")).toHaveText(/Total 5 pieces.*26,075/);
  await expect(button(one)).toHaveText(/26,075/);
});

test("is taken along as a file that spreadsheet programs read", async ({ join, room }) => {
  const one = await join("Guest 1");
  await button(one).click();
  const saving = one.page.waitForEvent("download");
  await panel(one).getByRole("button", { name: "CSV file" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe(`homstyle-${room}.csv`);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")).toEqual([
    "\uFEFFArticle,Name,Finish,Kind,Size,Count,Price each,Price,Currency",
    "HS-PLANT-60,Bladhamra,Green,Plant,60 × 60 × 120 cm,1,995.00,995.00,SEK",
    "HS-SOFA-220,Kvällsro,Sage,Sofa,220 × 92 × 80 cm,1,15995.00,15995.00,SEK",
    "HS-ARMCHAIR-78,Läsvrå,Terracotta,Armchair,78 × 80 × 86 cm,1,6495.00,6495.00,SEK",
    "Total,,,,,,,23485.00,SEK",
    "",
  ]);
});

test("is copied as text", async ({ join }) => {
  const one = await join("Guest 1", { permissions: ["clipboard-read", "clipboard-write"] });
  await button(one).click();
  await panel(one).getByRole("button", { name: "Copy" }).click();
  await expect(panel(one).getByRole("button", { name: "Copied" })).toBeVisible();
  const text = await one.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("1 × Kvällsro, sofa, Sage, 220 × 92 × 80 cm: ");
  expect(text).toMatch(/Total: .*23,485/);
});

test("prints alone, and all of it", async ({ join }) => {
  const one = await join("Guest 1");
  await button(one).click();
  await expect(lines(one)).toHaveCount(3);
  await one.page.emulateMedia({ media: "print" });
  await expect(lines(one).last()).toBeVisible();
  await expect(panel(one).getByText("Untitled room")).toBeVisible();
  for (const hidden of [one.plan, button(one), panel(one).getByRole("button", { name: "CSV file" })])
    await expect(hidden).toBeHidden();
});

test("is opened and left by keyboard; it and the checks take turns", async ({ join }) => {
  const one = await join("Guest 1");
  const { keyboard } = one.page;
  await one.tabTo(button(one));
  await keyboard.press("Enter");
  await expect(panel(one)).toBeVisible();
  await one.page.locator(".fit-chip").click();
  await expect(panel(one)).toHaveCount(0);
  await button(one).click();
  await expect(one.page.getByRole("complementary", { name: "Does it fit?" })).toHaveCount(0);
  await one.tabTo(panel(one).getByRole("button", { name: "Close the shopping list" }));
  await keyboard.press("Escape");
  await expect(panel(one)).toHaveCount(0);
  await expect(button(one)).toBeFocused();
});

test("arrow keys and Space scroll it, and leave the selected piece where it is", async ({ join, server, room }) => {
  const one = await join("Guest 1", { viewport: { width: 1280, height: 400 } });
  const { keyboard } = one.page;
  await one.press("sofa");
  await one.release();
  // Let go before the lock was granted, it is given back when it has been.
  await expect.poll(async () => (await server.events(room)).at(-1)?.type).toBe("unlocked");
  const { rev } = await server.state(room);
  await button(one).click();
  const list = panel(one).getByRole("list");
  const scrolled = () => list.evaluate((list) => list.scrollTop);
  const scroll = async () => {
    for (const key of ["ArrowDown", " "]) {
      const before = await scrolled();
      await keyboard.press(key);
      await expect.poll(scrolled).toBeGreaterThan(before);
    }
  };
  await expect(panel(one)).toBeFocused();
  await scroll();
  await one.tabTo(list);
  await keyboard.press("Home");
  await expect.poll(scrolled).toBe(0);
  await scroll();
  await expect(one.piece("sofa")).toHaveAttribute("data-selected");
  await one.expectPose("sofa", { x: 1500, y: 1000, rotation: 0 });
  expect((await server.state(room)).rev).toBe(rev);
});

for (const [name, options] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const) {
  test(`breaks no rule of axe: ${name}`, async ({ join }) => {
    const one = await join("Guest 1", options);
    await button(one).click();
    await expect(lines(one)).toHaveCount(3);
    await expectAccessible(one.page);
  });
}
