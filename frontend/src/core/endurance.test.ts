import { describe, expect, test } from "vitest";
import { openOffice, quick, resumed, welcome } from "./testing/office";
import { memoryStorage } from "./testing/tab";

const office = openOffice();
const { admitted } = office;

describe("staying alive", () => {
  test("P1 a ping is answered with its id", async () => {
    const { peer } = await admitted();
    peer.send({ type: "ping", id: "7" });
    expect(await peer.next("pong")).toEqual({ type: "pong", id: "7" });
  });

  test("P1 a line that says nothing, not even after a ping, is lost and replaced", async () => {
    const { peer, status } = await admitted({ timings: { ...quick, silence: 20, patience: 1_000 } });
    await peer.next("ping");
    await status("lost");
    (await office.wire.peers.next()).send(resumed);
    await status("open");
  });

  test("P1 a line that answers its pings stays", async () => {
    const { connection, peer } = await admitted({ timings: { ...quick, silence: 100, patience: 600 } });
    // In all longer than a line lives whose pings are not answered.
    for (let pings = 0; pings < 8; pings++) {
      await peer.next("ping");
      peer.send({ type: "pong" });
    }
    expect(connection.status.state).toBe("open");
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
    await office.wire.peers.next();
  });

  test("M1 motion is dropped while the line is away, not kept", async () => {
    const { connection, peer, status } = await admitted();
    peer.cut();
    await status("lost");
    connection.send({ type: "cursor", x: 1, y: 1 });
    const again = await office.wire.peers.next();
    again.send(resumed);
    await status("open");
    connection.send({ type: "cursor", x: 2, y: 2 });
    expect(await again.next("cursor")).toMatchObject({ x: 2 });
  });

  test("the time of the loss stays while it tries again", async () => {
    const { peer, status } = await admitted();
    office.wire.refusing = true;
    office.wire.status = 503;
    peer.cut();
    const first = await status("lost");
    await office.wire.asked.next();
    await office.wire.asked.next();
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
    await office.wire.peers.next();
  });

  test("after 4503 it comes back when the server says", async () => {
    const { peer } = await admitted({ timings: { ...quick, reconnect: [60_000, 60_000] } });
    peer.send({ type: "bye", code: 4503, reason: "draining", retryAfterMs: 10 });
    await office.wire.peers.next();
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
