import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Connection } from "./connection";
import type { ConnectionOptions, Status } from "./connection";
import type { ServerFrame } from "./protocol";
import { welcomeFrame } from "./testing/fixtures";
import { Queue } from "./testing/queue";
import { memoryStorage } from "./testing/tab";
import { NodeWebSocket, Wire } from "./testing/wire";
import type { Peer } from "./testing/wire";

const welcome = welcomeFrame();
const quick = { reconnect: [5, 20], retry: [5, 20], silence: 5_000, patience: 5_000 } as const;
const resumed: ServerFrame = {
  type: "resumed",
  room: "vardagsrum",
  rev: 24,
  from: 24,
  version: "1",
  you: welcome.you,
  clients: [],
};

let wire: Wire;
let connections: Connection[];

beforeEach(async () => {
  wire = await Wire.listen();
  connections = [];
});
afterEach(async () => {
  for (const connection of connections) connection.close();
  await wire.close();
});

interface Caller {
  readonly connection: Connection;
  readonly frames: Queue<ServerFrame>;
  /** Waits for a status that fits; passes over others. */
  status(state: Status["state"]): Promise<Status>;
}

function call(options: Partial<ConnectionOptions> = {}): Caller {
  const connection = new Connection({
    room: "vardagsrum",
    name: "Guest 1",
    origin: wire.origin,
    WebSocket: NodeWebSocket,
    storage: memoryStorage(),
    timings: quick,
    ...options,
  });
  connections.push(connection);
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

async function admitted(options: Partial<ConnectionOptions> = {}): Promise<Caller & { readonly peer: Peer }> {
  const caller = call(options);
  const peer = await wire.peers.next();
  peer.send(welcome);
  await caller.frames.next();
  await caller.status("open");
  return { ...caller, peer };
}

describe("connecting", () => {
  test("C1 names the room, the person and the revision it holds", async () => {
    let revision: number | undefined;
    const { status, frames } = call({ name: "Guest 1 & co", revision: () => revision });
    const first = await wire.peers.next();
    expect(first.address.pathname).toBe("/api/rooms/vardagsrum/socket");
    expect([...first.address.searchParams]).toEqual([["name", "Guest 1 & co"]]);
    first.send(welcome);
    await frames.next();
    revision = 24;
    first.cut();
    await status("lost");
    expect((await wire.peers.next()).address.searchParams.get("since")).toBe("24");
  });

  test("C2 C3 credentials are offered beside the subprotocol, not in the address", async () => {
    const { peer, status } = await admitted({ token: "aaa.bbb.ccc" });
    expect(peer.offered).toEqual(["homstyle.room.v1", "homstyle.token.aaa.bbb.ccc"]);
    expect(peer.address.href).not.toContain("aaa");
    peer.cut();
    await status("lost");
    const again = await wire.peers.next();
    expect(again.offered).toEqual([
      "homstyle.room.v1",
      "homstyle.token.aaa.bbb.ccc",
      `homstyle.resume.${welcome.you.resume}`,
    ]);
  });

  test("C6 requests wait for the first frame, however long the socket is open", async () => {
    const { connection } = call();
    void connection.request({ type: "rename", title: "one" });
    const peer = await wire.peers.next();
    connection.send({ type: "cursor", x: 1, y: 1 });
    expect(peer.frames.waiting).toBe(0);
    peer.send(welcome);
    expect(await peer.next("rename")).toMatchObject({ title: "one" });
  });

  test("C6 a server that never says welcome is left for another attempt", async () => {
    call({ timings: { ...quick, patience: 20 } });
    const silent = await wire.peers.next();
    await silent.closed;
    await wire.peers.next();
  });

  test("a token that can be none stops it", async () => {
    const { status } = call({ token: "not a token" });
    expect(await status("stopped")).toMatchObject({ reason: "token-refused" });
  });
});

describe("C5 a refused connection asks why", () => {
  beforeEach(() => {
    wire.refusing = true;
  });

  test.each([
    [400, "bad-address"],
    [401, "token-refused"],
    [403, "not-allowed"],
    [404, "no-such-room"],
  ])("%i stops it: %s", async (status, reason) => {
    wire.status = status;
    const caller = call({ token: "aaa.bbb.ccc" });
    const asked = await wire.asked.next();
    expect([asked.url, asked.headers.authorization]).toEqual(["/api/rooms/vardagsrum", "Bearer aaa.bbb.ccc"]);
    expect(await caller.status("stopped")).toMatchObject({ reason });
  });

  test.each([200, 429, 503])("%i does not: it tries again", async (status) => {
    wire.status = status;
    const caller = call();
    await wire.asked.next();
    await caller.status("lost");
    await wire.asked.next();
    wire.refusing = false;
    (await wire.peers.next()).send(welcome);
    await caller.status("open");
  });
});

describe("requests", () => {
  test("a request resolves with its event, after the frame was heard", async () => {
    const { connection, frames, peer } = await admitted();
    const answer = connection.request({ type: "rename", title: "one" });
    const { id } = await peer.next("rename");
    const renamed: ServerFrame = { type: "renamed", rev: 25, at: 0, by: "tab-1", id, title: "one" };
    peer.send(renamed);
    expect(await answer).toEqual(renamed);
    expect(frames.waiting).toBe(1);
    expect(connection.unanswered).toBe(0);
  });

  test.each([
    ["resumed", resumed],
    ["welcome", welcome],
  ])("R5 after a cut and %s, the unanswered ones come again with the same ids, in order", async (_, admission) => {
    const { connection, peer } = await admitted();
    for (const title of ["one", "two", "three"]) void connection.request({ type: "rename", title });
    const ids = [await peer.next("rename"), await peer.next("rename"), await peer.next("rename")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    peer.send({ type: "accepted", id: ids[0] ?? "", rev: 25 });
    peer.cut();
    void connection.request({ type: "rename", title: "four" });
    const again = await wire.peers.next();
    again.send(admission);
    const repeated = [await again.next("rename"), await again.next("rename"), await again.next("rename")];
    expect(repeated.map(({ title }) => title)).toEqual(["two", "three", "four"]);
    expect(repeated.slice(0, 2).map(({ id }) => id)).toEqual(ids.slice(1));
  });

  test("R5 the answer may be among the frames that follow resumed", async () => {
    const { connection, peer } = await admitted();
    const answer = connection.request({ type: "rename", title: "one" });
    const { id } = await peer.next("rename");
    peer.cut();
    const again = await wire.peers.next();
    again.send({ ...resumed, rev: 25 }, { type: "renamed", rev: 25, at: 0, by: "tab-1", id, title: "one" });
    expect(await answer).toMatchObject({ type: "renamed", rev: 25 });
  });

  test("R5 ids of a reloaded page are not those of the page before", async () => {
    const ids = new Set<string>();
    for (let page = 0; page < 2; page++) {
      const { connection, peer } = await admitted();
      void connection.request({ type: "rename", title: "one" });
      ids.add((await peer.next("rename")).id);
      connection.close();
    }
    expect(ids.size).toBe(2);
  });

  test("E4 R7 unavailable: all come again in order, and saving is stalled meanwhile", async () => {
    const { connection, peer, status } = await admitted();
    const answer = connection.request({ type: "rename", title: "one" });
    void connection.request({ type: "rename", title: "two" });
    const [one, two] = [await peer.next("rename"), await peer.next("rename")];
    for (const { id } of [one, two]) peer.send({ type: "rejected", id, code: "unavailable", message: "later" });
    expect(await status("open")).toMatchObject({ saving: "stalled" });
    expect([await peer.next("rename"), await peer.next("rename")]).toEqual([one, two]);
    peer.send({ type: "accepted", id: one.id, rev: 25 });
    expect(await answer).toMatchObject({ rev: 25 });
    expect(connection.status).not.toHaveProperty("saving");
  });

  test("E1 a request too large to be sent is refused here, and the connection lives", async () => {
    const { connection, peer } = await admitted();
    const answer = await connection.request({ type: "rename", title: "å".repeat(9_000) });
    expect(answer).toMatchObject({ type: "rejected", code: "unavailable" });
    void connection.request({ type: "rename", title: "short" });
    expect(await peer.next("rename")).toMatchObject({ title: "short" });
  });

  test("E2 frames that are none, and types of a later version, do not disturb it", async () => {
    const { frames, peer } = await admitted();
    peer.say("not json");
    peer.say('{"type":"weather"}');
    peer.socket.send(Buffer.from([1, 2, 3]), { binary: true });
    peer.send({ type: "left", client: "tab-2" });
    expect(await frames.next()).toEqual({ type: "left", client: "tab-2" });
  });

  test("what was not answered when it is closed hears so", async () => {
    const { connection } = await admitted();
    const answer = connection.request({ type: "rename", title: "one" });
    connection.close();
    expect(await answer).toMatchObject({ type: "rejected", code: "unavailable" });
    expect(await connection.request({ type: "rename", title: "two" })).toMatchObject({ type: "rejected" });
  });
});

describe("staying alive", () => {
  test("P1 a ping is answered with its id", async () => {
    const { peer } = await admitted();
    peer.send({ type: "ping", id: "7" });
    expect(await peer.next("pong")).toEqual({ type: "pong", id: "7" });
  });

  test("P1 a line that says nothing, not even after a ping, is lost and replaced", async () => {
    const { peer, status } = await admitted({ timings: { ...quick, silence: 20, patience: 60 } });
    await peer.next("ping");
    await status("lost");
    (await wire.peers.next()).send(resumed);
    await status("open");
  });

  test("a hint that the network changed makes it look at once", async () => {
    const { connection, peer, status } = await admitted({ timings: { ...quick, hurry: 20 } });
    connection.checkNow();
    await peer.next("ping");
    await status("lost");
  });

  test("a hint ends the wait for the next attempt", async () => {
    const { connection, peer, status } = await admitted({ timings: { ...quick, reconnect: [60_000, 60_000] } });
    peer.cut();
    await status("lost");
    connection.checkNow();
    await wire.peers.next();
  });

  test("M1 motion is dropped while the line is away, not kept", async () => {
    const { connection, peer, status } = await admitted();
    peer.cut();
    await status("lost");
    connection.send({ type: "cursor", x: 1, y: 1 });
    const again = await wire.peers.next();
    again.send(resumed);
    await status("open");
    connection.send({ type: "cursor", x: 2, y: 2 });
    expect(await again.next("cursor")).toMatchObject({ x: 2 });
  });

  test("the time of the loss stays while it tries again", async () => {
    const { peer, status } = await admitted();
    wire.refusing = true;
    wire.status = 503;
    peer.cut();
    const first = await status("lost");
    await wire.asked.next();
    await wire.asked.next();
    expect((await status("lost")).since).toBe(first.since);
  });
});

describe("E7 bye", () => {
  test.each([
    [4401, "token-refused"],
    [4403, "not-allowed"],
    [4404, "no-such-room"],
    [4409, "replaced"],
  ])("%i stops it for good: %s", async (code, reason) => {
    const { peer, status } = await admitted();
    peer.send({ type: "bye", code, reason: "" });
    expect(await status("stopped")).toMatchObject({ reason });
    await peer.closed;
  });

  test.each([4408, 4429, 4500])("after %i it comes back", async (code) => {
    const { peer, status } = await admitted();
    peer.send({ type: "bye", code, reason: "" });
    await status("lost");
    await wire.peers.next();
  });

  test("after 4503 it comes back when the server says", async () => {
    const { peer } = await admitted({ timings: { ...quick, reconnect: [60_000, 60_000] } });
    peer.send({ type: "bye", code: 4503, reason: "draining", retryAfterMs: 10 });
    await wire.peers.next();
  });
});

describe("R6 the resume key", () => {
  test("survives a reload, but only that", async () => {
    const storage = memoryStorage();
    const { connection } = await admitted({ storage });
    const duplicated = await admitted({ storage });
    expect(duplicated.peer.offered).toEqual(["homstyle.room.v1"]);
    connection.keepForReload();
    const reloaded = await admitted({ storage });
    expect(reloaded.peer.offered).toContain(`homstyle.resume.${welcome.you.resume}`);
    const another = await admitted({ storage });
    expect(another.peer.offered).toEqual(["homstyle.room.v1"]);
  });

  test("belongs to its room", async () => {
    const storage = memoryStorage();
    const { connection } = await admitted({ storage });
    connection.keepForReload();
    expect((await admitted({ storage, room: "kitchen" })).peer.offered).toEqual(["homstyle.room.v1"]);
  });

  test("is taken back when the page was hidden but stays", async () => {
    const storage = memoryStorage();
    const { connection } = await admitted({ storage });
    connection.keepForReload();
    connection.checkNow();
    expect((await admitted({ storage })).peer.offered).toEqual(["homstyle.room.v1"]);
  });

  test("is forgotten by a client that was replaced", async () => {
    const storage = memoryStorage();
    const { connection, peer, status } = await admitted({ storage });
    peer.send({ type: "bye", code: 4409, reason: "replaced" });
    await status("stopped");
    connection.keepForReload();
    expect((await admitted({ storage })).peer.offered).toEqual(["homstyle.room.v1"]);
  });
});
