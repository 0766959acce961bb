/** Whether the room itself is being edited. The tools for it are loaded when somebody first does. */
import { laterTexts } from "./language";
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";

type Tools = typeof import("./roomshape/RoomPanel");

export class Shaping {
  readonly open: Signal<boolean> = signal(false);
  /** The panel, once it is there. */
  readonly tools: ReadonlySignal<Tools | undefined>;

  readonly #tools: Signal<Tools | undefined> = signal(undefined);

  constructor() {
    this.tools = this.#tools;
  }

  /** Opens the panel; false when it cannot be had just now. */
  async start(): Promise<boolean> {
    this.open.value = true;
    try {
      const [tools] = await Promise.all([import("./roomshape/RoomPanel"), laterTexts()]);
      this.#tools.value ??= tools;
      return true;
    } catch {
      // The server may be starting again; the next press asks anew.
      this.open.value = false;
      return false;
    }
  }
}
