/** One WebSocket, from the attempt to its end: tells frames apart from silence, and tells its end exactly once. */
import { Heartbeat } from "./heartbeat";
import { parseServerFrame } from "./protocol";
import type { ClientFrame, ServerFrame } from "./protocol";

export type SocketClass = new (url: string, protocols: string[]) => WebSocket;

export interface LineOptions {
  readonly address: string;
  readonly protocols: string[];
  readonly Socket: SocketClass;
  /** Silence before a `ping`, and the wait for any frame after it, ms. */
  readonly silenceMs: number;
  readonly patienceMs: number;
  readonly heard: (frame: ServerFrame) => void;
  /** `opened` is false when the server did not let us in. */
  readonly gone: (opened: boolean) => void;
}

/** Motion is dropped while more than this many bytes wait to leave (M1). */
const MOTION_BACKLOG = 65_536;

export class Line {
  readonly #options: LineOptions;
  readonly #socket: WebSocket;
  readonly #admission: ReturnType<typeof setTimeout>;
  #opened = false;
  #heartbeat: Heartbeat | undefined;

  /** Throws when the offered subprotocols have characters that they may not have. */
  constructor(options: LineOptions) {
    this.#options = options;
    this.#socket = new options.Socket(options.address, options.protocols);
    this.#socket.onopen = () => (this.#opened = true);
    this.#socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#read(data);
    this.#socket.onclose = () => this.#gone();
    this.#socket.onerror = ignored;
    // A line that does not open, or opens and never says welcome, is as good as none.
    this.#admission = setTimeout(() => this.#gone(), options.patienceMs);
  }

  get admitted(): boolean {
    return this.#heartbeat !== undefined;
  }

  get congested(): boolean {
    return this.#socket.bufferedAmount > MOTION_BACKLOG;
  }

  /** The first frame came (C6); from now on the line is watched. */
  admit(): void {
    clearTimeout(this.#admission);
    this.#heartbeat ??= new Heartbeat({
      silenceMs: this.#options.silenceMs,
      patienceMs: this.#options.patienceMs,
      ask: () => this.transmit({ type: "ping" }),
      dead: () => this.#gone(),
    });
  }

  transmit(frame: ClientFrame): void {
    if (this.#socket.readyState === OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** Asks whether the line still lives, with little patience. */
  check(patienceMs: number): void {
    this.#heartbeat?.check(patienceMs);
  }

  /** Lets go of the socket. Nothing is told any more: closing a dead one can take minutes. */
  drop(): void {
    clearTimeout(this.#admission);
    this.#heartbeat?.stop();
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
  }

  #read(data: unknown): void {
    this.#heartbeat?.heard();
    const frame = typeof data === "string" ? parseServerFrame(data) : undefined;
    if (frame?.type === "ping") this.transmit({ ...frame, type: "pong" });
    if (frame) this.#options.heard(frame);
  }

  #gone(): void {
    this.drop();
    this.#options.gone(this.#opened);
  }
}

/** `WebSocket.OPEN`, also where the class is not global. */
const OPEN = 1;
// An error says nothing that the close after it does not.
const ignored = (): void => undefined;
