/** A scripted server and some connections to it, for each test of a file. */
import { afterEach, beforeEach } from "vitest";
import { Connection } from "../connection";
import type { ConnectionOptions, Status } from "../connection";
import type { ResumedFrame, ServerFrame } from "../protocol";
import { welcomeFrame } from "./fixtures";
import { Queue } from "./queue";
import { memoryStorage } from "./tab";
import { NodeWebSocket, Wire } from "./wire";
import type { Peer } from "./wire";

export const welcome = welcomeFrame();
const { room, rev, version, you, clients } = welcome;
export const resumed: ResumedFrame = { type: "resumed", room, rev, from: rev, version, you, clients };

/** Attempts follow each other quickly; silence is not noticed within a test. */
export const quick = { reconnect: [5, 20], retry: [5, 20], silence: 30_000, patience: 30_000 } as const;

export interface Caller {
  readonly connection: Connection;
  readonly frames: Queue<ServerFrame>;
  /** Waits for a status that fits; passes over others. */
  status(state: Status["state"]): Promise<Status>;
}

export interface Office {
  readonly wire: Wire;
  call(options?: Partial<ConnectionOptions>): Caller;
  /** A caller who was welcomed, and the server's end of the line. */
  admitted(options?: Partial<ConnectionOptions>): Promise<Caller & { readonly peer: Peer }>;
}

/** To be called once in a file of tests. */
export function openOffice(): Office {
  let wire: Wire;
  let connections: readonly Connection[];
  beforeEach(async () => {
    wire = await Wire.listen();
    connections = [];
  });
  afterEach(async () => {
    for (const connection of connections) connection.close();
    await wire.close();
  });
  const call = (options: Partial<ConnectionOptions> = {}): Caller => {
    const caller = dial({ room: "vardagsrum", name: "Guest 1", origin: wire.origin, timings: quick, ...options });
    connections = [...connections, caller.connection];
    return caller;
  };
  return {
    get wire() {
      return wire;
    },
    call,
    async admitted(options) {
      const caller = call(options);
      const peer = await wire.peers.next();
      peer.send(welcome);
      await caller.frames.next();
      await caller.status("open");
      return { ...caller, peer };
    },
  };
}

function dial(options: ConnectionOptions): Caller {
  const connection = new Connection({ WebSocket: NodeWebSocket, storage: memoryStorage(), ...options });
  const [frames, statuses] = [new Queue<ServerFrame>(), new Queue<Status>()];
  connection.on("frame", (frame) => frames.push(frame));
  connection.on("status", (status) => statuses.push(status));
  connection.open();
  const status = async (state: Status["state"]): Promise<Status> => {
    for (;;) {
      const next = await statuses.next();
      if (next.state === state) return next;
    }
  };
  return { connection, frames, status };
}
