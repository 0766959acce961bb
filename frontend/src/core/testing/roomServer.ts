/** A `MiniRoom` behind real sockets, with the misfortunes that a test orders: cuts, lost frames, a journal away. */
import type { Client, ClientFrame, EventFrame, RequestFrame, Role, ServerFrame } from "../protocol";
import { MiniRoom } from "./miniRoom";
import { Wire } from "./wire";
import type { Peer } from "./wire";

interface Member {
  readonly client: Client;
  readonly peer: Peer;
}

export class RoomServer {
  readonly room = new MiniRoom();
  /** Every drag and cursor that came. */
  readonly motions: ClientFrame[] = [];
  /** Every request that came, with repeats. */
  readonly requests: RequestFrame[] = [];
  version = "1";
  /** The journal cannot be reached: requests are answered `unavailable`. */
  failing = false;
  /** Applies requests but loses the answers with the connection. */
  cuttingAfterRequests = false;
  /** Whether an event is lost on the way to a client. */
  losing: (client: Client, event: EventFrame) => boolean = () => false;
  readonly #wire: Wire;
  readonly #clients = new Map<string, Client>();
  #members: readonly Member[] = [];

  static async listen(): Promise<RoomServer> {
    return new RoomServer(await Wire.listen());
  }

  private constructor(wire: Wire) {
    this.#wire = wire;
    void this.#admitAll();
  }

  get origin(): string {
    return this.#wire.origin;
  }

  /** While true nobody can connect. */
  set unreachable(unreachable: boolean) {
    this.#wire.refusing = unreachable;
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  /** Sends to everybody what the room did by itself. */
  announce(events: readonly EventFrame[]): void {
    for (const event of events) {
      for (const { client, peer } of this.#members) if (!this.losing(client, event)) peer.send(event);
    }
  }

  sendTo(name: string, frame: ServerFrame): void {
    for (const { client, peer } of this.#members) if (client.name === name) peer.send(frame);
  }

  cut(name: string): void {
    for (const { client, peer } of this.#members) if (client.name === name) peer.cut();
  }

  async #admitAll(): Promise<never> {
    for (;;) this.#admit(await this.#wire.peers.next());
  }

  #admit(peer: Peer): void {
    const key = peer.offered.find((offer) => offer.startsWith("homstyle.resume."))?.slice(16);
    const client = this.#clients.get(key ?? "") ?? this.#newClient(peer);
    for (const old of this.#members.filter((member) => member.client === client)) {
      old.peer.send({ type: "bye", code: 4409, reason: "replaced" });
      this.#leave(old);
    }
    const member: Member = { client, peer };
    this.#members = [...this.#members, member];
    this.#greet(member, peer.address.searchParams.get("since"));
    for (const { peer: other } of this.#members) if (other !== peer) other.send({ type: "joined", ...client });
    void peer.closed.then(() => this.#leave(member));
    void this.#serve(member);
  }

  #newClient(peer: Peer): Client {
    const name = peer.address.searchParams.get("name") ?? "Anonymous";
    const role = peer.offered.find((offer) => offer.startsWith("homstyle.token."))?.slice(15) as Role | undefined;
    const client = `tab-${this.#clients.size + 1}`;
    const one: Client = { client, user: `user of ${client}`, name, color: "#1f6f54", role: role ?? "editor" };
    this.#clients.set(`key-${client}`, one);
    return one;
  }

  #greet({ client, peer }: Member, since: string | number | null): void {
    const you = { ...client, resume: `key-${client.client}` };
    const common = { room: "vardagsrum", rev: this.room.rev, version: this.version, you, clients: this.#here() };
    const from = Number(since);
    if (since === null || from > this.room.rev) {
      const limits = {
        requestsPerSecond: 60,
        motionPerSecond: 120,
        messageBytes: 16_384,
        items: 2_000,
        clients: 1_000,
      };
      peer.send({ type: "welcome", ...this.room.state(), ...common, limits });
    } else {
      peer.send({ type: "resumed", ...common, from }, ...this.room.journal.slice(from));
    }
  }

  async #serve(member: Member): Promise<never> {
    for (;;) {
      const frame = await member.peer.frames.next();
      if (this.#members.includes(member)) this.#receive(member, frame);
    }
  }

  #receive(member: Member, frame: ClientFrame): void {
    const { client, peer } = member;
    if (frame.type === "sync") this.#greet(member, frame.since);
    else if (frame.type === "ping") peer.send({ ...frame, type: "pong" });
    else if (frame.type === "drags") this.#passAll(member, frame);
    else if (frame.type === "drag" || frame.type === "cursor") this.#pass(member, frame);
    else if (frame.type === "sketch") this.#passSketch(member, frame);
    else if (frame.type !== "pong") {
      this.requests.push(frame);
      if (this.failing) peer.send({ type: "rejected", id: frame.id, code: "unavailable", message: "later" });
      else this.#decide(client, peer, frame);
    }
  }

  #decide(client: Client, peer: Peer, frame: RequestFrame): void {
    const outcome = this.room.decide(client, frame);
    if (this.cuttingAfterRequests) {
      this.cuttingAfterRequests = false;
      peer.cut();
      this.#members = this.#members.filter((member) => member.peer !== peer);
    }
    if ("type" in outcome) peer.send(outcome);
    else this.announce(outcome);
  }

  #pass({ client, peer }: Member, frame: ClientFrame & { type: "drag" | "cursor" }): void {
    this.motions.push(frame);
    const { client: id } = client;
    const lock = frame.type === "drag" ? this.room.locks.get(frame.item) : undefined;
    if (frame.type === "drag" && (lock?.by !== id || lock.fence !== frame.fence)) return;
    for (const other of this.#members.filter((member) => member.peer !== peer)) {
      if (frame.type === "cursor") other.peer.send({ type: "motion", cursors: [[id, frame.x, frame.y]], drags: [] });
      else {
        const { item, x, y, rotation } = frame;
        other.peer.send({ type: "motion", cursors: [], drags: [[id, item, x, y, rotation]] });
      }
    }
  }

  #passAll({ client: { client }, peer }: Member, frame: ClientFrame & { type: "drags" }): void {
    this.motions.push(frame);
    const held = frame.drags.filter(([item, , , , fence]) => {
      const lock = this.room.locks.get(item);
      return lock?.by === client && lock.fence === fence;
    });
    const drags = held.map(([item, x, y, rotation]) => [client, item, x, y, rotation] as const);
    for (const { peer: other } of this.#members) if (other !== peer) other.send({ type: "motion", cursors: [], drags });
  }

  #passSketch({ client: { client }, peer }: Member, frame: ClientFrame & { type: "sketch" }): void {
    this.motions.push(frame);
    const { type: _, fence, ...plan } = frame;
    const lock = this.room.locks.get("plan");
    if (lock?.by !== client || lock.fence !== fence) return;
    const sketch = { client, ...plan };
    for (const { peer: other } of this.#members) {
      if (other !== peer) other.send({ type: "motion", cursors: [], drags: [], sketch });
    }
  }

  #leave(gone: Member): void {
    if (!this.#members.includes(gone)) return;
    this.#members = this.#members.filter((member) => member !== gone);
    for (const { peer } of this.#members) peer.send({ type: "left", client: gone.client.client });
  }

  #here(): readonly Client[] {
    return this.#members.map(({ client }) => client);
  }
}
