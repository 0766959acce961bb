/** The room as a list: the same pieces, the same selection, all of it without the plan. */
import { expectAccessible } from "./support/accessible";
import { expect, test, type RoomWindow } from "./support/test";

const list = (window: RoomWindow) => window.page.getByRole("complementary", { name: "Pieces in this room" });
const row = (window: RoomWindow, item: string) => window.page.locator(`.list-row[data-row="${item}"]`);
const button = (window: RoomWindow) => window.page.getByRole("button", { name: "List of the pieces" });
const field = (window: RoomWindow, item: string, name: string) => row(window, item).getByRole("textbox", { name });

test("what is edited in one window's list is seen in the other's plan, and the other way round", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await button(one).click();
  await expect(row(one, "sofa")).toContainText("Kvällsro");
  await expect(row(one, "sofa")).toContainText("Sofa");
  await field(one, "sofa", "X, from the west wall").fill("100");
  await field(one, "sofa", "X, from the west wall").press("Enter");
  await other.expectPose("sofa", { x: 2100, y: 1000 });
  await other.expectLock("sofa", "none");

  await other.press("armchair");
  await other.pointAt(1500, 3400);
  await expect(row(one, "armchair")).toContainText("Guest 2 is moving this");
  await expect(row(one, "armchair").getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await other.release();
  await other.expectLock("armchair", "none");
  const { rotation } = await other.pose("armchair");
  await expect(field(one, "armchair", "Turned, degrees clockwise")).toHaveValue(String(rotation));

  await other.piece("plant").focus();
  await other.page.keyboard.press("Delete");
  await expect(row(one, "plant")).toHaveCount(0);
  await expect(list(one).getByRole("status")).toHaveText("2 pieces");
});

test("the selection is shared with the plan, and the worst verdict is the panel's", async ({ join }) => {
  const one = await join("Guest 1");
  await button(one).click();
  await one.piece("plant").click();
  await expect(row(one, "plant").getByRole("button", { pressed: true })).toBeVisible();
  await row(one, "sofa").getByRole("button", { name: "Kvällsro", exact: true }).click();
  await expect(one.piece("sofa")).toHaveAttribute("data-selected", "");
  const worst = /Too narrow beside Bladhamra, though passable, from the door to /;
  await expect(row(one, "sofa").locator(".list-verdict")).toHaveText(/^Does not fit: /);
  await expect(row(one, "sofa").locator(".list-verdict")).toHaveText(worst);
  await one.page.locator(".fit-chip").click();
  await expect(one.page.locator(".fit-group.failed .fit-check").filter({ hasText: worst })).toHaveCount(1);
  await expect(list(one)).toHaveCount(0);
});

test("a room is furnished from the list by keyboard alone", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const { keyboard } = one.page;
  await keyboard.press("l");
  await one.tabTo(list(one).getByRole("combobox", { name: "Piece to add" }));
  await keyboard.type("Maskebo");
  await one.tabTo(list(one).getByRole("button", { name: "Add" }));
  await keyboard.press("Enter");
  await expect(one.page.locator(".list-row")).toHaveCount(4);
  await expect.poll(async () => (await server.state(room)).items.length).toBe(4);
  const { item } = (await server.state(room)).items.at(-1)!;
  await one.tabTo(row(one, item).getByRole("button", { name: "Duplicate Maskebo" }));
  await keyboard.press("Enter");
  await expect(one.page.locator(".list-row")).toHaveCount(5);
  await one.tabTo(field(one, item, "Y, from the north wall"));
  await keyboard.type("300");
  await keyboard.press("Enter");
  await expect.poll(async () => (await one.pose(item)).y).toBe(3000 + 520 / 2);
  await one.tabTo(row(one, item).getByRole("button", { name: "Remove Maskebo 1" }), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(one.page.locator(".list-row")).toHaveCount(4);
  await expect(one.page.locator(".list-name:focus")).toHaveCount(1);
  await keyboard.press("Escape");
  await expect(list(one)).toHaveCount(0);
  await expect(button(one)).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the list nor in the distances, ${colorScheme}`, async ({ join }) => {
    const one = await join("Guest 1", { colorScheme });
    const other = await join("Guest 2");
    await button(one).click();
    await other.press("armchair");
    await expect(row(one, "armchair")).toContainText("Guest 2 is moving this");
    await field(one, "sofa", "X, from the west wall").fill("far");
    await field(one, "sofa", "X, from the west wall").press("Enter");
    await expect(one.page.locator(".dimension")).toHaveCount(4);
    await expectAccessible(one.page);
    await other.release();
    await one.page.keyboard.press("Escape");
    await one.page.getByRole("button", { name: "Tape measure", exact: true }).click();
    await expectAccessible(one.page);
  });
}

test("on a phone the list is below the plan, and edits it", async ({ join }) => {
  const one = await join("Guest 1", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const other = await join("Guest 2");
  await button(one).tap();
  await expect(row(one, "sofa")).toBeVisible();
  const [plan, rows] = [await one.plan.boundingBox(), await list(one).boundingBox()];
  expect(plan!.y + plan!.height).toBeLessThanOrEqual(rows!.y + 1);
  expect(rows!.width).toBeLessThanOrEqual(390);
  await row(one, "sofa").getByRole("button", { name: "Turn Kvällsro 90 degrees clockwise" }).tap();
  await other.expectPose("sofa", { rotation: 90 });
  await expectAccessible(one.page);
});
