import { beforeEach, describe, expect, test } from "vitest";
import type { ServerFrame } from "./protocol";
import { openOffice, quick, resumed, welcome } from "./testing/office";

const office = openOffice();
const { admitted, call } = office;

describe("connecting", () => {
  test("C1 names the room, the person and the revision it holds", async () => {
    let revision: number | undefined;
    const { status, frames } = call({ name: "Guest 1 & co", revision: () => revision });
    const first = await office.wire.peers.next();
    expect(first.address.pathname).toBe("/api/rooms/vardagsrum/socket");
    expect([...first.address.searchParams]).toEqual([["name", "Guest 1 & co"]]);
    first.send(welcome);
    await frames.next();
    revision = 24;
    first.cut();
    await status("lost");
    expect((await office.wire.peers.next()).address.searchParams.get("since")).toBe("24");
  });

  test("C2 C3 credentials are offered beside the subprotocol, not in the address", async () => {
    const { peer, status } = await admitted({ token: "aaa.bbb.ccc" });
    expect(peer.offered).toEqual(["homstyle.room.v1", "homstyle.token.aaa.bbb.ccc"]);
    expect(peer.address.href).not.toContain("aaa");
    peer.cut();
    await status("lost");
    const again = await office.wire.peers.next();
    expect(again.offered).toEqual([
      "homstyle.room.v1",
      "homstyle.token.aaa.bbb.ccc",
      `homstyle.resume.${welcome.you.resume}`,
    ]);
  });

  test("C6 requests wait for the first frame, however long the socket is open", async () => {
    const { connection } = call();
    void connection.request({ type: "rename", title: "one" });
    const peer = await office.wire.peers.next();
    connection.send({ type: "cursor", x: 1, y: 1 });
    expect(peer.frames.waiting).toBe(0);
    peer.send(welcome);
    expect(await peer.next("rename")).toMatchObject({ title: "one" });
  });

  test("C6 a server that never says welcome is left for another attempt", async () => {
    call({ timings: { ...quick, patience: 20 } });
    const silent = await office.wire.peers.next();
    await silent.closed;
    await office.wire.peers.next();
  });

  test("a token that can be none stops it", async () => {
    const { status } = call({ token: "not a token" });
    expect(await status("stopped")).toMatchObject({ reason: "token-refused" });
  });
});

describe("C5 a refused connection asks why", () => {
  beforeEach(() => {
    office.wire.refusing = true;
  });

  test.each([
    [400, "bad-address"],
    [401, "token-refused"],
    [403, "not-allowed"],
    [404, "no-such-room"],
  ])("%i stops it: %s", async (status, reason) => {
    office.wire.status = status;
    const caller = call({ token: "aaa.bbb.ccc" });
    const asked = await office.wire.asked.next();
    expect([asked.url, asked.headers.authorization]).toEqual(["/api/rooms/vardagsrum", "Bearer aaa.bbb.ccc"]);
    expect(await caller.status("stopped")).toMatchObject({ reason });
  });

  test.each([200, 429, 503])("%i does not: it tries again", async (status) => {
    office.wire.status = status;
    const caller = call();
    await office.wire.asked.next();
    await caller.status("lost");
    await office.wire.asked.next();
    office.wire.refusing = false;
    (await office.wire.peers.next()).send(welcome);
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
    const again = await office.wire.peers.next();
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
    const again = await office.wire.peers.next();
    again.send({ ...resumed, rev: 25 }, { type: "renamed", rev: 25, at: 0, by: "tab-1", id, title: "one" });
    expect(await answer).toMatchObject({ type: "renamed", rev: 25 });
  });

  test("R4 R5 the answer may be among the changes that a welcome stands for, which a sync gets: it is asked for again", async () => {
    const { connection, peer } = await admitted();
    const answer = connection.request({ type: "rename", title: "one" });
    const { id } = await peer.next("rename");
    connection.send({ type: "sync", since: 24 });
    await peer.next("sync");
    peer.send({ ...welcome, rev: 2000 });
    expect((await peer.next("rename")).id).toBe(id);
    peer.send({ type: "accepted", id, rev: 1000 });
    expect(await answer).toMatchObject({ type: "accepted", rev: 1000 });
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
