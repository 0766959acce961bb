/** Finishes: chosen by one person, seen by everybody, wherever the piece is shown. */
import { expectAccessible } from "./support/accessible";
import { expect, test, type RoomWindow } from "./support/test";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SAGE = "#9caf94";
const SMOKE_BLUE = "#7f97a6";

const swatch = ({ page }: RoomWindow, name: string) =>
  page.getByRole("group", { name: "Finish" }).getByRole("radio", { name });
const field = ({ page }: RoomWindow, piece: string) => page.getByRole("combobox", { name: `Finish, ${piece}` });
const row = ({ page }: RoomWindow, item: string) => page.locator(`.list-row[data-row="${item}"]`);

async function expectColour(window: RoomWindow, item: string, color: string): Promise<void> {
  await expect(window.piece(item).locator("use")).toHaveAttribute("color", color);
}

test("F1 what is chosen in one window is seen on the other's plan and in its list, and undo takes it back", async ({
  join,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await other.page.keyboard.press("l");
  await expect(field(other, "Kvällsro")).toHaveValue("sage");
  await one.piece("sofa").click();
  await expect(swatch(one, "Sage")).toBeChecked();
  await one.page.getByText("Smoke blue", { exact: true }).click();
  await expect(swatch(one, "Smoke blue")).toBeChecked();
  await expectColour(other, "sofa", SMOKE_BLUE);
  await expect(other.piece("sofa")).toHaveAttribute("aria-label", /^Kvällsro, Smoke blue, /);
  await expect(field(other, "Kvällsro")).toHaveValue("smoke-blue");
  await other.expectLock("sofa", "none");
  await one.expectPose("sofa", { x: 1500, y: 1000, rotation: 0 });

  await one.page.reload();
  await one.joined();
  await expectColour(one, "sofa", SMOKE_BLUE);
  await one.page.keyboard.press("Control+z");
  await expectColour(other, "sofa", SAGE);
  await expect(field(other, "Kvällsro")).toHaveValue("sage");
});

test("by keyboard: arrows choose and move nothing, and other keys do what they do elsewhere", async ({ join }) => {
  const one = await join("Guest 1");
  const { keyboard } = one.page;
  await one.piece("sofa").focus();
  await one.tabTo(swatch(one, "Sage"), "Shift+Tab");
  await keyboard.press("ArrowRight");
  await expect(swatch(one, "Oat")).toBeFocused();
  await keyboard.press("ArrowRight");
  await expect(swatch(one, "Smoke blue")).toBeFocused();
  await expectColour(one, "sofa", SMOKE_BLUE);
  await one.expectLock("sofa", "none");
  await one.expectPose("sofa", { x: 1500, y: 1000, rotation: 0 });
  await keyboard.press("r");
  await one.expectPose("sofa", { rotation: 15 });
  await one.expectLock("sofa", "none");
  await keyboard.press("Control+z");
  await one.expectPose("sofa", { rotation: 0 });
  await keyboard.press("Control+z");
  await keyboard.press("Control+z");
  await expectColour(one, "sofa", SAGE);
  await expect(swatch(one, "Sage")).toBeChecked();
});

test("in the list, where a second one is made as the first", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.page.keyboard.press("l");
  await field(one, "Läsvrå").selectOption("Oat");
  await expectColour(other, "armchair", "#d6c9b2");
  await row(one, "armchair").getByRole("button", { name: "Duplicate Läsvrå" }).click();
  await expect(one.pieces).toHaveCount(4);
  await expect.poll(async () => (await server.state(room)).items.at(-1)).toMatchObject({ finish: "oat" });
  await expect(field(one, "Läsvrå 2")).toHaveValue("oat");
  await expectAccessible(one.page);
});

test("whoever may not change a piece just now reads what it is in", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.select("armchair");
  await expect(swatch(one, "Terracotta")).toBeVisible();
  await other.press("armchair");
  await one.expectLock("armchair", "other");
  await expect(one.page.locator(".selected .finish-chosen")).toHaveText("Finish Terracotta");
  await expect(swatch(one, "Terracotta")).toHaveCount(0);
  await expectAccessible(one.page);
  await other.release();
  await expect(swatch(one, "Terracotta")).toBeChecked();
});

test("the shopping list has a line for each finish", async ({ join }) => {
  const one = await join("Guest 1");
  for (let placed = 0; placed < 2; placed++) {
    await one.card("HS-POUF-52").focus();
    await one.page.keyboard.press("Enter");
  }
  await one.page.getByText("Smoke blue", { exact: true }).click();
  await one.page.locator(".shopping-button").click();
  const lines = one.page.locator(".shopping-line").filter({ hasText: "Maskebo" });
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText("Dusty rose");
  await expect(lines.last()).toContainText("Smoke blue");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every swatch is named, large enough and in order, ${colorScheme}`, async ({ join }) => {
    const one = await join("Guest 1", { colorScheme });
    await one.piece("sofa").click();
    await expect(swatch(one, "Sage")).toBeChecked();
    for (const label of await one.page.locator(".swatch").all()) {
      const { width, height } = (await label.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    await expectAccessible(one.page);
  });
}

test("on a phone, a tap chooses, and taking back stays in reach", async ({ join }) => {
  const one = await join("Guest 1", phone);
  const other = await join("Guest 2");
  await one.piece("sofa").tap();
  await one.page.getByText("Smoke blue", { exact: true }).tap();
  await expectColour(other, "sofa", SMOKE_BLUE);
  await expectAccessible(one.page);
  await one.page.getByRole("button", { name: "Take back my last change" }).tap();
  await expectColour(other, "sofa", SAGE);
});
