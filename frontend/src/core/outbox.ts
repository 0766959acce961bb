/**
 * The requests that are not answered yet, in the order they were made (R7). They are sent again with their ids
 * whenever the line is new or the server could not store just now (R5 and E4 make that safe).
 */
import { texts } from "../texts/texts";
import { backoff } from "./backoff";
import { isEvent } from "./protocol";
import type { AcceptedFrame, EventFrame, RejectedFrame, RequestFrame, ServerFrame } from "./protocol";

/** What ends a request: its event, `accepted`, or `rejected`. */
export type Answer = EventFrame | AcceptedFrame | RejectedFrame;

/** The server remembers at least this many ids of a client (R5), so no more may be under way. */
const WINDOW = 64;

interface Unanswered {
  readonly frame: RequestFrame;
  readonly settle: (answer: Answer) => void;
  readonly expiry: ReturnType<typeof setTimeout>;
  /** Sent on the present line, in the present round. */
  sent: boolean;
  /** The client as whom it was sent first, and when, epoch ms. */
  first: { readonly client: string; readonly at: number } | undefined;
}

export interface OutboxOptions {
  /** The server's memory of ids ends then (R5), so no retry after it, ms. */
  readonly giveUpMs: number;
  /** Wait after `unavailable`, first and at most, ms. */
  readonly retryMs: readonly [first: number, most: number];
  /** Called when `stalled` may have changed. */
  readonly changed: () => void;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #selves = new Set<string>();
  #unanswered: readonly Unanswered[] = [];
  #line: { readonly client: string; readonly transmit: (frame: RequestFrame) => void } | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #pauses = 0;
  #stalled = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#unanswered.length;
  }

  /** The server said that it cannot store changes, and has not answered one since. */
  get stalled(): boolean {
    return this.#stalled;
  }

  add(frame: RequestFrame): Promise<Answer> {
    return new Promise((settle) => {
      const expiry = setTimeout(() => this.#expire(frame), this.#options.giveUpMs);
      this.#unanswered = [...this.#unanswered, { frame, settle, expiry, sent: false, first: undefined }];
      this.#pump();
    });
  }

  /** The line is open as this client: everything unanswered goes out again. */
  opened(client: string, transmit: (frame: RequestFrame) => void): void {
    this.lost();
    this.#selves.add(client);
    // Ids are remembered per client. Under a new one a request sent before could take effect twice.
    this.#giveUp(({ first }) => first !== undefined && first.client !== client, texts().refusals.maybeNotSaved);
    this.#line = { client, transmit };
    this.#again();
  }

  lost(): void {
    this.#line = undefined;
    clearTimeout(this.#pause);
    this.#pause = undefined;
  }

  heard(frame: ServerFrame): void {
    const id = this.#answeredBy(frame);
    const request = this.#unanswered.find((waiting) => waiting.frame.id === id);
    if (!request) return;
    if (frame.type === "rejected" && retried(frame)) return this.#wait(frame.code === "unavailable");
    this.#pauses = 0;
    this.#setStalled(false);
    this.#settle(request, frame as Answer);
    this.#pump();
  }

  /** The line will not come back: everything unanswered counts as not saved. */
  end(): void {
    this.lost();
    this.#giveUp(() => true, texts().refusals.endedBefore);
  }

  #answeredBy(frame: ServerFrame): string | undefined {
    if (isEvent(frame)) return this.#selves.has(frame.by) ? frame.id : undefined;
    return frame.type === "accepted" || frame.type === "rejected" ? frame.id : undefined;
  }

  #settle(request: Unanswered, answer: Answer): void {
    clearTimeout(request.expiry);
    this.#unanswered = this.#unanswered.filter((other) => other !== request);
    request.settle(answer);
  }

  #expire(frame: RequestFrame): void {
    this.#giveUp((request) => request.frame === frame, texts().refusals.tooLong);
    this.#pump();
  }

  #giveUp(which: (request: Unanswered) => boolean, message: string): void {
    for (const request of this.#unanswered.filter(which)) this.#settle(request, unsaved(request.frame.id, message));
    if (this.size === 0) this.#setStalled(false);
  }

  #wait(stalled: boolean): void {
    if (stalled) this.#setStalled(true);
    if (this.#pause !== undefined || !this.#line) return;
    const [first, most] = this.#options.retryMs;
    this.#pause = setTimeout(() => this.#again(), backoff(this.#pauses++, first, most));
  }

  #again(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    // A computer that sleeps stops the timers too, but not the server's clock.
    const tooOld = Date.now() - this.#options.giveUpMs;
    this.#giveUp(({ first }) => first !== undefined && first.at <= tooOld, texts().refusals.tooLong);
    for (const request of this.#unanswered) request.sent = false;
    this.#pump();
  }

  #pump(): void {
    const line = this.#line;
    if (!line || this.#pause !== undefined) return;
    for (const request of this.#unanswered.slice(0, WINDOW)) {
      if (request.sent) continue;
      request.sent = true;
      request.first ??= { client: line.client, at: Date.now() };
      line.transmit(request.frame);
    }
  }

  #setStalled(stalled: boolean): void {
    if (this.#stalled === stalled) return;
    this.#stalled = stalled;
    this.#options.changed();
  }
}

/** Nothing was changed, and the same request may succeed later (E4, E5). */
function retried({ code }: RejectedFrame): boolean {
  return code === "unavailable" || code === "rate-limited";
}

/** The answer that this side gives itself where the server's will not come. */
export function unsaved(id: string, message: string): RejectedFrame {
  return { type: "rejected", id, code: "unavailable", message };
}
