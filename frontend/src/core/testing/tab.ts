import { Designer } from "../designer";
import type { DesignerOptions, DesignerView } from "../designer";
import type { KeyStorage } from "../resumeKey";
import type { Timings } from "../timings";
import { NodeWebSocket } from "./wire";

/** Short enough for a test to see, long enough not to race with the sockets of this machine. */
export const quickTimings: Partial<Timings> = { reconnect: [10, 40], retry: [10, 40], keyPause: 30, renew: 40 };

/** Waits until something that changes now and then has become true. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Waits until a tab shows what the condition says. */
export function shows(designer: Designer, condition: (view: DesignerView) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!condition(designer.view)) return;
      stop();
      resolve();
    };
    const stop = designer.subscribe(look);
    look();
  });
}

/** A tab that has been let in. */
export async function tab(origin: string, options: Partial<DesignerOptions> = {}): Promise<Designer> {
  const designer = new Designer({
    room: "vardagsrum",
    name: "Guest 1",
    origin,
    WebSocket: NodeWebSocket,
    timings: quickTimings,
    storage: memoryStorage(),
    ...options,
  });
  designer.open();
  await shows(designer, ({ room, status }) => room !== undefined && status.state === "open");
  return designer;
}

/** One tab's session storage. */
export function memoryStorage(): KeyStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
