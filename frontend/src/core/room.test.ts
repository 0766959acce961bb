import { describe, expect, test } from "vitest";
import { isEvent } from "./protocol";
import type { Client, EventFrame, RequestFrame, ServerFrame } from "./protocol";
import { apply, welcomed } from "./room";
import type { Room } from "./room";
import { serverFrames, welcomeFrame } from "./testing/fixtures";
import { MiniRoom } from "./testing/miniRoom";
import { Random } from "./testing/random";

const start = welcomed(welcomeFrame());

function after(room: Room, ...frames: readonly ServerFrame[]): Room {
  return frames.reduce((before, frame) => {
    const next = apply(before, frame);
    if (next === "gap") throw new Error(`${JSON.stringify(frame)} does not follow revision ${before.rev}`);
    return next;
  }, room);
}

const moved = (rev: number, x: number): EventFrame => {
  return { type: "moved", rev, at: 0, by: "tab-2", item: "sofa-1", x, y: 10, rotation: 90 };
};

describe("following the room", () => {
  test("R3 the fixtures' conversation, revision by revision", () => {
    const events = serverFrames().filter(isEvent);
    const conversation = events.filter(({ rev }) => rev > start.rev).sort((one, other) => one.rev - other.rev);
    const room = after(start, ...conversation);
    expect(room.rev).toBe(48);
    expect(room.plan.obstacles).toHaveLength(3);
    expect([...room.items.keys()].sort()).toEqual(["armchair-1", "lamp-1", "lamp-2", "rug-1", "sofa-2", "table-1"]);
    const finishes = ["armchair-1", "lamp-2", "sofa-2"].map((item) => room.items.get(item)?.finish);
    expect(finishes).toEqual(["sage", undefined, "oat"]);
    expect([...room.locks.keys()]).toEqual([]);
    expect(room.title).toBe("Sommarstuga 🌞");
    expect(room.plan.outline).toHaveLength(6);
  });

  test("R3 a revision seen before changes nothing", () => {
    const room = after(start, moved(25, 1));
    expect(apply(room, moved(25, 2))).toBe(room);
    expect(apply(room, moved(3, 2))).toBe(room);
  });

  test("R3 a skipped revision is a gap", () => {
    expect(apply(start, moved(26, 1))).toBe("gap");
  });

  test("L1 the fence of a lock is the revision that granted it", () => {
    const room = after(start, {
      type: "locked",
      rev: 25,
      at: 0,
      by: "tab-1",
      items: ["sofa-1", "rug-1"],
      name: "Guest 1",
      color: "#123456",
      until: 9,
    });
    expect(room.locks.get("rug-1")).toEqual({
      item: "rug-1",
      by: "tab-1",
      name: "Guest 1",
      color: "#123456",
      until: 9,
      fence: 25,
    });
  });

  test("removing a piece ends its lock with it", () => {
    const room = after(start, { type: "removed", rev: 25, at: 0, by: "tab-2", item: "armchair-1" });
    expect(room.locks.has("armchair-1")).toBe(false);
  });

  test("a room's first revision sets its title and plan", () => {
    const untouched = welcomed(welcomeFrame({ rev: 0, items: [], locks: [] }));
    const { outline, height, openings } = welcomeFrame();
    const created: EventFrame = {
      type: "created",
      rev: 1,
      at: 0,
      by: "tab-1",
      title: "Loft",
      outline,
      height,
      openings,
    };
    expect(after(untouched, created)).toMatchObject({ rev: 1, title: "Loft", plan: { height } });
  });

  test("the room itself is never changed", () => {
    const before = structuredClone({ items: start.items, locks: start.locks, clients: start.clients });
    after(start, moved(25, 1), { type: "left", client: "tab-2" });
    expect({ items: start.items, locks: start.locks, clients: start.clients }).toEqual(before);
  });

  test("pieces that did not move keep their identity", () => {
    const room = after(start, moved(25, 1));
    expect(room.items.get("rug-1")).toBe(start.items.get("rug-1"));
  });
});

describe("who is here", () => {
  const third: Client = { client: "tab-3", user: "user-3", name: "Guest 3", color: "#fff", role: "viewer" };

  test("P1 joined, left and the whole list agree", () => {
    const joined = after(start, { type: "joined", ...third });
    expect(joined.clients.get("tab-3")).toEqual(third);
    expect(after(joined, { type: "left", client: "tab-3" }).clients).toEqual(start.clients);
    expect(after(joined, { type: "clients", clients: [third] }).clients).toEqual(new Map([["tab-3", third]]));
  });

  test("R4 resumed brings the people and leaves the revision to the frames that follow", () => {
    const you = { ...third, resume: "key" };
    const frame: ServerFrame = {
      type: "resumed",
      room: "vardagsrum",
      rev: 30,
      from: 24,
      version: "1",
      you,
      clients: [third],
    };
    expect(after(start, frame)).toEqual({ ...start, clients: new Map([["tab-3", third]]) });
  });

  test.each(["accepted", "rejected", "motion", "ping", "pong", "bye"])("a %s is not about the room", (type) => {
    const frame = serverFrames().find((one) => one.type === type) as ServerFrame;
    expect(apply(start, frame)).toBe(start);
  });
});

describe.each([1, 2, 3, 4, 5, 6, 7, 8])("R3 a random history (seed %i)", (seed) => {
  const random = new Random(seed);
  const server = new MiniRoom();
  const somebody = [...welcomeFrame().clients];
  const welcomes = [welcomed(welcomeFrame(server.state()))];
  for (let id = 0; id < 300; id++) {
    const outcome = server.decide(random.one(somebody), randomRequest(random, server, String(id)));
    if (!("type" in outcome)) welcomes.push(welcomed(welcomeFrame(server.state())));
  }
  const end = welcomed(welcomeFrame(server.state()));

  test("from wherever one joins, following it leads to the same room", () => {
    expect(server.rev).toBeGreaterThan(50);
    for (const welcome of welcomes) {
      expect(after(welcome, ...server.journal.slice(welcome.rev))).toEqual(end);
    }
  });

  test("repeats and late frames do no harm, and no gap goes unnoticed", () => {
    let room = welcomes[0] as Room;
    for (const frame of shuffledLater(random, server.journal)) {
      const expected = frame.rev <= room.rev ? room.rev : frame.rev === room.rev + 1 ? frame.rev : "gap";
      const next = apply(room, frame);
      expect(next === "gap" ? next : next.rev).toBe(expected);
      if (next !== "gap") room = next;
      // What a server answers to `sync`.
      else room = after(room, ...server.journal.slice(room.rev, frame.rev));
    }
    expect(after(room, ...server.journal)).toEqual(end);
  });
});

function randomRequest(random: Random, server: MiniRoom, id: string): RequestFrame {
  const item = `item-${random.whole(1, 6)}`;
  const pose = { x: random.whole(-500, 500), y: random.whole(-500, 500), rotation: random.whole(0, 359) };
  const fence = server.locks.get(item)?.fence ?? 0;
  return random.one<RequestFrame>([
    { type: "place", id, item, sku: "chair", ...pose },
    { type: "lock", id, items: [item] },
    { type: "move", id, item, ...pose, fence },
    { type: "move", id, item, ...pose, fence, release: true },
    { type: "remove", id, item, fence },
    { type: "unlock", id, items: [item] },
    { type: "rename", id, title: `Room ${id}` },
  ]);
}

/** The frames in order, but with repeats of earlier ones and leaps ahead in between. */
function shuffledLater(random: Random, journal: readonly EventFrame[]): readonly EventFrame[] {
  return journal.flatMap((frame, index) => {
    const other = random.one(journal.slice(Math.max(0, index - 3), index + 4));
    return random.share() < 0.3 ? [other, frame] : [frame];
  });
}
