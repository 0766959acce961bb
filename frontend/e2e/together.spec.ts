/** Two people in one room: what one does, the other sees. */
import { expect, test } from "./support/test";
import { hue, GREEN, RED } from "./support/colour";

test("a product dragged from the catalogue stands in both windows", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.dragFromCatalogue("HS-POUF-52", 1200, 3400);
  await expect(one.pieces).toHaveCount(4);
  await expect(other.pieces).toHaveCount(4);
  const [placed] = (await server.events(room)).slice(-1);
  expect(placed).toMatchObject({ type: "placed", sku: "HS-POUF-52", x: 1200, y: 3400, rotation: 0 });
  const { item } = placed as { item: string };
  await other.expectPose(item, { x: 1200, y: 3400, rotation: 0 });
  await one.expectPose(item, { x: 1200, y: 3400, rotation: 0 });
});

test("Enter on a product places it where there is space", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.card("HS-POUF-52").focus();
  await one.page.keyboard.press("Enter");
  await expect(other.pieces).toHaveCount(4);
  await expect(one.pieces).toHaveCount(4);
  const placed = (await server.state(room)).items.at(-1)!;
  expect(placed.sku).toBe("HS-POUF-52");
  await expect(one.label).toContainText("Maskebo");
});

test("a pressed piece is green here and red, dashed and named there", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.press("armchair");
  await one.expectLock("armchair", "mine");
  await other.expectLock("armchair", "other");

  expect(hue(await one.computed(one.outline("armchair"), "stroke"))).toBe(GREEN);
  expect(await one.computed(one.outline("armchair"), "stroke-dasharray")).toBe("none");
  await expect(one.label.locator(".tag.mine")).toHaveText("Yours");

  expect(hue(await other.computed(other.outline("armchair"), "stroke"))).toBe(RED);
  expect(await other.computed(other.outline("armchair"), "stroke-dasharray")).not.toBe("none");
  await expect(other.tag("Guest 1")).toBeVisible();
  await expect(other.tag("Guest 1").locator("svg")).toBeVisible();
  await expect(other.piece("armchair")).toHaveAccessibleName(/locked by Guest 1$/);

  await one.release();
  await one.expectLock("armchair", "none");
  await other.expectLock("armchair", "none");
  await expect(other.tag("Guest 1")).toHaveCount(0);
});

test("M1 R2 a drag is seen moving before the drop, and is stored with it", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.press("armchair");
  for (const [x, y] of [
    [2000, 2500],
    [1500, 3000],
    [1000, 3600],
  ] as const) {
    // prettier-ignore
    await one.pointAt(x, y);
    const here = await one.pose("armchair");
    expect(here).not.toEqual({ x: 2500, y: 2700, rotation: 15 });
    await other.expectPose("armchair", here);
  }
  expect((await server.events(room)).filter(({ type }) => type === "moved")).toEqual([]);
  const dragged = await one.pose("armchair");
  await one.release();
  await one.expectLock("armchair", "none");
  await other.expectPose("armchair", dragged);
  expect((await server.events(room)).slice(-2)).toMatchObject([
    { type: "moved", item: "armchair", ...dragged },
    { type: "unlocked", items: ["armchair"], reason: "released" },
  ]);
});

test("pulling at what somebody else has is refused kindly", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.press("armchair");
  await other.expectLock("armchair", "other");
  await other.press("armchair");
  await other.pointAt(1200, 3600);
  await expect(other.notice).toHaveText("Guest 1 is moving this right now");
  await other.expectPose("armchair", { x: 2500, y: 2700, rotation: 15 });
  await other.release();
  await one.release();
  await one.expectLock("armchair", "none");
  expect((await server.events(room)).filter(({ type }) => type === "moved")).toEqual([]);
});

test("L3 of two who press at once one is refused, and the piece returns", async ({ join, network }) => {
  const one = await join("Guest 1");
  const late = await join("Guest 2", { origin: network.origin });
  network.holdAnswers();
  await one.press("armchair");
  await one.expectLock("armchair", "mine");

  await late.press("armchair");
  await late.pointAt(1200, 3600);
  await late.expectLock("armchair", "asking");
  expect(hue(await late.computed(late.outline("armchair"), "stroke"))).not.toBe(GREEN);
  await late.expectPose("armchair", { x: 1200, y: 3600 });
  network.heal();

  await expect(late.notice).toHaveText("Guest 1 is moving this right now");
  await late.expectLock("armchair", "other");
  await late.expectPose("armchair", { x: 2500, y: 2700, rotation: 15 });
  await one.expectPose("armchair", { x: 2500, y: 2700, rotation: 15 });
});

test("M1 P1 cursors are seen live, with the name", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  for (const [x, y] of [
    [600, 3000],
    [3400, 1800],
  ] as const) {
    // prettier-ignore
    await one.pointAt(x, y);
    const at = await other.pixels(x, y);
    await expect.poll(async () => distance(await other.cursorOf("Guest 1").boundingBox(), at)).toBeLessThan(8);
  }
  await one.page.context().close();
  await expect(other.cursorOf("Guest 1")).toHaveCount(0);
  await expect(other.avatars).toHaveCount(1);
});

test("a reload keeps everything, and one stays the same person", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.drag("plant", 600, 3000);
  await one.expectLock("plant", "none");
  await one.title.fill("A room to read in");
  await one.title.press("Enter");
  await expect(other.title).toHaveValue("A room to read in");
  const before = await server.state(room);
  const self = await one.avatars.first().getAttribute("data-client");

  await one.page.reload();
  await one.joined();
  for (const { item, x, y, rotation } of before.items) await one.expectPose(item, { x, y, rotation });
  await expect(one.title).toHaveValue("A room to read in");
  await expect(one.avatars.first()).toHaveAttribute("data-client", self!);
  await expect(other.avatars).toHaveCount(2);
  expect(await server.state(room)).toEqual(before);
});

function distance(box: { x: number; y: number } | null, at: { x: number; y: number }): number {
  return box ? Math.hypot(box.x - at.x, box.y - at.y) : Infinity;
}
