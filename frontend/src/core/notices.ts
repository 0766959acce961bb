/** Short messages to the person in front of the screen; each leaves by itself after a while. */
export interface Notice {
  readonly id: number;
  /**
   * refused: somebody else has it; lost: a lock ended under us; failed: a change was not possible; readonly: a viewer
   * tried to change something; upgraded: a new version is about to load (stays).
   */
  readonly kind: "refused" | "lost" | "failed" | "readonly" | "upgraded";
  /** A sentence. */
  readonly text: string;
  /** The item it is about. */
  readonly item?: string;
}

const STAYS_MS = 6_000;

export class Notices {
  readonly #changed: () => void;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #count = 0;
  #all: readonly Notice[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get all(): readonly Notice[] {
    return this.#all;
  }

  /** Saying the same again replaces the earlier one instead of piling up. */
  say(kind: Notice["kind"], text: string, item?: string): void {
    for (const same of this.#all.filter((notice) => notice.kind === kind && notice.text === text))
      this.dismiss(same.id);
    const id = ++this.#count;
    this.#all = [...this.#all, { id, kind, text, ...(item !== undefined && { item }) }];
    if (kind !== "upgraded")
      this.#timers.set(
        id,
        setTimeout(() => this.dismiss(id), STAYS_MS),
      );
    this.#changed();
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#all = this.#all.filter((notice) => notice.id !== id);
    this.#changed();
  }

  clear(): void {
    for (const { id } of this.#all) this.dismiss(id);
  }
}
