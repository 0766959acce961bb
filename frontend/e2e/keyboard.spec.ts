/** Everything without a pointer, every stop reached with Tab. */
import { expect, test } from "./support/test";

test("a piece is found, placed, moved, turned and removed by keyboard", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const { keyboard } = one.page;
  await one.tabTo(one.page.getByLabel("Search the catalogue"));
  await keyboard.type("pouf");
  await expect(one.page.locator(".card")).toHaveCount(1);
  await one.tabTo(one.card("HS-POUF-52"));
  await keyboard.press("Enter");
  await expect(one.pieces).toHaveCount(4);
  await expect(one.page.locator("[aria-live=polite]", { hasText: "Maskebo placed" })).toHaveCount(1);
  await expect.poll(async () => (await server.state(room)).items.length).toBe(4);
  const { item, x, y } = (await server.state(room)).items.at(-1)!;

  await one.tabTo(one.piece(item));
  for (const key of ["ArrowLeft", "Shift+ArrowUp", "r", "r"]) await keyboard.press(key);
  await one.expectPose(item, { x: x - 10, y: y - 100, rotation: 30 });
  await one.expectLock(item, "none");
  expect((await server.state(room)).items.at(-1)).toMatchObject({ x: x - 10, y: y - 100, rotation: 30 });

  await one.tabTo(one.turnHandle);
  await keyboard.press("Enter");
  await one.expectPose(item, { rotation: 45 });
  await one.expectLock(item, "none");

  await one.tabTo(one.piece(item), "Shift+Tab");
  await keyboard.press("Delete");
  await expect(one.pieces).toHaveCount(3);
  await expect.poll(async () => (await server.state(room)).items.length).toBe(3);
  await expect(one.page.locator("[aria-live=polite]", { hasText: "Maskebo removed" })).toHaveCount(1);
});

test("the keyboard goes on from the plan where a piece goes that had the focus, or the buttons about it", async ({
  join,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const { keyboard } = one.page;
  await one.tabTo(one.piece("sofa"));
  await keyboard.press("Delete");
  await expect(one.plan).toBeFocused();
  await keyboard.press("Tab");
  await expect(one.piece("armchair")).toBeFocused();

  await one.page.locator(".selected button.danger").focus();
  await keyboard.press("Enter");
  await expect(one.plan).toBeFocused();
  await expect(one.pieces).toHaveCount(1);

  await keyboard.press("Tab");
  await expect(one.piece("plant")).toBeFocused();
  await expect(other.pieces).toHaveCount(1);
  await other.piece("plant").focus();
  await other.page.keyboard.press("Delete");
  await expect(one.plan).toBeFocused();
});

test("the room is renamed and somebody invited by keyboard", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const { keyboard } = one.page;
  await one.tabTo(one.title);
  await keyboard.press("Control+A");
  await keyboard.type("By keys alone");
  await keyboard.press("Enter");
  await expect(other.title).toHaveValue("By keys alone");

  await one.tabTo(one.page.getByRole("button", { name: "Invite" }));
  await keyboard.press("Enter");
  await one.tabTo(one.page.getByRole("radio", { name: "Can edit" }));
  await keyboard.press("ArrowDown");
  await expect(one.page.getByRole("radio", { name: "Can look" })).toBeChecked();
  await one.tabTo(one.page.getByRole("button", { name: "Copy link" }));
  await keyboard.press("Enter");
  await expect(one.page.locator("#invite input[readonly]")).toHaveValue(
    new RegExp(`^${server.origin}/rooms/${room}#token=ey`),
  );
  await keyboard.press("Escape");
  await expect(one.page.locator("#invite")).toBeHidden();
});

test("a button that is waited for keeps the focus, and does once what it is pressed for twice", async ({
  join,
  network,
}) => {
  const one = await join("Guest 1", { origin: network.origin });
  const { keyboard } = one.page;
  await one.tabTo(one.page.getByRole("button", { name: "Invite" }));
  await keyboard.press("Enter");
  const copy = one.page.getByRole("button", { name: "Copy link" });
  await one.tabTo(copy);
  const asked = () => network.requestLines.filter((line) => line.includes("/invitations")).length;
  network.holdAnswers();
  await keyboard.press("Enter");
  await expect(copy).toBeDisabled();
  await expect(copy).toBeFocused();
  await keyboard.press("Enter");
  await expect.poll(asked).toBe(1);
  network.heal();
  await expect(one.page.locator("#invite input[readonly]")).toBeVisible();
  await expect(one.page.locator("#invite .primary")).toBeFocused();
  expect(asked()).toBe(1);
});

test("zoom by keys, and back to the whole room", async ({ join }) => {
  const one = await join("Guest 1");
  const viewBox = () => one.plan.getAttribute("viewBox");
  const whole = await viewBox();
  await one.page.keyboard.press("+");
  await expect.poll(viewBox).not.toBe(whole);
  await one.page.keyboard.press("0");
  await expect.poll(viewBox).toBe(whole);
});
