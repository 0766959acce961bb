/** A server and some tabs for each test of a file, and the words to say what they do. */
import { afterEach, beforeEach } from "vitest";
import type { Designer, DesignerOptions } from "../designer";
import type { Pose } from "../protocol";
import { RoomServer } from "./roomServer";
import { shows, tab } from "./tab";

export interface House {
  readonly server: RoomServer;
  readonly tabs: readonly Designer[];
  /** A tab more, let in. */
  enter(name?: string, options?: Partial<DesignerOptions>): Promise<Designer>;
  /** A chair at 1000, 1000, known to everybody who is here. */
  chair(placing: Designer): Promise<string>;
}

/** To be called once in a file of tests. */
export function openHouse(): House {
  let server: RoomServer;
  let tabs: readonly Designer[];
  beforeEach(async () => {
    server = await RoomServer.listen();
    tabs = [];
  });
  afterEach(async () => {
    for (const designer of tabs) designer.close();
    await server.close();
  });
  return {
    get server() {
      return server;
    },
    get tabs() {
      return tabs;
    },
    async enter(name = "Guest 1", options = {}) {
      const designer = await tab(server.origin, { name, ...options });
      tabs = [...tabs, designer];
      return designer;
    },
    async chair(placing) {
      const item = placing.place("chair", { x: 1000, y: 1000 }) ?? "";
      await Promise.all(tabs.map((designer) => shows(designer, ({ room }) => room?.items.has(item) ?? false)));
      await settled(placing);
      return item;
    },
  };
}

export const settled = (designer: Designer): Promise<void> =>
  shows(designer, ({ unsaved, holds }) => unsaved === 0 && holds.size === 0);

/** Waits until the piece's lock is this tab's. */
export const granted = (designer: Designer, item: string): Promise<void> =>
  shows(designer, ({ holds }) => typeof holds.get(item) === "object");

export const at = (x: number, y = 1000, rotation = 0): Pose => ({ x, y, rotation });

/** Where a tab shows a piece. */
export function placeOf(designer: Designer, item: string): Pose | undefined {
  const shown = designer.view.shown.get(item);
  return shown && at(shown.x, shown.y, shown.rotation);
}

/** What a tab tells its person. */
export const texts = ({ view }: Designer): readonly string[] => view.notices.map(({ text }) => text);
