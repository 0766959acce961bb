/** A phone in the hand: tap, drag, pinch. */
import { expect, test } from "./support/test";
import { swipe } from "./support/touch";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

test("a tap picks a product, the next one places it", async ({ join, server, room }) => {
  const one = await join("Guest 1", phone);
  const other = await join("Guest 2");
  await one.page.getByLabel("Search the catalogue").fill("pouf");
  await one.card("HS-POUF-52").tap();
  await expect(one.page.locator(".hint")).toContainText("Tap where Maskebo should stand");
  const at = await one.pixels(1200, 3400);
  await one.page.touchscreen.tap(at.x, at.y);
  await expect(other.pieces).toHaveCount(4);
  const placed = (await server.state(room)).items.at(-1)!;
  expect(placed.sku).toBe("HS-POUF-52");
  expect(Math.hypot(placed.x - 1200, placed.y - 3400)).toBeLessThan(40);
  await expect(one.page.locator(".hint")).toHaveCount(0);
});

test("a finger drags a piece", async ({ join, server, room }) => {
  const one = await join("Guest 1", phone);
  const other = await join("Guest 2");
  await swipe(one.page, [await one.pixels(3300, 4200)], [await one.pixels(800, 3500)]);
  await expect.poll(async () => (await other.pose("plant")).x).toBeLessThan(1000);
  await other.expectLock("plant", "none");
  const plant = (await server.state(room)).items.find(({ item }) => item === "plant")!;
  expect(Math.hypot(plant.x - 800, plant.y - 3500)).toBeLessThan(60);
  await one.expectPose("plant", { x: plant.x, y: plant.y });
});

test("two fingers zoom and keep what is between them, and move no furniture", async ({ join, server, room }) => {
  const one = await join("Guest 1", phone);
  const before = await server.state(room);
  const scale = async () => (await one.outline("sofa").boundingBox())!.width;
  const wide = await scale();
  // The first finger comes down on the sofa: with the second it is no drag any more.
  const middle = await one.pixels(1500, 1000);
  const fingers = (apart: number) => [-apart, apart].map((dx) => ({ x: middle.x + dx, y: middle.y }));
  await swipe(one.page, fingers(30), fingers(60));
  await expect.poll(scale).toBeGreaterThan(wide * 1.7);
  const now = await one.pixels(1500, 1000);
  expect(Math.hypot(now.x - middle.x, now.y - middle.y)).toBeLessThan(10);
  await one.expectLock("sofa", "none");
  await one.expectPose("sofa", { x: 1500, y: 1000 });
  expect((await server.state(room)).items).toEqual(before.items);
});

test("a finger on the bare floor looks around", async ({ join }) => {
  const one = await join("Guest 1", phone);
  const from = await one.pixels(700, 3800);
  await swipe(one.page, [from], [{ x: from.x + 60, y: from.y - 80 }]);
  await expect.poll(async () => Math.round((await one.pixels(700, 3800)).x - from.x)).toBeGreaterThan(50);
  await one.expectPose("sofa", { x: 1500, y: 1000 });
});
