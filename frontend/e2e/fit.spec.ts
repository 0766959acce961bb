/** Does it fit? What the panel and the plan say while furniture is moved. */
import { furnish } from "./support/furnish";
import { expect, test as base, type RoomWindow } from "./support/test";

/** Two pieces across the room: 50 cm between them and 70 cm beside them lead from the door in the south to the shelf in the north. */
const divided = [
  { item: "sideboard", sku: "HS-SIDEBOARD-160", x: 800, y: 2500, rotation: 0 },
  { item: "low-shelf", sku: "HS-SHELF-120", x: 2700, y: 2500, rotation: 0 },
  { item: "shelf", sku: "HS-SHELF-90", x: 500, y: 150, rotation: 0 },
];

let rooms = 0;
const test = base.extend({
  room: async ({ server }, use) => {
    const room = `divided-${++rooms}`;
    await furnish(server.origin, room, divided);
    await use(room);
  },
});

const chip = (window: RoomWindow) => window.page.locator(".fit-chip");
const panel = (window: RoomWindow) => window.page.getByRole("complementary", { name: "Does it fit?" });
const walkway = (window: RoomWindow) => panel(window).locator(".fit-group:not(.passed) [data-check=walkway]");
const labels = (window: RoomWindow) => window.page.locator(".fit-label");

test("a walkway that is too narrow passes while a piece is dragged, on every screen, and not before", async ({
  join,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  for (const window of [one, other]) await chip(window).click();
  for (const window of [one, other]) {
    await expect(walkway(window)).toHaveText(
      /Too narrow beside Sidvända, though passable, from the door to Kapitelö70 cm/,
    );
    await expect(labels(window)).toHaveText(["70 cm"]);
  }

  await one.press("low-shelf");
  await one.expectLock("low-shelf", "mine");
  await one.pointAt(3400, 2500);
  for (const window of [one, other]) {
    await expect(walkway(window)).toHaveCount(0);
    await expect(labels(window)).toHaveCount(0);
    await expect(chip(window)).toHaveText("Does it fit? Everything checked fits");
  }

  // Not yet put down: given up, it is as it was.
  await one.page.keyboard.press("Escape");
  await one.release();
  for (const window of [one, other]) await expect(walkway(window)).toHaveCount(1);
});

test("what else is wrong is shown again when the check that was pointed at passes", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await other.dragFromCatalogue("HS-POUF-52", 500, 250);
  await chip(one).click();
  const overlap = labels(one).filter({ hasText: "too far" });
  await expect(overlap).toHaveCount(1);
  await walkway(one).hover();
  await expect(labels(one)).toHaveText(["70 cm"]);
  await other.drag("low-shelf", 3400, 2500);
  await expect(walkway(one)).toHaveCount(0);
  await expect(overlap).toHaveCount(1);
});

test("a check is found, shown on the plan and left by keyboard", async ({ join }) => {
  const one = await join("Guest 1");
  const { keyboard } = one.page;
  await one.tabTo(chip(one));
  await keyboard.press("Enter");
  await expect(chip(one)).toHaveAttribute("aria-expanded", "true");
  await one.tabTo(walkway(one));
  await expect(one.page.locator(".fit-mark")).toHaveCount(1);
  await expect(labels(one)).toHaveText(["70 cm"]);
  await one.tabTo(panel(one).locator(".fit-group.passed summary"));
  await keyboard.press("Enter");
  await expect(panel(one).getByText("Kapitelö stands inside the walls")).toBeVisible();
  await keyboard.press("Escape");
  await expect(panel(one)).toHaveCount(0);
  await expect(chip(one)).toBeFocused();
});

test("the summary is spoken once it has come to rest", async ({ join }) => {
  const one = await join("Guest 1");
  const spoken = one.page.locator(".fit-spoken");
  await expect(chip(one)).toHaveText("Does it fit? 1 does not fit");
  await expect(spoken).toHaveText("");
  await one.drag("low-shelf", 3400, 2500);
  await expect(spoken).toHaveText("Everything checked fits");
});

test("on a phone the plan stays in sight above the checks", async ({ join }) => {
  const one = await join("Guest 1", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await chip(one).tap();
  await expect(walkway(one)).toBeVisible();
  const [plan, checks] = [await one.plan.boundingBox(), await panel(one).boundingBox()];
  expect(plan!.y + plan!.height).toBeLessThanOrEqual(checks!.y + 1);
  await walkway(one).tap();
  await expect(one.page.locator(".fit-mark")).toHaveCount(1);
  await panel(one).getByRole("button", { name: "Close “Does it fit?”" }).tap();
  await expect(panel(one)).toHaveCount(0);
});
