/** Remarks on pieces: seen by everybody at once, and gone when somebody resolves them. */
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/test";

test("N1 a remark on a piece is pinned there for everybody, until somebody resolves it", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  await one.press("armchair");
  await one.release();
  await one.page.keyboard.press("c");
  await one.page.getByLabel(/^Remark on /).fill("In green, perhaps?");
  await one.page.keyboard.press("Enter");

  const pin = other.page.getByRole("button", { name: /^1 comment on / });
  await expect(pin).toBeVisible();
  await pin.click();
  const comments = other.page.getByRole("dialog", { name: "Comments, 1 open" });
  await expect(comments.getByText("In green, perhaps?")).toBeVisible();
  await expect(comments.getByText("Guest 1")).toBeVisible();
  await expectAccessible(other.page);

  await comments.getByRole("button", { name: "Resolve what Guest 1 wrote: In green, perhaps?" }).click();
  await expect(one.page.getByRole("button", { name: /comment on / })).toHaveCount(0);
  await expect(one.page.getByText("In green, perhaps?")).toHaveCount(0);
});

test("N1 a remark is made once, however often Enter is pressed, and the next may be typed meanwhile", async ({
  join,
  network,
  server,
  room,
}) => {
  const far = await join("Guest 1", { origin: network.origin });
  const near = await join("Guest 2");
  await far.page.getByRole("button", { name: "Comments", exact: true }).click();
  const field = far.page.getByLabel("Remark on the room");
  network.holdAnswers();
  await field.fill("A rug, perhaps?");
  await field.press("Enter");
  await field.press("Enter");
  await field.fill("And a lamp?");
  await expect(near.page.getByRole("button", { name: "Comments, 1 open" })).toBeVisible();
  network.heal();

  await expect(far.page.locator(".comment")).toHaveCount(1);
  await expect(field).toHaveValue("And a lamp?");
  await field.press("Enter");
  await expect(field).toHaveValue("");
  await expect(near.page.getByRole("button", { name: "Comments, 2 open" })).toBeVisible();
  const remarks = (await server.events(room)).filter(({ type }) => type === "commented");
  expect(remarks).toMatchObject([{ text: "A rug, perhaps?" }, { text: "And a lamp?" }]);
});
