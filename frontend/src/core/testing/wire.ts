/** A real server whose every word is said by the test: accepts sockets, and answers GET with a status. */
import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import type { SocketClass } from "../line";
import type { ClientFrame, ServerFrame } from "../protocol";
import { SUBPROTOCOL } from "../protocol";
import { Queue } from "./queue";

/** A browser's WebSocket for Node: same interface for all that is used of it. */
export const NodeWebSocket = WebSocket as unknown as SocketClass;

/** One accepted socket, from the server's side. */
export class Peer {
  readonly frames = new Queue<ClientFrame>();
  readonly closed: Promise<void>;
  readonly address: URL;

  constructor(
    readonly socket: WebSocket,
    /** What the client offered. */
    readonly offered: readonly string[],
    request: IncomingMessage,
  ) {
    this.address = new URL(request.url ?? "", "http://localhost");
    socket.on("message", (data: Buffer) => this.frames.push(JSON.parse(data.toString("utf8")) as ClientFrame));
    this.closed = new Promise((resolve) => socket.on("close", () => resolve()));
  }

  send(...frames: readonly ServerFrame[]): void {
    for (const frame of frames) this.say(JSON.stringify(frame));
  }

  say(text: string): void {
    this.socket.send(text);
  }

  /** The next frame, which must be of this type. */
  async next<T extends ClientFrame["type"]>(type: T): Promise<ClientFrame & { type: T }> {
    const frame = await this.frames.next();
    if (frame.type !== type) throw new Error(`the client sent ${JSON.stringify(frame)}, expected ${type}`);
    return frame as ClientFrame & { type: T };
  }

  cut(): void {
    this.socket.terminate();
  }
}

export class Wire {
  readonly peers = new Queue<Peer>();
  readonly asked = new Queue<IncomingMessage>();
  /** What GET answers. */
  status = 200;
  /** Refuses upgrades, as a browser sees it: the socket closes without having opened. */
  refusing = false;
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, handleProtocols: () => SUBPROTOCOL });

  static async listen(): Promise<Wire> {
    const wire = new Wire();
    await new Promise<void>((resolve) => wire.#server.listen(0, "127.0.0.1", resolve));
    return wire;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(request);
      response.writeHead(this.status).end("{}");
    });
    this.#server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.refusing) return void socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    const offered = (request.headers["sec-websocket-protocol"] ?? "").split(/,\s*/);
    this.#sockets.handleUpgrade(request, socket, head, (open) => this.peers.push(new Peer(open, offered, request)));
  }
}
