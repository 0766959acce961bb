/** Editing the room itself: typed, dragged, by keyboard, together. */
import { expectAccessible } from "./support/accessible";
import { RoomWindow } from "./support/roomWindow";
import { expect, LEASE_SECONDS, test } from "./support/test";
import { swipe } from "./support/touch";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const chip = ({ page }: RoomWindow) => page.locator(".room-chip");
const panel = ({ page }: RoomWindow) => page.getByRole("region", { name: "The room" });
const field = (window: RoomWindow, name: string) => panel(window).getByLabel(name, { exact: true });
const wall = ({ page }: RoomWindow, name: string) => page.locator(".shape-wall").and(page.getByRole("button", { name })); // prettier-ignore
const opening = ({ page }: RoomWindow, name: string) => page.locator(".shape-opening").and(page.getByRole("button", { name })); // prettier-ignore
const said = (window: RoomWindow) => panel(window).locator(".shape-said");

async function edit(window: RoomWindow): Promise<void> {
  await chip(window).click();
  await expect(panel(window).getByRole("heading", { name: "The room" })).toBeVisible();
  // The panel takes the focus, and asks for the room, when it has been painted; the handles come after that.
  await expect(window.page.locator(".shape-wall").first()).toBeVisible();
}

async function type(window: RoomWindow, name: string, text: string, key = "Enter"): Promise<void> {
  await field(window, name).fill(text);
  await window.page.keyboard.press(key);
}

/** The walls' path as this window draws it. */
const drawn = ({ page }: RoomWindow) => page.locator("svg.plan > .wall").getAttribute("d");

test("what one types and drags, the other sees, and cannot edit meanwhile", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await edit(one);
  await expect(chip(other)).toHaveText("Guest 1 edits the room");

  await type(one, "Width", "4.2 m");
  await type(one, "Depth", "13 ft 9", "Tab");
  await expect(field(one, "Width")).toHaveValue("420");
  await expect(field(one, "Depth")).toHaveValue("419.1");
  await expect.poll(() => drawn(other)).toBe("M0 0L4200 0L4200 4191L0 4191Z");

  // The other one opens the panel and may look.
  await edit(other);
  await expect(panel(other)).toContainText("Guest 1 is editing the room. You can look.");
  await expect(field(other, "Width")).toHaveValue("420");
  await expect(field(other, "Width")).toBeDisabled();

  // A wall dragged: its length is live here and there, and stored once the hand lets go.
  await one.pointAt(4260, 1000);
  await one.page.mouse.down();
  await one.pointAt(4762, 1000);
  await expect(one.page.locator(".shape-length.live").first()).toHaveText("470");
  await expect(field(other, "Width")).toHaveValue("470");
  expect((await server.state(room)).outline).toEqual([[0, 0], [4200, 0], [4200, 4191], [0, 4191]]); // prettier-ignore
  // Who comes just then sees the same, and all of it.
  const late = await join("Guest 3");
  await expect.poll(() => drawn(late)).toBe("M0 0L4700 0L4700 4191L0 4191Z");
  const stage = (await late.plan.boundingBox())!;
  expect((await late.pixels(0, 0)).x).toBeGreaterThan(stage.x + 20);
  await one.release();
  await expect.poll(async () => (await server.state(room)).outline[1]).toEqual([4700, 0]);
  await expect(field(other, "Width")).toHaveValue("470");
  expect((await server.state(room)).outline).toEqual([[0, 0], [4700, 0], [4700, 4191], [0, 4191]]); // prettier-ignore

  // A door, where it is wanted on the wall, and then opening outwards.
  await panel(one).getByRole("group", { name: "Add to a wall" }).getByRole("button", { name: "Door" }).click();
  await one.pointAt(4760, 3000);
  await one.page.mouse.down();
  await one.release();
  await panel(one).getByRole("radio", { name: "Outwards" }).check();
  await expect(other.page.locator("svg.plan .opening.door")).toHaveCount(2);
  await expect.poll(async () => (await server.state(room)).openings.at(-1)).toMatchObject({ kind: "door", wall: 1, offset: 2550, swing: "out" }); // prettier-ignore

  await panel(one).getByRole("button", { name: "Done" }).click();
  await expect(panel(one)).toHaveCount(0);
  await expect(chip(one)).toHaveText("Edit the room");
  await expect(panel(other)).toContainText("The room is not in your hands.");
  await panel(other).getByRole("button", { name: "Edit it now" }).click();
  await type(other, "Ceiling height", "240");
  await expect.poll(async () => (await server.state(room)).height).toBe(2400);
  await expect(chip(one)).toHaveText("Guest 2 edits the room");
});

test("a room is typed in and furnished by keyboard alone", async ({ person, server }) => {
  const page = await (await person({ name: "Guest 1" })).newPage();
  await page.goto(server.origin);
  await page.keyboard.press("Tab");
  const one = new RoomWindow(page);
  const { keyboard } = page;
  await one.tabTo(page.getByRole("button", { name: "Create room" }));
  await keyboard.press("Enter");
  await one.joined();
  const room = new URL(page.url()).pathname.split("/")[2]!;

  await one.tabTo(chip(one));
  await keyboard.press("Enter");
  await expect(panel(one)).toBeFocused();
  await one.tabTo(field(one, "Width"));
  await keyboard.type("360");
  await one.tabTo(field(one, "Depth"));
  await keyboard.type("4.5 m");
  await keyboard.press("Tab");
  await expect.poll(async () => (await server.state(room)).outline[2]).toEqual([3600, 4500]);

  // A wall is chosen in the list and gets a passage; its fields are next.
  await one.tabTo(panel(one).getByRole("button", { name: "West wall" }));
  await keyboard.press("Enter");
  await one.tabTo(panel(one).getByRole("group", { name: "Add to the west wall" }).getByRole("button", { name: "Passage" })); // prettier-ignore
  await keyboard.press("Enter");
  await one.tabTo(field(one, "From the left corner, passage"));
  await keyboard.type("60");
  await keyboard.press("Enter");
  await expect.poll(async () => (await server.state(room)).openings.at(-1)).toMatchObject({ kind: "passage", wall: 3, offset: 600 }); // prettier-ignore

  // On the plan: a wall and the window move by arrows, and many steps are one change.
  await one.tabTo(wall(one, "East wall"));
  const before = (await server.state(room)).rev;
  for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowRight", "ArrowUp"]) await keyboard.press(key);
  await expect.poll(async () => (await server.state(room)).outline[2]).toEqual([3720, 4500]);
  expect((await server.state(room)).rev).toBe(before + 1);
  const { offset } = (await server.state(room)).openings[0]!;
  await one.tabTo(opening(one, "Window"));
  await keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => (await server.state(room)).openings[0]!.offset).toBe(offset + 100);
  await keyboard.press("Escape");
  await expect(chip(one)).toBeFocused();
  await expect.poll(async () => (await server.state(room)).locks).toEqual([]);

  await one.tabTo(page.getByLabel("Search the catalogue"), "Shift+Tab");
  await keyboard.type("pouf");
  await one.tabTo(one.card("HS-POUF-52"));
  await keyboard.press("Enter");
  await expect(one.pieces).toHaveCount(1);
  await expect.poll(async () => (await server.state(room)).items.length).toBe(1);
  const { item, x } = (await server.state(room)).items[0]!;
  await one.tabTo(one.piece(item));
  await keyboard.press("Shift+ArrowLeft");
  await one.expectPose(item, { x: x - 100 });
  await one.expectLock(item, "none");
});

test("arrow keys step on from what is typed, which is kept", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  await edit(one);
  await type(one, "Width", "450", "ArrowUp");
  await expect(field(one, "Width")).toHaveValue("451");
  await expect.poll(async () => (await server.state(room)).outline[1]).toEqual([4510, 0]);
  await type(one, "Width", "wide", "ArrowUp");
  await expect(field(one, "Width")).toHaveValue("wide");
  await expect(panel(one)).toContainText("Width is “wide”");
});

test("what cannot be is said and not done, and what had to give way is named", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  await edit(one);
  await expect.poll(async () => (await server.state(room)).locks.length).toBe(1);
  const { rev } = await server.state(room);
  await type(one, "Width", "wide");
  await expect(panel(one)).toContainText("Width is “wide”, expected a length such as 420, 4.2 m or 13 ft 9.");
  await expect(field(one, "Width")).toHaveAttribute("aria-invalid", "true");
  await type(one, "Width", "5");
  await expect(panel(one)).toContainText("Width is 5 cm, expected 10 cm to 3,000 cm.");
  await one.page.keyboard.press("Escape");
  await expect(field(one, "Width")).toHaveValue("400");
  await type(one, "Ceiling height", "200");
  await expect(panel(one)).toContainText("The window would reach up to 210 cm, expected 0 cm to 200 cm.");
  await one.page.keyboard.press("Escape");
  expect((await server.state(room)).rev).toBe(rev);

  await type(one, "Width", "140");
  await expect(said(one)).toHaveText("The window of 160 cm no longer fits its wall and was taken out. The door was moved along the wall to fit."); // prettier-ignore
  await expect(one.page.locator(".fit-chip")).toContainText("do not fit");
  expect((await server.state(room)).items.map(({ x, y }) => [x, y])).toEqual([[1500, 1000], [2500, 2700], [3300, 4200]]); // prettier-ignore
});

test("Escape puts a dragged wall back, then gives the room back", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await edit(one);
  await expect(chip(other)).toHaveText("Guest 1 edits the room");
  const before = await drawn(one);
  await one.pointAt(2000, 5060);
  await one.page.mouse.down();
  await one.pointAt(2000, 4000);
  await expect.poll(() => drawn(one)).not.toBe(before);
  await one.page.keyboard.press("Escape");
  await expect.poll(() => drawn(one)).toBe(before);
  await one.release();
  await expect(panel(one)).toBeVisible();
  await one.page.keyboard.press("Escape");
  await expect(panel(one)).toHaveCount(0);
  await expect(chip(other)).toHaveText("Edit the room");
  const changes = (await server.events(room)).map(({ type }) => type);
  expect(changes.slice(-2)).toEqual(["locked", "unlocked"]);
});

test("an L, free corners, and openings that change walls", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const outline = async () => (await server.state(room)).outline;
  await edit(one);
  await panel(one).getByRole("radio", { name: "L-shape" }).check();
  await panel(one).getByRole("radio", { name: "North-east" }).check();
  await type(one, "Its width", "100");
  await type(one, "Its depth", "150");
  const l = [[0, 0], [3000, 0], [3000, 1500], [4000, 1500], [4000, 5000], [0, 5000]]; // prettier-ignore
  await expect.poll(outline).toEqual(l);

  await panel(one).getByRole("radio", { name: "Free corners" }).check();
  await one.pointAt(4000, 5000);
  await one.page.mouse.down();
  await one.pointAt(4500, 4600);
  await one.release();
  await expect.poll(outline).toEqual(l.map(([x, y]) => (x === 4000 && y === 5000 ? [4500, 4600] : [x, y])));
  await panel(one).getByRole("button", { name: "Remove this corner" }).click();
  await expect.poll(outline).toHaveLength(5);
  await expect(panel(one).getByRole("radio", { name: "Free corners" })).toBeChecked();

  const window = () => server.state(room).then(({ openings }) => openings.find(({ kind }) => kind === "window")!);
  const { offset, width, wall: north } = await window();
  await one.pointAt(offset + width / 2, -60);
  await one.page.mouse.down();
  await one.pointAt(-60, 2500);
  await one.release();
  await expect.poll(async () => (await window()).wall).not.toBe(north);
  await one.page.keyboard.press("Delete");
  await expect.poll(async () => (await server.state(room)).openings.map(({ kind }) => kind)).toEqual(["door"]);
});

test("a radiator that one adds and drags is seen by the other, whom the fit tells what covers it", async ({
  join,
  server,
  room,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const radiator = one.page.locator(".shape-obstacle").and(one.page.getByRole("button", { name: "Radiator" }));
  const obstacle = async () => (await server.state(room)).obstacles?.[0];
  await edit(one);
  await panel(one).getByRole("group", { name: "Add to the room" }).getByRole("button", { name: "Radiator" }).click();
  await expect(other.page.locator("svg.plan .obstacle.radiator")).toHaveCount(1);
  await expect.poll(obstacle).toMatchObject({ kind: "radiator", width: 1000, depth: 100, y: 50, rotation: 0 });
  await expectAccessible(one.page);

  // Dragged along its wall, which its back does not leave.
  const { x } = (await obstacle())!;
  await one.pointAt(x, 60);
  await one.page.mouse.down();
  await one.pointAt(1507, 190);
  await one.release();
  await expect.poll(obstacle).toMatchObject({ x: 1500, y: 50, rotation: 0 });
  await expect(other.page.locator("svg.plan .obstacle")).toHaveAttribute("transform", "translate(1500 50) rotate(0)");

  // The other one moves the sofa before it meanwhile.
  await other.page.locator(".fit-chip").click();
  const fit = other.page.getByRole("complementary", { name: "Does it fit?" });
  await fit.locator("summary", { hasText: "Fits" }).click();
  await expect(fit).toContainText("Radiator stays free");
  await other.drag("sofa", 1500, 600);
  await expect(fit).toContainText("Radiator is covered by");

  // Typed, by arrows, and taken away.
  await type(one, "From the west wall, radiator", "4 ft");
  await type(one, "Angle, radiator", "east");
  await expect(panel(one)).toContainText("Angle, radiator is “east”, expected whole degrees from 0 to 359.");
  await one.page.keyboard.press("Escape");
  await radiator.focus();
  for (const key of ["ArrowLeft", "Shift+ArrowDown"]) await one.page.keyboard.press(key);
  await expect.poll(obstacle).toMatchObject({ x: 1219 + 500 - 10, y: 150 });
  await one.page.keyboard.press("Delete");
  await expect.poll(obstacle).toBeUndefined();
  await expect(panel(one)).toBeFocused();
  await expect(other.page.locator("svg.plan .obstacle")).toHaveCount(0);
  await expect(panel(one).getByRole("heading", { name: "Columns, radiators, built-in parts" })).toBeVisible();
});

test("while the room is edited Tab skips furniture, and keys do not move it", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const before = (await server.state(room)).items;
  await edit(one);
  await expect(one.pieces.first()).toHaveAttribute("tabindex", "-1");
  await one.piece("sofa").focus();
  await one.page.keyboard.press("Shift+ArrowDown");
  await one.page.keyboard.press("Delete");
  await panel(one).getByRole("button", { name: "Done" }).click();
  await expect(one.pieces.first()).toHaveAttribute("tabindex", "0");
  expect((await server.state(room)).items).toEqual(before);
});

test("every length follows the chosen unit, also after a reload", async ({ join }) => {
  const one = await join("Guest 1");
  await edit(one);
  await panel(one).getByRole("radio", { name: "in", exact: true }).check();
  await expect(field(one, "Width")).toHaveValue("157.5");
  await type(one, "Width", "180");
  await expect(field(one, "Width")).toHaveValue("180");
  for (const key of ["ArrowUp", "ArrowUp", "Shift+ArrowUp"]) await field(one, "Width").press(key);
  await expect(field(one, "Width")).toHaveValue("192");
  await panel(one).getByRole("button", { name: "Done" }).click();
  await expect(one.card("HS-POUF-52")).toContainText("20.5 × 20.5");
  await expect(one.page.locator(".scale-bar")).toHaveText(/ft|in/);
  await one.page.reload();
  await one.joined();
  await expect(one.page.locator(".wall-measure").first()).toContainText(" in");
  await expect(one.piece("sofa")).toHaveAccessibleName(/86\.6 × .* in/);
});

test("U1 an edit of the room is taken back, and done again", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  await edit(one);
  await type(one, "Width", "140");
  await expect(one.page.locator(".shape-opening")).toHaveCount(1);
  await one.page.getByRole("button", { name: "Take back my last change" }).click();
  await expect(field(one, "Width")).toHaveValue("400");
  await expect(one.page.locator(".shape-opening")).toHaveCount(2);
  await one.page.getByRole("button", { name: "Do again what I took back" }).click();
  await expect(field(one, "Width")).toHaveValue("140");
  expect((await server.state(room)).openings).toHaveLength(1);
});

test("a reload gives the room back", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  await edit(one);
  await expect.poll(async () => (await server.state(room)).locks.length).toBe(1);
  await one.page.reload();
  await one.joined();
  await expect.poll(async () => (await server.state(room)).locks).toEqual([]);
  await expect(chip(one)).toHaveText("Edit the room");
});

test("a new name gives the room back, and one may take it again", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await edit(one);
  await type(one, "Width", "420");
  await expect(chip(other)).toHaveText("Guest 1 edits the room");
  await one.changeName("Maja");
  await other.expectPresent("Maja");
  expect(await chip(other).textContent()).toBe("Edit the room");
  await expect(panel(one)).toContainText("The room is not in your hands.");
  await one.page.locator("button.people").click();
  await panel(one).getByRole("button", { name: "Edit it now" }).click();
  await expect(chip(other)).toHaveText("Maja edits the room");
  await expect(field(one, "Width")).toHaveValue("420");
});

test("L4 the room stays in one's hands beyond a lease", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  await edit(one);
  await expect.poll(async () => (await server.state(room)).locks.length).toBe(1);
  const { rev } = await server.state(room);
  const ended = Date.now() + (LEASE_SECONDS + 2) * 1000;
  await expect.poll(() => Date.now(), { timeout: 20_000, intervals: [500] }).toBeGreaterThan(ended);
  expect((await server.state(room)).locks).toMatchObject([{ item: "plan", name: "Guest 1" }]);
  expect((await server.state(room)).rev).toBe(rev);
});

test("viewers look at the measures and change nothing", async ({ person, signed }) => {
  const made = await fetch(`${signed.origin}/api/rooms`, { method: "POST", body: JSON.stringify({ title: "A room" }) });
  const { links } = (await made.json()) as { links: { view: string } };
  const page = await (await person()).newPage();
  await page.goto(signed.origin + links.view);
  const viewer = await new RoomWindow(page).joined("view");
  await page.getByRole("button", { name: "The room" }).click();
  await expect(panel(viewer)).toContainText("You are here as a viewer.");
  await expect(field(viewer, "Width")).toBeDisabled();
  await wall(viewer, "East wall").click();
  await expectAccessible(page);
});

test("on a phone: typed, and a wall dragged by a finger, with the plan in sight", async ({ join, server, room }) => {
  const one = await join("Guest 1", phone);
  await chip(one).tap();
  await expect(panel(one)).toBeVisible();
  await type(one, "Width", "380");
  await expect.poll(async () => (await server.state(room)).outline[1]).toEqual([3800, 0]);
  const [plan, fields] = [await one.plan.boundingBox(), await panel(one).boundingBox()];
  expect(plan!.y + plan!.height).toBeLessThanOrEqual(fields!.y + 1);
  await swipe(one.page, [await one.pixels(-60, 2500)], [await one.pixels(-560, 2500)]);
  await expect.poll(async () => (await server.state(room)).outline[0]![0]).toBe(-500);
  await expectAccessible(one.page);
  await panel(one).getByRole("button", { name: "Done" }).tap();
  await expect(one.card("HS-POUF-52")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no rule of axe is broken, ${colorScheme}`, async ({ join }) => {
    const one = await join("Guest 1", { colorScheme });
    const other = await join("Guest 2", { colorScheme });
    await edit(one);
    await panel(one).getByRole("radio", { name: "Free corners" }).check();
    await type(one, "Ceiling height", "high");
    await wall(one, "East wall").click();
    await expectAccessible(one.page);
    await opening(one, "Door").click();
    await expect(field(one, "Above the floor, door")).toBeVisible();
    await expectAccessible(one.page);
    await type(one, "Width, door", "600");
    await expectAccessible(one.page);
    await edit(other);
    await expectAccessible(other.page);
  });
}
