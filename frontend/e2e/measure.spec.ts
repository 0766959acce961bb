/** Measuring: exact fields, live distances, what draws a piece in the hand, the tape, and moving by two taps. */
import { expect, test, type RoomWindow } from "./support/test";

const field = (window: RoomWindow, name: string) =>
  window.page.getByRole("region", { name: "Selected piece" }).getByRole("textbox", { name });
const X = "X, from the west wall";
const Y = "Y, from the north wall";
const TURNED = "Turned, degrees clockwise";
const distance = (window: RoomWindow, name: RegExp) => window.page.locator(".dimension").getByRole("textbox", { name });

test.describe("exact fields", () => {
  test("say where the edges are, as a screen reader does, and move the piece for everybody", async ({
    join,
    server,
    room,
  }) => {
    const one = await join("Guest 1");
    const other = await join("Guest 2");
    await one.piece("sofa").click();
    await expect(field(one, X)).toHaveValue("40");
    await expect(field(one, Y)).toHaveValue("54");
    await expect(one.piece("sofa")).toHaveAccessibleName(/40 cm from the west wall, 54 cm from the north wall/);
    await field(one, X).fill("1.2 m");
    await field(one, X).press("Enter");
    await other.expectPose("sofa", { x: 2300, y: 1000 });
    await field(one, Y).fill("80");
    await field(one, Y).press("Enter");
    // What follows before its lock has come would be one move with it.
    await other.expectPose("sofa", { x: 2300, y: 1260 });
    await field(one, TURNED).fill("90");
    await field(one, X).click();
    await other.expectPose("sofa", { x: 2300, y: 1260, rotation: 90 });
    await other.expectLock("sofa", "none");
    const moves = (await server.events(room)).filter(({ type }) => type === "moved");
    expect(moves).toHaveLength(3);
    await expect(other.piece("sofa")).toHaveAccessibleName(/184 cm from the west wall, 16 cm from the north wall/);
  });

  test("step with the arrow keys, and Escape gives up", async ({ join }) => {
    const one = await join("Guest 1");
    await one.piece("sofa").click();
    await field(one, X).press("ArrowUp");
    await field(one, X).press("Shift+ArrowUp");
    await one.expectPose("sofa", { x: 1610 });
    await field(one, TURNED).press("ArrowDown");
    await one.expectPose("sofa", { rotation: 359 });
    await field(one, Y).fill("12");
    await field(one, Y).press("Escape");
    await expect(field(one, Y)).not.toHaveValue("12");
    await one.expectPose("sofa", { y: 1000 });
  });

  test("in inches, ten steps are ten inches, and the largest number that is named is taken", async ({ join }) => {
    const one = await join("Guest 1");
    await one.page.evaluate(() => localStorage.setItem("homstyle.unit", "in"));
    await one.page.reload();
    await one.joined();
    await one.piece("sofa").click();
    await field(one, X).fill("0");
    await field(one, X).press("Enter");
    await one.expectPose("sofa", { x: 1100 });
    for (let steps = 0; steps < 10; steps++) await field(one, X).press("ArrowUp");
    await expect(field(one, X)).toHaveValue("10");
    await one.expectPose("sofa", { x: 1354 });
    await distance(one, /^To the left of/).press("Shift+ArrowUp");
    await expect(distance(one, /^To the left of/)).toHaveValue("20");
    await field(one, X).fill("70.9");
    await field(one, X).press("Enter");
    await one.expectPose("sofa", { x: 2900 });
  });

  test("name a bad value and what was expected, and lose nothing", async ({ join }) => {
    const one = await join("Guest 1");
    await one.piece("sofa").click();
    for (const [name, text, message] of [
      [X, "far", "X is “far”, expected a length such as 420, 4.2 m or 13 ft 9."],
      [Y, "900", "Y is 900 cm, expected 0 cm to 408 cm."],
      [TURNED, "north", "Turned is “north”, expected whole degrees from −360 to 360, such as 45."],
    ] as const) {
      await field(one, name).fill(text);
      await field(one, name).press("Enter");
      await expect(one.page.getByRole("alert").filter({ hasText: message })).toBeVisible();
      await expect(field(one, name)).toHaveValue(text);
      await field(one, name).press("Escape");
      await expect(one.page.getByRole("alert").filter({ hasText: message })).toHaveCount(0);
    }
    await one.expectPose("sofa", { x: 1500, y: 1000, rotation: 0 });
  });

  test("are refused while somebody else has the piece, and say who", async ({ join }) => {
    const one = await join("Guest 1");
    const other = await join("Guest 2");
    await one.select("sofa");
    await other.press("sofa");
    await one.expectLock("sofa", "other");
    await field(one, X).fill("0");
    await field(one, X).press("Enter");
    await expect(one.page.getByRole("alert").filter({ hasText: "Guest 2 is moving this right now" })).toBeVisible();
    await expect(field(one, X)).toHaveValue("0");
    await one.expectPose("sofa", { x: 1500 });
    await other.release();
  });
});

test.describe("live distances", () => {
  test("are drawn for the selected piece, follow it, and are hidden while somebody else has it", async ({ join }) => {
    const one = await join("Guest 1");
    const other = await join("Guest 2");
    await one.piece("sofa").click();
    await expect(one.page.locator(".dimension")).toHaveCount(4);
    await expect(distance(one, /^To the left of Kvällsro, up to the wall/)).toHaveValue("40");
    await expect(distance(one, /^Behind Kvällsro, up to the wall/)).toHaveValue("54");
    await one.press("sofa");
    await one.pointAt(1700, 1200);
    await expect(distance(one, /^To the left of/)).toHaveValue("60");
    await one.expectLock("sofa", "mine");
    await one.page.keyboard.press("Escape");
    await one.release();
    await expect(distance(one, /^To the left of/)).toHaveValue("40");
    await one.expectLock("sofa", "none");
    await other.press("sofa");
    await one.expectLock("sofa", "other");
    await expect(one.page.locator(".dimension")).toHaveCount(0);
    await other.release();
  });

  test("are fields: a typed one moves the piece so that it is exactly that", async ({ join }) => {
    const one = await join("Guest 1");
    const other = await join("Guest 2");
    await one.piece("sofa").click();
    await distance(one, /^To the left of/).fill("12.3");
    await distance(one, /^To the left of/).press("Enter");
    await other.expectPose("sofa", { x: 1223, y: 1000 });
    await expect(distance(one, /^To the left of/)).toHaveValue("12.3");
    await distance(one, /^Behind/).fill("wide");
    await distance(one, /^Behind/).press("Enter");
    await expect(one.page.locator(".dimension-problem:not(:empty)")).toHaveText(
      "The distance is “wide”, expected a length such as 420, 4.2 m or 13 ft 9.",
    );
    await distance(one, /^Behind/).press("Escape");
    await expect(distance(one, /^Behind/)).toHaveValue("54");
  });
});

test("a sofa turns its back to the wall it is dragged to, and Alt lets it be", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.press("sofa");
  await one.pointAt(480, 2500);
  await one.expectPose("sofa", { x: 460, rotation: 270 });
  await expect(one.page.locator(".guides path")).toHaveAttribute("d", /^M/);
  await one.page.keyboard.down("Alt");
  await one.pointAt(1150, 2500);
  await one.expectPose("sofa", { rotation: 0 });
  await expect(one.page.locator(".guides path")).toHaveAttribute("d", "");
  await one.page.keyboard.up("Alt");
  await one.pointAt(480, 2500);
  await one.release();
  await other.expectPose("sofa", { x: 460, rotation: 270 });
});

test("so does a sofa that comes from the catalogue, dragged or by two taps", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const latest = async () => (await server.state(room)).items.at(-1);
  await one.dragFromCatalogue("HS-SOFA-220", 480, 3000);
  await expect.poll(latest).toMatchObject({ x: 460, y: 3000, rotation: 270 });
  await expect(one.pieces).toHaveCount(4);
  await one.card("HS-SOFA-220").click();
  await one.pointAt(3520, 2500);
  await one.page.mouse.down();
  await one.release();
  await expect.poll(latest).toMatchObject({ x: 3540, rotation: 90 });
  await expect(one.pieces).toHaveCount(5);
});

test.describe("the tape", () => {
  test("lies between two points, held by corners, and Escape puts it away", async ({ join }) => {
    const one = await join("Guest 1");
    const label = one.page.locator(".tape-label");
    await one.page.getByRole("button", { name: "Tape measure", exact: true }).click();
    for (const [x, y] of [
      [30, 20],
      [3980, 30],
    ] as const) {
      const at = await one.pixels(x, y);
      await one.page.mouse.click(at.x, at.y);
    }
    await expect(label).toHaveText("400 cm");
    await expect(one.page.getByRole("status").filter({ hasText: "400 cm from point to point" })).toBeVisible();
    await one.page.keyboard.press("Escape");
    await expect(label).toBeHidden();
  });

  test("is used by keys alone", async ({ join }) => {
    const one = await join("Guest 1");
    const { keyboard } = one.page;
    await keyboard.press("t");
    await keyboard.press("ArrowRight");
    await expect(
      one.page.getByRole("status").filter({ hasText: "201 cm from the west wall, 250 cm from" }),
    ).toBeVisible();
    await keyboard.press("Enter");
    for (let steps = 0; steps < 5; steps++) await keyboard.press("Shift+ArrowLeft");
    await keyboard.press("Enter");
    await expect(one.page.locator(".tape-label")).toHaveText("50 cm");
    await one.expectPose("sofa", { x: 1500, y: 1000 });
  });
});

test.describe("moving by two taps", () => {
  test("Move, then a tap on where it should go", async ({ join }) => {
    const one = await join("Guest 1", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const other = await join("Guest 2");
    await one.piece("plant").tap();
    await one.page.getByRole("button", { name: "Move, by a tap" }).tap();
    await expect(one.page.locator(".hint")).toContainText("should stand");
    const at = await one.pixels(900, 3500);
    await one.page.touchscreen.tap(at.x, at.y);
    await expect.poll(async () => Math.hypot((await other.pose("plant")).x - 900, (await other.pose("plant")).y - 3500)).toBeLessThan(40); // prettier-ignore
    await expect(one.pieces).toHaveCount(3);
    await other.expectLock("plant", "none");
  });

  test("Enter on a piece, then a click; Escape leaves it where it is", async ({ join }) => {
    const one = await join("Guest 1");
    await one.tabTo(one.piece("armchair"));
    await one.page.keyboard.press("Enter");
    await one.page.keyboard.press("Escape");
    await expect(one.page.locator(".hint")).toHaveCount(0);
    await one.page.keyboard.press("Enter");
    const at = await one.pixels(1200, 3600);
    await one.page.mouse.click(at.x, at.y);
    await one.expectPose("armchair", { x: 1200, y: 3600, rotation: 15 });
  });
});
