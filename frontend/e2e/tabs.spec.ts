/** Several tabs of one browser, and what makes a tab the same client again. */
import { WebSocket } from "ws";
import { SUBPROTOCOL, type WelcomeFrame } from "../src/core/protocol";
import { RoomWindow } from "./support/roomWindow";
import { expect, test } from "./support/test";

test("R6 a duplicated tab is somebody else, and nobody is thrown out", async ({ join, server, room }) => {
  const one = await join("Guest 1");
  // What duplicating a tab does: the same address with a copy of the session storage.
  const opened = one.page.waitForEvent("popup");
  await one.page.evaluate(() => void window.open(location.href));
  const copy = await new RoomWindow(await opened).joined();
  await expect(one.avatars).toHaveCount(2);
  await expect(copy.avatars).toHaveCount(2);

  for (const tab of [one, copy, one]) {
    const self = await tab.avatars.first().getAttribute("data-client");
    await tab.page.reload();
    await tab.joined();
    await expect(tab.avatars.first()).toHaveAttribute("data-client", self!);
    for (const each of [one, copy]) await expect(each.avatars).toHaveCount(2);
  }
  await one.drag("plant", 800, 3600);
  await copy.expectPose("plant", { x: 800, y: 3600 });
  for (const tab of [one, copy]) await expect(tab.stopped).toHaveCount(0);
  expect((await server.state(room)).items).toHaveLength(3);
});

test("R6 when the same client connects anew elsewhere, the old tab stops and says why", async ({
  person,
  server,
  room,
}) => {
  const page = await (await person({ name: "Guest 1" })).newPage();
  const welcomed = new Promise<WelcomeFrame>((resolve) =>
    page.on("websocket", (socket) => socket.once("framereceived", ({ payload }) => resolve(JSON.parse(`${payload}`)))),
  );
  await page.goto(`${server.origin}/rooms/${room}`);
  const one = await new RoomWindow(page).joined();
  const { you } = await welcomed;

  const address = `${server.origin.replace("http", "ws")}/api/rooms/${room}/socket`;
  const elsewhere = new WebSocket(address, [SUBPROTOCOL, `homstyle.resume.${you.resume}`]);
  await expect(one.stopped).toHaveAttribute("data-reason", "replaced");
  await expect(one.stopped).toContainText("This room is open in another tab.");
  await expect.poll(() => elsewhere.readyState).toBe(WebSocket.OPEN);

  // What is behind is out of reach, and Escape does not bring it back.
  await expect(one.stopped.getByRole("button")).toBeFocused();
  for (const key of ["Escape", "Escape", "Shift+Tab", "Tab", "Tab", "Tab"]) {
    await one.page.keyboard.press(key);
    await expect(one.stopped).toBeVisible();
    expect(await one.page.evaluate(() => document.activeElement?.matches("body, .stopped *")), key).toBe(true);
  }

  await one.stopped.getByRole("button", { name: "Use it here" }).click();
  await one.joined();
  await expect(one.stopped).toHaveCount(0);
  await expect(one.avatars).toHaveCount(2);
  expect(elsewhere.readyState).toBe(WebSocket.OPEN);
  elsewhere.close();
});
