/** What would fit where a piece does not, and swapping for it with one press. */
import { furnish } from "./support/furnish";
import { expect, test as base, type RoomWindow } from "./support/test";

/** A sofa of 240 cm that reaches into a bookshelf; 22 cm less would do. */
const crowded = [
  { item: "sofa", sku: "HS-SOFA-240", x: 1750, y: 480, rotation: 0 },
  { item: "shelf", sku: "HS-SHELF-90", x: 3350, y: 150, rotation: 0 },
];

let rooms = 0;
const test = base.extend({
  room: async ({ server }, use) => {
    const room = `crowded-${++rooms}`;
    await furnish(server.origin, room, crowded);
    await use(room);
  },
});

const panel = (window: RoomWindow) => window.page.getByRole("complementary", { name: "Does it fit?" });
const instead = (window: RoomWindow) => panel(window).getByRole("region", { name: "Instead of Långkväll" });
const skus = (items: readonly { readonly sku: string }[]) => items.map(({ sku }) => sku).sort();

async function unfold(window: RoomWindow): Promise<void> {
  await window.page.locator(".fit-chip").click();
  await panel(window).locator(".fit-group.failed .offer summary").click();
}

test("a product that fits takes the place of one that does not, on every screen", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await unfold(one);
  await expect(instead(one).locator(".alternative")).toHaveCount(3);
  await instead(one).getByRole("button", { name: "Swap Långkväll for Kvällsro" }).click();
  await expect(panel(one).locator(".fit-group.failed")).toHaveCount(0);
  await expect(one.label).toContainText("Kvällsro");
  await expect(one.page.locator("[aria-live=polite]", { hasText: "Långkväll swapped for Kvällsro" })).toHaveCount(1);
  await expect(other.piece("sofa")).toHaveCount(0);
  await expect(other.pieces).toHaveCount(2);
  const { items, locks } = await server.state(room);
  expect(skus(items)).toEqual(["HS-SHELF-90", "HS-SOFA-220"]);
  expect(items.find(({ sku }) => sku === "HS-SOFA-220")).toMatchObject({ x: 1750, y: 460, rotation: 0 });
  expect(locks).toEqual([]);
  await one.page.keyboard.press("Control+z");
  await expect(other.piece("sofa")).toHaveCount(1);
  await expect(other.pieces).toHaveCount(2);
});

test("all of it by keyboard, also when the answer takes its time", async ({ join, network, server, room }) => {
  const one = await join("Guest 1", { origin: network.origin });
  const { keyboard } = one.page;
  await one.tabTo(one.page.locator(".fit-chip"));
  await keyboard.press("Enter");
  await one.tabTo(panel(one).locator(".fit-group.failed .offer summary"));
  await keyboard.press("Enter");
  const swap = instead(one).getByRole("button", { name: "Swap Långkväll for Halvskymning" });
  await one.tabTo(swap);
  network.holdAnswers();
  await keyboard.press("Enter");
  await expect(swap).toBeDisabled();
  await expect(swap).toBeFocused();
  network.heal();
  await expect(panel(one).locator(".fit-group.failed")).toHaveCount(0);
  await expect(panel(one).getByRole("button", { name: "Close “Does it fit?”" })).toBeFocused();
  expect(skus((await server.state(room)).items)).toEqual(["HS-SHELF-90", "HS-SOFA-190"]);
});

test("what somebody else has in their hands is not swapped, and it is said", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await unfold(one);
  await expect(instead(one)).toBeVisible();
  await other.press("sofa");
  await one.expectLock("sofa", "other");
  await instead(one).getByRole("button", { name: "Swap Långkväll for Kvällsro" }).click();
  await expect(one.notice).toHaveText("Guest 2 is moving this right now");
  await expect(instead(one)).toContainText("Not swapped: the room is as it was.");
  await other.release();
  await one.expectLock("sofa", "none");
  expect(skus((await server.state(room)).items)).toEqual(["HS-SHELF-90", "HS-SOFA-240"]);
});
