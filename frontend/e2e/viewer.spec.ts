/** Invited to look or to edit, on a server that asks for tokens. */
import type { BrowserContext } from "@playwright/test";
import { furnish, livingRoom } from "./support/furnish";
import { Network } from "./support/network";
import { RoomWindow } from "./support/roomWindow";
import { expect, test as base } from "./support/test";

interface Owned {
  readonly owner: RoomWindow;
  readonly room: string;
  readonly token: string;
}

const test = base.extend<{ owned: Owned; guestRoute: Network }>({
  /** A room made on the start page, furnished, with its owner in it. */
  owned: async ({ person, signed }, use) => {
    const context = await person({ name: "Guest 1", permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await page.goto(signed.origin);
    await page.getByRole("button", { name: "Create room" }).click();
    const owner = await new RoomWindow(page).joined();
    const room = new URL(page.url()).pathname.split("/")[2]!;
    const token = await page.evaluate((room) => sessionStorage.getItem(`homstyle.token.${room}`)!, room);
    await furnish(signed.origin, room, livingRoom, token);
    await use({ owner, room, token });
  },
  /** Where guests come in, so that what they send can be read. */
  guestRoute: async ({ signed }, use) => {
    const network = await Network.to(signed.port);
    await use(network);
    network.end();
  },
});

test("L7 a viewer sees all of it live and can change nothing", async ({ owned, guestRoute, person, signed }) => {
  const { owner, room, token } = owned;
  const link = await invitation(owner, "Can look");
  const viewer = await open(link, await person({ name: "Guest 2" }), guestRoute);
  await viewer.joined("view");
  await expect(viewer.pieces).toHaveCount(3);
  await expect(viewer.page.locator(".room")).toHaveAttribute("data-mode", "view");
  await expect(viewer.banner).toHaveText("Viewing only");
  await expect(viewer.page.getByRole("button", { name: "Take back my last change" })).toHaveCount(0);

  await owner.press("armchair");
  await owner.pointAt(1500, 3500);
  const dragged = await owner.pose("armchair");
  await viewer.expectLock("armchair", "other");
  await viewer.expectPose("armchair", dragged);
  await expect(viewer.tag("Guest 1")).toBeVisible();
  await expect(viewer.cursorOf("Guest 1")).toBeVisible();
  await owner.release();
  await viewer.expectLock("armchair", "none");

  await expect(viewer.page.locator(".card")).toHaveCount(0);
  await expect(viewer.title).toHaveCount(0);
  await expect(viewer.page.getByRole("button", { name: "Invite" })).toHaveCount(0);
  const before = await signed.state(room, token);
  await triesEverything(viewer);
  await expect(viewer.notice).toHaveText("You are here as a viewer. Ask for an edit link to change the room.");
  expect(await signed.state(room, token)).toEqual(before);
  await viewer.expectPose("plant", { x: 3300, y: 4200 });
});

test("C3 the token reaches the server in no address, and leaves the address bar", async ({
  owned,
  guestRoute,
  person,
}) => {
  const link = await invitation(owned.owner, "Can look");
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get("token")!;
  expect(token).toMatch(/^ey/);
  const viewer = await open(link, await person({ name: "Guest 2" }), guestRoute);
  await viewer.joined("view");
  expect(viewer.page.url()).toBe(`${guestRoute.origin}/rooms/${owned.room}`);
  expect(owned.owner.page.url()).not.toContain("token");

  await viewer.page.reload();
  await viewer.joined("view");
  const requests = guestRoute.requestLines;
  expect(requests).toContain(`GET /rooms/${owned.room} HTTP/1.1`);
  expect(requests.some((line) => line.includes("/socket?"))).toBe(true);
  expect(requests.filter((line) => line.includes(token) || line.includes("token="))).toEqual([]);
});

test("a link to edit lets one edit", async ({ owned, guestRoute, person }) => {
  const link = await invitation(owned.owner, "Can edit");
  const editor = await open(link, await person({ name: "Guest 2" }), guestRoute);
  await editor.joined("edit");
  await editor.drag("plant", 800, 3600);
  await owned.owner.expectPose("plant", { x: 800, y: 3600 });
});

test("a link to edit that comes after “Can look” was chosen is not taken for one to look", async ({ owned }) => {
  const { page } = owned.owner;
  let goOn = () => {};
  const chosen = new Promise<void>((resolve) => (goOn = resolve));
  await page.route("**/invitations", (route) => chosen.then(() => route.continue()));
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("radio", { name: "Can look" }).check();
  const answer = page.waitForResponse("**/invitations");
  goOn();
  await (await answer).finished();

  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  const link = await page.getByLabel("Send it to whoever should join:").inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const [, claims] = link.split("token=")[1]!.split(".");
  expect(JSON.parse(Buffer.from(claims!, "base64url").toString())).toMatchObject({ role: "viewer" });
});

test("C4 C5 without an invitation one is told so", async ({ owned, person, signed }) => {
  for (const [room, credentials] of [
    [owned.room, ""],
    [owned.room, "#token=no.such.token"],
    ["never-made", ""],
  ] as const) {
    const page = await (await person()).newPage();
    await page.goto(`${signed.origin}/rooms/${room}${credentials}`);
    const guest = new RoomWindow(page);
    await expect(guest.stopped).toHaveAttribute("data-reason", "token-refused");
    await expect(guest.stopped).toContainText("Your invitation is missing or no longer valid.");
    await expect(guest.pieces).toHaveCount(0);
  }
});

/** The link that the Invite button copies. */
async function invitation(owner: RoomWindow, role: "Can look" | "Can edit"): Promise<string> {
  const { page } = owner;
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("radio", { name: role }).check();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  await page.keyboard.press("Escape");
  return page.evaluate(() => navigator.clipboard.readText());
}

async function open(link: string, guest: BrowserContext, route: Network): Promise<RoomWindow> {
  const { pathname, hash } = new URL(link);
  const page = await guest.newPage();
  await page.goto(route.origin + pathname + hash);
  return new RoomWindow(page);
}

async function triesEverything(viewer: RoomWindow): Promise<void> {
  await viewer.piece("plant").click();
  await expect(viewer.label).toBeVisible();
  await expect(viewer.turnHandle).toBeHidden();
  await expect(viewer.page.getByRole("button", { name: "Remove" })).toHaveCount(0);
  for (const key of ["r", "Shift+R", "ArrowLeft", "Shift+ArrowDown", "Delete", "Backspace"])
    await viewer.page.keyboard.press(key);
  await viewer.drag("plant", 800, 3600);
}
