/** Will it get in? The way in is typed, and the verdicts follow. */
import type { Locator } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { RoomWindow } from "./support/roomWindow";
import { expect, test } from "./support/test";

const panel = (window: RoomWindow) => window.page.getByRole("complementary", { name: "Will it get in?" });
const result = (window: RoomWindow, sku: string) => panel(window).locator(`.get-in-result[data-sku="${sku}"]`);
const passage = (window: RoomWindow, name: string): Locator => panel(window).getByRole("group", { name, exact: true });
const add = (window: RoomWindow, kind: string) => panel(window).getByRole("button", { name: `Add: ${kind}` });

async function openList(window: RoomWindow): Promise<void> {
  await window.page.locator(".shopping-button").click();
  await window.page.locator("#buying").getByRole("button", { name: "Will it get in?" }).click();
  await expect(panel(window)).toBeVisible();
}

test("a door is typed in, and the verdict follows every digit", async ({ join }) => {
  const one = await join("Guest 1");
  await openList(one);
  await expect(result(one, "HS-SOFA-220")).toContainText("Not checked");
  await add(one, "door").click();
  const width = passage(one, "Door").getByLabel("Width");
  await expect(width).toBeFocused();
  await width.fill("90");
  await expect(result(one, "HS-SOFA-220")).toContainText("Not checkedDoor: not measured: height");
  await passage(one, "Door").getByLabel("Height").fill("205");
  await expect(result(one, "HS-SOFA-220")).toContainText("Gets inDoor: 7 cm to spare");
  await width.fill("69");
  await expect(result(one, "HS-SOFA-220")).toContainText("Does not get inDoor: 1 cm too small");
  await result(one, "HS-SOFA-220").locator("summary").click();
  await expect(result(one, "HS-SOFA-220")).toContainText("Package: 224 × 96 × 83 cm, 68 kg");
  await expect(result(one, "HS-SOFA-220")).toContainText("on another side, with its legs off");
  await expect(panel(one).locator(".counts")).toHaveText("2 do not get in, 1 gets in");
});

test("the way stays in this browser, for this room", async ({ join }) => {
  const one = await join("Guest 1");
  await openList(one);
  await add(one, "door").click();
  await passage(one, "Door").getByLabel("Width").fill("90");
  await passage(one, "Door").getByLabel("Height").fill("205");
  await add(one, "stairs").click();
  await passage(one, "Stairs").getByLabel("Turns").selectOption("none");
  await passage(one, "Stairs").getByLabel("Width").fill("1,1 m");
  await one.page.reload();
  await one.joined();
  await openList(one);
  await expect(passage(one, "Door").getByLabel("Width")).toHaveValue("90");
  await expect(passage(one, "Stairs").getByLabel("Turns")).toHaveValue("none");
  await expect(passage(one, "Stairs").getByLabel("Width")).toHaveValue("110");
  await expect(passage(one, "Stairs").getByRole("textbox", { name: "Landing" })).toHaveCount(0);
  await panel(one).getByRole("button", { name: "Remove Stairs" }).click();
  await expect(result(one, "HS-SOFA-220")).toContainText("Gets in");
  const other = await join("Guest 2");
  await openList(other);
  await expect(panel(other).locator(".passage")).toHaveCount(0);
});

test("a browser that forbids storage only forgets the way", async ({ person, server, room }) => {
  const context = await person();
  await context.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Storage is forbidden.", "SecurityError");
      },
    }),
  );
  const page = await context.newPage();
  await page.goto(`${server.origin}/rooms/${room}`);
  const one = await new RoomWindow(page).joined();
  await openList(one);
  await add(one, "door").click();
  await passage(one, "Door").getByLabel("Width").fill("90");
  await passage(one, "Door").getByLabel("Height").fill("205");
  await expect(result(one, "HS-SOFA-220")).toContainText("Gets in");
});

test("what is no length is told, keeps its place, and counts as not measured", async ({ join }) => {
  const one = await join("Guest 1");
  await openList(one);
  await add(one, "door").click();
  const width = passage(one, "Door").getByLabel("Width");
  await passage(one, "Door").getByLabel("Height").fill("205");
  await width.fill("wide");
  await expect(width).toHaveAttribute("aria-invalid", "true");
  await expect(width).toHaveAccessibleDescription("Width is “wide”, expected a length such as 420, 4.2 m or 13 ft 9.");
  await expect(result(one, "HS-PLANT-60")).toContainText("not measured: width");
  await add(one, "hall").click();
  await expect(width).toHaveValue("wide");
});

test("from the selected piece, by keyboard alone", async ({ join }) => {
  const one = await join("Guest 1");
  const { keyboard } = one.page;
  const piece = one.pieces.first();
  await piece.focus();
  await keyboard.press("Enter");
  const name = (await piece.getAttribute("aria-label"))!.split(",")[0]!;
  const opening = one.page
    .getByRole("region", { name: "Selected piece" })
    .getByRole("button", { name: "Will it get in?" });
  await one.tabTo(opening, "Shift+Tab");
  await keyboard.press("Enter");
  await one.tabTo(add(one, "turn"));
  await keyboard.press("Enter");
  await expect(passage(one, "Turn").getByLabel("Width before")).toBeFocused();
  await keyboard.type("90");
  await keyboard.press("Tab");
  await keyboard.type("90");
  const first = panel(one).locator(".get-in-result").first();
  await expect(first).toContainText(`${name}Selected`);
  await expect(first).not.toContainText("Not checked");
  await one.tabTo(first.locator("summary"));
  await keyboard.press("Enter");
  await expect(first).toContainText("under a ceiling taken as 210 cm");
  await keyboard.press("Escape");
  await expect(panel(one)).toHaveCount(0);
});

for (const [name, options] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const) {
  test(`breaks no rule of axe: ${name}`, async ({ join }) => {
    const one = await join("Guest 1", options);
    await openList(one);
    for (const kind of ["door", "hall", "turn", "stairs", "lift"]) await add(one, kind).click();
    await passage(one, "Door").getByLabel("Width").fill("wide");
    await passage(one, "Hall").getByLabel("Width").fill("69");
    await result(one, "HS-SOFA-220").locator("summary").click();
    await expect(result(one, "HS-SOFA-220")).toContainText("Does not get in");
    await expectAccessible(one.page);
  });
}
