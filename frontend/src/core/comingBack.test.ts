import { expect, test } from "vitest";
import { at, granted, openHouse, placeOf, settled, texts } from "./testing/house";
import { memoryStorage, quickTimings, shows, until } from "./testing/tab";

const house = openHouse();
const { enter, chair } = house;

test("R3 a lost frame is noticed and fetched, and nothing skipped is drawn", async () => {
  const [one, two] = [await enter(), await enter("Guest 2")];
  const item = await chair(one);
  house.server.losing = ({ name }, { rev }) => name === "Guest 2" && rev === 2;
  one.rename("First");
  one.rename("Second");
  await shows(two, ({ room }) => room?.rev === 3);
  expect(two.view.title).toBe("Second");
  expect(two.view.room?.items.has(item)).toBe(true);
});

test("R3 L1 a lock granted while frames are missing is held with its own fence, not an older one's", async () => {
  const one = await enter();
  const item = await chair(one);
  one.press(item);
  await granted(one, item);
  house.server.losing = (_, { rev }) => rev === 3;
  one.cancel();
  one.press(item);
  await granted(one, item);
  await shows(one, ({ room }) => room?.rev === 4);
  expect(one.view.holds.get(item)).toEqual({ fence: 4 });
  one.drop();
  await settled(one);
  await until(() => house.server.room.locks.size === 0);
});

test("R5 a move whose answer was cut off is stored once", async () => {
  const one = await enter();
  const item = await chair(one);
  one.press(item);
  one.drag(item, at(1500));
  await granted(one, item);
  house.server.cuttingAfterRequests = true;
  one.drop();
  await shows(one, ({ status }) => status.state === "lost");
  expect(placeOf(one, item)).toEqual(at(1500));
  await settled(one);
  expect(placeOf(one, item)).toEqual(at(1500));
  expect(house.server.room.journal.filter(({ type }) => type === "moved")).toHaveLength(1);
  expect(texts(one)).toEqual([]);
});

test("L5 R6 a held piece stays in hand over a short break, and others see it again", async () => {
  const one = await enter("Guest 1", { timings: { ...quickTimings, renew: 60_000 } });
  const two = await enter("Guest 2");
  const item = await chair(one);
  one.press(item);
  one.drag(item, at(1500));
  await granted(one, item);
  house.server.cut("Guest 1");
  await shows(one, ({ status }) => status.state === "lost");
  one.drag(item, at(1800));
  await shows(one, ({ status }) => status.state === "open");
  expect(one.view.holds.get(item)).toEqual({ fence: 2 });
  expect(one.view.you?.client).toBe("tab-1");
  await shows(two, ({ shown }) => shown.get(item)?.x === 1800);
  one.drop();
  await settled(one);
  expect(house.server.room.items.get(item)?.x).toBe(1800);
});

test("M1 whoever comes sees where a resting hand has a piece", async () => {
  const one = await enter("Guest 1", { timings: { ...quickTimings, renew: 60_000 } });
  const item = await chair(one);
  one.press(item);
  one.drag(item, at(1800));
  await granted(one, item);
  const late = await enter("Guest 2");
  await shows(late, ({ shown }) => shown.get(item)?.x === 1800);
});

test("L5 a lock that ended while one was away is lost, and the piece returns", async () => {
  const one = await enter();
  const item = await chair(one);
  one.press(item);
  one.drag(item, at(1500));
  await granted(one, item);
  house.server.unreachable = true;
  house.server.cut("Guest 1");
  await shows(one, ({ status }) => status.state === "lost");
  house.server.announce(house.server.room.release("tab-1", "left"));
  house.server.unreachable = false;
  await shows(one, ({ holds }) => holds.size === 0);
  expect(placeOf(one, item)).toEqual(at(1000));
  expect(texts(one)).toEqual(["The connection was away for too long, so this piece went back."]);
});

test("R4 after a welcome that does not list one's lock, one no longer holds it", async () => {
  const one = await enter();
  const item = await chair(one);
  one.press(item);
  one.drag(item, at(1500));
  await granted(one, item);
  const { outline, height, openings, items } = house.server.room.state();
  const you = { ...one.view.you!, resume: "key-tab-1" };
  const limits = { requestsPerSecond: 60, motionPerSecond: 120, messageBytes: 16_384, items: 2_000, clients: 1_000 };
  house.server.sendTo("Guest 1", {
    ...{ type: "welcome", room: "vardagsrum", rev: 9, version: "1", you, title: "Later", limits },
    ...{ outline, height, openings, items, locks: [], clients: [you] },
  });
  await shows(one, ({ holds }) => holds.size === 0);
  expect(placeOf(one, item)).toEqual(at(1000));
  expect(one.view.title).toBe("Later");
});

test("changes made while away are kept, shown, and stored in order afterwards", async () => {
  const one = await enter();
  const item = await chair(one);
  house.server.unreachable = true;
  house.server.cut("Guest 1");
  await shows(one, ({ status }) => status.state === "lost");
  one.rename("From afar");
  const lamp = one.place("lamp", at(300)) ?? "";
  one.press(lamp);
  one.drag(lamp, at(500));
  one.drop();
  one.remove(item);
  expect([one.view.title, placeOf(one, lamp), one.view.shown.has(item)]).toEqual(["From afar", at(500), false]);
  house.server.unreachable = false;
  await settled(one);
  expect(house.server.room.journal.map(({ type }) => type).slice(1)).toEqual([
    ...["renamed", "placed", "locked", "locked", "moved", "unlocked", "removed"],
  ]);
  expect([one.view.title, placeOf(one, lamp), one.view.shown.has(item)]).toEqual(["From afar", at(500), false]);
});

test("E4 while the journal is away changes stay on the screen, and are stored when it is back", async () => {
  const one = await enter();
  const item = await chair(one);
  house.server.failing = true;
  one.nudge(item, 10, 0);
  await shows(one, ({ status }) => status.saving === "stalled");
  expect(placeOf(one, item)).toEqual(at(1010));
  house.server.failing = false;
  await settled(one);
  expect(one.view.status.saving).toBeUndefined();
  expect(house.server.room.items.get(item)?.x).toBe(1010);
});

test("R6 a reloaded page is the same client and gives back what the page before had in hand", async () => {
  const storage = memoryStorage();
  const one = await enter("Guest 1", { storage });
  const item = await chair(one);
  one.press(item);
  await granted(one, item);
  house.server.failing = true;
  one.pageHidden();
  house.server.cut("Guest 1");
  one.close();
  house.server.failing = false;
  const reloaded = await enter("Guest 1", { storage });
  expect(reloaded.view.you?.client).toBe("tab-1");
  await shows(reloaded, ({ room }) => room?.locks.size === 0);
});

test("R6 a second page of the same client ends the first, which says why and changes nothing more", async () => {
  const storage = memoryStorage();
  const one = await enter("Guest 1", { storage });
  const item = await chair(one);
  one.press(item);
  one.pageHidden();
  await enter("Guest 1", { storage });
  await shows(one, ({ status }) => status.reason === "replaced");
  expect(one.view.holds.size).toBe(0);
  expect(one.press(item)).toBe(false);
  expect(texts(one)).toContain("This room is open in another tab. Continue there, or reload to use it here.");
});

test("E7 when the room is gone, nothing stays in hand", async () => {
  const one = await enter();
  const item = await chair(one);
  one.press(item);
  await granted(one, item);
  house.server.sendTo("Guest 1", { type: "bye", code: 4404, reason: "deleted" });
  await shows(one, ({ status }) => status.reason === "no-such-room");
  expect(one.view.holds.size).toBe(0);
});

test("after an upgrade of the server an old tab says so", async () => {
  const one = await enter("Guest 1", { version: "1" });
  expect(one.view.notices).toEqual([]);
  house.server.version = "2";
  house.server.cut("Guest 1");
  await shows(one, ({ notices }) => notices.some(({ kind }) => kind === "upgraded"));
});

test("an old tab loads again only when nobody types in it any more", async () => {
  let [asked, reloads] = [0, 0];
  let writing = true;
  const typing = () => asked++ >= 0 && writing;
  await enter("Guest 1", { version: "1", typing, reload: () => reloads++ });
  house.server.version = "2";
  house.server.cut("Guest 1");
  await until(() => asked > 1);
  expect(reloads).toBe(0);
  writing = false;
  await until(() => reloads > 0);
});
