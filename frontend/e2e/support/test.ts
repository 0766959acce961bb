/** What the tests of this folder are written with: servers, rooms, windows and networks that end with the test. */
import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { furnish, livingRoom } from "./furnish";
import { Network } from "./network";
import { RoomWindow } from "./roomWindow";
import { RoomServer } from "./server";

export { expect };
export type { RoomWindow } from "./roomWindow";

interface Person extends BrowserContextOptions {
  readonly name?: string;
  /** Where the person finds the server: `server`'s own address unless given. */
  readonly origin?: string;
}

interface Fixtures {
  /** A room of this test alone, with `livingRoom` in it. */
  readonly room: string;
  /** A browser of a further person: no cookies, no storage shared with others. */
  readonly person: (options?: Person) => Promise<BrowserContext>;
  /** A further person's window on the room. */
  readonly join: (name: string, options?: Person) => Promise<RoomWindow>;
  /** A network between a person and the server; join with its origin. */
  readonly network: Network;
}

interface WorkerFixtures {
  /** Everybody may enter every room. A test that stops it starts it again. */
  readonly server: RoomServer;
  /** A server that asks for tokens. */
  readonly signed: RoomServer;
}

/** Shorter than usual, so that it can be watched ending; longer than the 8 s after which a window renews it. */
export const LEASE_SECONDS = 12;

let rooms = 0;

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [serving([], { HOMSTYLE_LOCK_LEASE: `${LEASE_SECONDS}s` }), { scope: "worker", timeout: 60_000 }],
  signed: [serving(["--access", "signed"]), { scope: "worker", timeout: 60_000 }],

  room: async ({ server }, use) => {
    const room = `room-${++rooms}`;
    await furnish(server.origin, room, livingRoom);
    await use(room);
  },

  network: async ({ server }, use) => {
    const network = await Network.to(server.port);
    await use(network);
    network.end();
  },

  person: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ name, origin: _, ...options } = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      if (name !== undefined)
        await context.addInitScript((name) => {
          if (location.protocol === "http:") localStorage.setItem("homstyle.name", name);
        }, name);
      return context;
    });
    for (const context of contexts) await context.close();
  },

  join: async ({ person, server, room }, use, info) => {
    const frames: string[] = [];
    const errors: Error[] = [];
    const pages: Page[] = [];
    await use(async (name, options = {}) => {
      const context = await person({ ...options, name });
      const page = await context.newPage();
      pages.push(page);
      page.on("pageerror", (error) => errors.push(error));
      keepFrames(page, name, frames);
      await page.goto(`${options.origin ?? server.origin}/rooms/${room}`);
      return new RoomWindow(page).joined();
    });
    if (info.status !== info.expectedStatus) {
      console.log(["The last frames:", ...frames.slice(-80)].join("\n"));
      for (const page of pages) console.log(await drawingOf(page));
    }
    expect(errors, "errors that no window has caught").toEqual([]);
  },
});

/** What a window and the server said to each other: what went wrong once may not go wrong again for long. */
function keepFrames(page: Page, name: string, frames: string[]): void {
  const keep = (way: string, text: string) =>
    frames.push(`${new Date().toISOString()} ${name} ${way} ${text.slice(0, 200)}`);
  page.on("websocket", (socket) => {
    keep("opens", socket.url());
    socket.on("framesent", ({ payload }) => keep("says", String(payload)));
    socket.on("framereceived", ({ payload }) => keep("hears", String(payload)));
    socket.on("close", () => keep("closes", ""));
  });
}

/** Whether a window still draws, and is in sight: one that does not shows what was before. */
async function drawingOf(page: Page): Promise<string> {
  if (page.isClosed()) return "A window that is closed";
  const drawing = page.evaluate(async () => {
    const began = performance.now();
    await new Promise(requestAnimationFrame);
    return `${document.title}: ${document.visibilityState}, draws after ${Math.round(performance.now() - began)} ms`;
  });
  const waited = new Promise<string>((resolve) => setTimeout(() => resolve(`${page.url()} does not draw`), 5_000));
  return Promise.race([drawing, waited]);
}

function serving(...start: Parameters<typeof RoomServer.start>) {
  return async ({}, use: (server: RoomServer) => Promise<void>) => {
    const server = await RoomServer.start(...start);
    await use(server);
    await server.end();
  };
}
