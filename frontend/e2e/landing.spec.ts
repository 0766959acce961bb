/** The start page: make a room, or look at the demo. */
import { RoomWindow } from "./support/roomWindow";
import { expect, test } from "./support/test";

test("a room of 350 × 420 cm is made by the form", async ({ page, server }) => {
  await page.goto(server.origin);
  await page.getByLabel("Name of the room").fill("Reading room");
  await page.getByLabel("Width").fill("350");
  await page.getByLabel("Depth").fill("420");
  await page.getByRole("button", { name: "Create room" }).click();
  const window = await new RoomWindow(page).joined();
  await expect(window.title).toHaveValue("Reading room");
  await expect(page).toHaveTitle("Reading room · HÖMSTYLE Rooms");
  await expect(page.locator(".wall-measure")).toHaveText(["420 cm", "350 cm"]);
  const room = new URL(page.url()).pathname.split("/")[2]!;
  const { title, outline } = await server.state(room);
  expect(title).toBe("Reading room");
  expect(outline).toEqual([[0, 0], [3500, 0], [3500, 4200], [0, 4200]]); // prettier-ignore
});

test("what cannot be a room is said in words, and can be put right", async ({ page, server }) => {
  await page.goto(server.origin);
  const problem = page.getByRole("alert");
  for (const [field, text, said] of [
    ["Width", "wide", "The width should be a number from 10 to 3000 cm, not “wide”."],
    ["Width", "", "The width should be a number from 10 to 3000 cm, not “”."],
    ["Depth", "-420", "The depth should be a number from 10 to 3000 cm, not “-420”."],
    ["Depth", "31 m", "The depth should be a number from 10 to 3000 cm, not “31 m”."],
    ["Name of the room", "  ", "Please give the room a name."],
  ] as const) {
    const input = page.getByLabel(field);
    const before = await input.inputValue();
    await input.fill(text);
    await page.getByRole("button", { name: "Create room" }).click();
    await expect(problem).toHaveText(said);
    await expect(input).toBeFocused();
    await expect(input).toHaveAttribute("aria-invalid", "true");
    await input.fill(before);
    await expect(problem).toBeHidden();
  }
  await page.getByLabel("Width").press("Enter");
  await new RoomWindow(page).joined();
});

test("the demo room is one click away, and furnished", async ({ page, server }) => {
  await page.goto(server.origin);
  await page.getByRole("link", { name: "Open the demo room" }).click();
  const window = await new RoomWindow(page).joined();
  await expect(window.pieces).toHaveCount(17);
  await expect(window.title).toHaveValue("Vardagsrum");
});
