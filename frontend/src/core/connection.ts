/**
 * One tab's line to its room: connects, keeps alive, comes back by itself, and brings every request to its answer.
 * It knows frames but not what they mean for the room.
 */
import { texts } from "../texts/texts";
import { byeReason, socketAddress, subprotocols, whyRefused } from "./admission";
import type { StopReason } from "./admission";
import { backoff, jittered } from "./backoff";
import { randomId } from "./ids";
import { Line } from "./line";
import type { SocketClass } from "./line";
import { Outbox, unsaved } from "./outbox";
import type { Answer } from "./outbox";
import type { MotionOfOne, RequestBody, RequestFrame, SyncFrame } from "./protocol";
import type { ByeFrame, ResumedFrame, ServerFrame, WelcomeFrame } from "./protocol";
import { ResumeKey, tabStorage } from "./resumeKey";
import type { KeyStorage } from "./resumeKey";
import { usualTimings } from "./timings";
import type { Timings } from "./timings";

export type { Answer, StopReason };

export interface Status {
  readonly state: "connecting" | "open" | "lost" | "stopped";
  /** When this state began, epoch ms. While trying again the state stays "lost", since the loss. */
  readonly since: number;
  /** Only when stopped. */
  readonly reason?: StopReason;
  /** The server cannot store changes just now (E4); they are kept here and sent again. */
  readonly saving?: "stalled";
}

export interface ConnectionOptions {
  readonly room: string;
  /** The name others see, 1 to 40 characters. */
  readonly name: string;
  /** A room token (JWT), where the server asks for one. */
  readonly token?: string | undefined;
  /** Where the server is: "https://rooms.example". */
  readonly origin: string;
  /** The last revision this tab holds; asked at each attempt. */
  readonly revision?: (() => number | undefined) | undefined;
  readonly timings?: Partial<Timings> | undefined;
  /** Keeps the resume key over a reload; the tab's session storage unless given. */
  readonly storage?: KeyStorage | undefined;
  readonly WebSocket?: SocketClass | undefined;
  readonly fetch?: typeof fetch | undefined;
}

interface Listeners {
  readonly frame: Set<(frame: ServerFrame) => void>;
  readonly status: Set<(status: Status) => void>;
}

export class Connection {
  readonly #options: ConnectionOptions;
  readonly #timings: Timings;
  readonly #key: ResumeKey;
  readonly #outbox: Outbox;
  readonly #listeners: Listeners = { frame: new Set(), status: new Set() };
  readonly #ids = randomId(8);
  #requests = 0;
  #messageBytes = 16_384;
  #status: Status = { state: "connecting", since: Date.now() };
  #line: Line | undefined;
  #admittedAt = Infinity;
  #attempts = 0;
  #retryAfter: number | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#timings = { ...usualTimings, ...options.timings };
    this.#key = new ResumeKey(options.storage ?? tabStorage(), options.room);
    const { giveUp: giveUpMs, retry: retryMs } = this.#timings;
    this.#outbox = new Outbox({ giveUpMs, retryMs, changed: () => this.#show(this.#status) });
  }

  get status(): Status {
    return this.#status;
  }

  /** How many requests wait for their answer. */
  get unanswered(): number {
    return this.#outbox.size;
  }

  open(): void {
    if (this.#status.state !== "connecting" || this.#line) return;
    this.#show({ state: "connecting", since: Date.now() });
    this.#connect();
  }

  /** Ends for good; requests not yet answered count as not saved. */
  close(): void {
    if (this.#status.state !== "stopped") this.#stop("closed");
  }

  /** Sends a durable change, again and again until it is answered. Resolves in every case, never rejects. */
  request(body: RequestBody): Promise<Answer> {
    const frame = { ...body, id: `${this.#ids}-${++this.#requests}` } as RequestFrame;
    const refusal = this.#refusal(frame);
    return refusal === undefined ? this.#outbox.add(frame) : Promise.resolve(unsaved(frame.id, refusal));
  }

  /** Sends what need not arrive. Dropped while the line is not open; motion also while it is congested (M1). */
  send(frame: MotionOfOne | SyncFrame): void {
    if (!this.#line?.admitted || (frame.type !== "sync" && this.#line.congested)) return;
    this.#line.transmit(frame);
  }

  /** Returns the way to stop listening. A "frame" listener hears a frame before the request it answers resolves. */
  on<E extends keyof Listeners>(event: E, listener: Listeners[E] extends Set<infer L> ? L : never): () => void {
    const listeners: Set<unknown> = this.#listeners[event];
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** The network may have changed, or the page is in front again: looks now instead of waiting. */
  checkNow(): void {
    this.#key.claim();
    this.#line?.check(this.#timings.hurry);
    if (this.#retry !== undefined) this.#connect();
  }

  /** The page is being left: a reload in this tab shall be the same client again (R6). */
  keepForReload(): void {
    this.#key.keep();
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    const { token, revision, WebSocket: Socket = globalThis.WebSocket } = this.#options;
    try {
      this.#line = new Line({
        address: socketAddress(this.#options, revision?.()),
        protocols: subprotocols(token, this.#key.value),
        Socket,
        silenceMs: this.#timings.silence,
        patienceMs: this.#timings.patience,
        heard: (frame) => this.#heard(frame),
        gone: (opened) => void this.#lost(opened),
      });
    } catch {
      // A browser refuses only offered names with characters that no credential has.
      this.#stop("token-refused");
    }
  }

  #heard(frame: ServerFrame): void {
    const admission = frame.type === "welcome" || frame.type === "resumed" ? frame : undefined;
    const first = admission && !this.#line?.admitted;
    if (admission) this.#remember(admission);
    for (const listener of this.#listeners.frame) listener(frame);
    if (this.#status.state === "stopped") return;
    this.#outbox.heard(frame);
    if (first) this.#admitted(admission);
    // Answers may be among the changes that it stands for (R4); to what is asked again they are told (R5).
    else if (frame.type === "welcome") this.#sendAgain(frame);
    if (frame.type === "bye") this.#dismissed(frame);
  }

  #remember(frame: WelcomeFrame | ResumedFrame): void {
    this.#line?.admit();
    this.#key.value = frame.you.resume;
    if (frame.type === "welcome") this.#messageBytes = frame.limits.messageBytes;
  }

  #admitted({ you }: WelcomeFrame | ResumedFrame): void {
    this.#admittedAt = performance.now();
    this.#show({ state: "open", since: Date.now() });
    this.#sendAgain({ you });
  }

  #sendAgain({ you }: Pick<WelcomeFrame, "you">): void {
    this.#outbox.opened(you.client, (request) => this.#line?.transmit(request));
  }

  #dismissed({ code, retryAfterMs }: ByeFrame): void {
    const reason = byeReason(code);
    if (reason === "replaced") this.#key.forget();
    if (reason) return this.#stop(reason);
    this.#retryAfter = retryAfterMs;
    this.#line?.drop();
    void this.#lost(true);
  }

  async #lost(opened: boolean): Promise<void> {
    this.#line = undefined;
    this.#outbox.lost();
    if (performance.now() - this.#admittedAt >= this.#timings.settled) this.#attempts = 0;
    this.#admittedAt = Infinity;
    const since = this.#status.state === "open" ? Date.now() : this.#status.since;
    this.#show({ state: "lost", since });
    const reason = opened ? undefined : await this.#whyRefused();
    if (this.#status.state !== "lost") return;
    if (reason) return this.#stop(reason);
    const [least, most] = this.#timings.reconnect;
    const wait = this.#retryAfter ?? jittered(backoff(this.#attempts++, least, most));
    this.#retryAfter = undefined;
    this.#retry = setTimeout(() => this.#connect(), wait);
  }

  #whyRefused(): Promise<StopReason | undefined> {
    const { fetch: get = globalThis.fetch } = this.#options;
    return whyRefused(this.#options, (...request) => get(...request), this.#timings.patience);
  }

  #stop(reason: StopReason): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#line?.drop();
    this.#line = undefined;
    this.#show({ state: "stopped", since: Date.now(), reason });
    this.#outbox.end();
  }

  #refusal(frame: RequestFrame): string | undefined {
    if (this.#status.state === "stopped") return texts().refusals.ended;
    const bytes = new TextEncoder().encode(JSON.stringify(frame)).length;
    // Sent, it would end the connection (E1), and again each time it is sent anew.
    return bytes > this.#messageBytes ? texts().refusals.tooLarge(bytes, this.#messageBytes) : undefined;
  }

  #show({ state, since, reason }: Status): void {
    const saving = this.#outbox.stalled && state !== "stopped" ? { saving: "stalled" as const } : {};
    this.#status = { state, since, ...(reason && { reason }), ...saving };
    for (const listener of this.#listeners.status) listener(this.#status);
  }
}
