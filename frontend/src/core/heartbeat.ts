/** Watches a line for life: after a silence it asks, and when nothing at all comes then, the line is dead. */
export interface HeartbeatOptions {
  /** Silence after which it asks, ms. */
  readonly silenceMs: number;
  /** How long it then waits for any frame, ms. */
  readonly patienceMs: number;
  readonly ask: () => void;
  readonly dead: () => void;
}

export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #heardAt = performance.now();
  /** When the line counts as dead; undefined while nothing was asked. */
  #deadline: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#wait(options.silenceMs);
  }

  heard(): void {
    this.#heardAt = performance.now();
    this.#deadline = undefined;
  }

  /** Asks now, with the given patience. For hints from outside that the line may be gone. */
  check(patienceMs: number): void {
    this.#ask(patienceMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #ask(patienceMs: number): void {
    const now = performance.now();
    this.#deadline = Math.min(this.#deadline ?? Infinity, now + patienceMs);
    this.#wait(this.#deadline - now);
    this.#options.ask();
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), ms);
  }

  // Frames come up to thirty times a second: they only note the time, and the timer looks how long ago that was.
  #look(): void {
    const now = performance.now();
    const silent = now - this.#heardAt;
    if (this.#deadline !== undefined) {
      if (now >= this.#deadline) this.#options.dead();
      else this.#wait(this.#deadline - now);
    } else if (silent >= this.#options.silenceMs) this.#ask(this.#options.patienceMs);
    else this.#wait(this.#options.silenceMs - silent);
  }
}
