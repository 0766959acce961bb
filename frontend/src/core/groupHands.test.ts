/** Several pieces in one hand: one lock, one change, one step to undo. */
import { expect, test } from "vitest";
import type { Designer } from "./designer";
import { texts } from "../texts/texts";
import { MOST_AT_ONCE, type Item, type Pose } from "./protocol";
import { at, granted, openHouse, placeOf, settled, texts as said } from "./testing/house";
import { quickTimings, shows, until } from "./testing/tab";

const house = openHouse();
const { enter, chair } = house;

/** Two chairs, at 1000 and 2000. */
async function pair(one: Designer): Promise<[string, string]> {
  const [first, second] = [await chair(one), await chair(one)];
  one.put(second, at(2000));
  await settled(one);
  await Promise.all(house.tabs.map((tab) => shows(tab, () => placeOf(tab, second)?.x === 2000)));
  return [first, second];
}

const by =
  (dx: number) =>
  (items: readonly Item[]): ReadonlyMap<string, Pose> =>
    new Map(items.map(({ item, x, y, rotation }) => [item, { x: x + dx, y, rotation }]));

const requests = (type: string) => house.server.requests.filter((request) => request.type === type);

test("R10 M4 a drag is one lock, seen by the other on the way, one request at the drop, and one step to undo", async () => {
  const [one, two] = [await enter(), await enter("Guest 2")];
  const [first, second] = await pair(one);
  const before = house.server.room.rev;
  const locks = requests("lock").length;
  expect(one.group.take([first, second], "pointer").size).toBe(2);
  one.group.drag(by(300)(one.group.standing([first, second])));
  expect([placeOf(one, first), placeOf(one, second)]).toEqual([at(1300), at(2300)]);
  await shows(two, () => placeOf(two, first)?.x === 1300 && placeOf(two, second)?.x === 2300);
  expect(house.server.room.items.get(first)).toMatchObject(at(1000));
  one.group.drop();
  await settled(one);
  expect(requests("lock").length - locks).toBe(1);
  expect(house.server.room.journal.slice(before).map(({ type }) => type)).toEqual(["locked", "moved", "moved", "unlocked"]); // prettier-ignore
  await shows(two, ({ room }) => room?.locks.size === 0 && placeOf(two, second)?.x === 2300);

  two.put(second, at(2400));
  await settled(two);
  await shows(one, () => placeOf(one, second)?.x === 2400);
  two.undo();
  await shows(one, () => placeOf(one, second)?.x === 2300);
  one.undo();
  await shows(two, () => placeOf(two, first)?.x === 1000 && placeOf(two, second)?.x === 2000);
});

test("never shows half a group, however slowly its changes come", async () => {
  const one = await enter();
  const [first, second] = await pair(one);
  let torn = 0;
  one.subscribe(() => {
    if ((placeOf(one, first)?.x ?? 0) + 1000 !== placeOf(one, second)?.x) torn += 1;
  });
  one.group.adjust([first, second], by(10));
  await settled(one);
  await shows(one, ({ room }) => room?.locks.size === 0);
  expect([placeOf(one, first), placeOf(one, second), torn]).toEqual([at(1010), at(2010), 0]);
});

test("keys pressed one after the other are one change", async () => {
  const one = await enter();
  const items = await pair(one);
  for (let press = 0; press < 5; press++) expect(one.group.adjust(items, by(10))).toBe(2);
  await settled(one);
  expect(requests("arrange")).toHaveLength(1);
  expect(house.server.room.items.get(items[1])).toMatchObject(at(2050));
});

test("a drag that is cancelled gives all of it back", async () => {
  const one = await enter();
  const [first, second] = await pair(one);
  one.group.take([first, second], "pointer");
  one.group.drag(by(300)(one.group.standing([first, second])));
  await granted(one, first);
  one.cancel();
  expect([placeOf(one, first), placeOf(one, second)]).toEqual([at(1000), at(2000)]);
  await until(() => house.server.room.locks.size === 0);
  expect(requests("arrange")).toHaveLength(0);
});

test("what somebody else has stays, and it is said who has it", async () => {
  const [one, two] = [await enter(), await enter("Guest 2")];
  const [first, second] = await pair(one);
  two.press(second);
  await granted(two, second);
  await shows(one, ({ room }) => room?.locks.has(second) ?? false);
  expect(one.group.adjust([first, second], by(10))).toBe(1);
  expect(said(one)).toEqual([texts().group.leftOut(1, "Guest 2")]);
  await settled(one);
  expect([placeOf(one, first), placeOf(one, second)]).toEqual([at(1010), at(2000)]);
});

test("L1 when somebody was faster with one of them, the others are moved without it", async () => {
  const [one, two] = [await enter(), await enter("Guest 2")];
  const [first, second] = await pair(one);
  two.press(second);
  one.group.take([first, second], "pointer");
  one.group.drag(by(300)(one.group.standing([first, second])));
  await granted(two, second);
  await granted(one, first);
  expect([placeOf(one, first), placeOf(one, second)]).toEqual([at(1300), at(2000)]);
  expect(said(one)).toEqual([texts().group.leftOut(1, "Guest 2")]);
  one.group.drop();
  await settled(one);
  expect(house.server.room.items.get(first)).toMatchObject(at(1300));
});

test("a piece whose lock is taken away goes back, and the rest goes on", async () => {
  const one = await enter();
  const [first, second] = await pair(one);
  one.group.take([first, second], "pointer");
  one.group.drag(by(300)(one.group.standing([first, second])));
  await granted(one, first);
  const { room } = house.server;
  house.server.announce(room.release(one.view.you?.client ?? "", "forced"));
  await shows(one, ({ holds }) => holds.size === 0);
  expect([placeOf(one, first), placeOf(one, second)]).toEqual([at(1000), at(2000)]);
  expect(one.view.notices.map(({ kind }) => kind)).toEqual(["lost"]);
});

test("L2 where one lock was lost unheard the change is refused, and the other locks are given back", async () => {
  const one = await enter();
  const [first, second] = await pair(one);
  one.group.take([first, second], "pointer");
  one.group.drag(by(300)(one.group.standing([first, second])));
  await granted(one, first);
  const { server } = house;
  server.losing = () => true;
  server.announce(server.room.release(one.view.you?.client ?? "", "expired", [second]));
  server.losing = () => false;
  one.group.drop();
  await until(() => server.room.locks.size === 0);
  await shows(one, ({ room }) => room?.locks.size === 0);
  expect([placeOf(one, first), placeOf(one, second)]).toEqual([at(1000), at(2000)]);
  expect(requests("unlock").map((unlock) => unlock.type === "unlock" && unlock.items)).toContainEqual([first]);
});

test("removing several is one request, and one press brings all of them back", async () => {
  const [one, two] = [await enter(), await enter("Guest 2")];
  const [first, second] = await pair(one);
  one.selectAll([first, second]);
  expect(one.group.remove(one.view.group)).toBe(2);
  expect(one.view.shown.size).toBe(0);
  await shows(two, ({ room }) => room?.items.size === 0);
  await settled(one);
  expect(one.view.group.size).toBe(0);
  expect(requests("remove")).toHaveLength(0);
  one.undo();
  await shows(two, ({ room }) => room?.items.size === 2);
});

test("an undo waits for what is in hand", async () => {
  const one = await enter("Guest 1", { timings: { ...quickTimings, keyPause: 60_000 } });
  const [first, second] = await pair(one);
  one.group.adjust([first, second], by(10));
  one.undo();
  await shows(one, ({ room, unsaved }) => unsaved === 0 && room?.locks.size === 0);
  expect([placeOf(one, first), placeOf(one, second)]).toEqual([at(1000), at(2000)]);
  expect(requests("arrange")).toHaveLength(1);
});

test("several are selected, taken out and left out, and one of them is a single piece again", async () => {
  const one = await enter();
  const [first, second] = await pair(one);
  one.select(first);
  one.toggle(second);
  expect([one.view.selection, [...one.view.group]]).toEqual([undefined, [first, second]]);
  one.toggle(first);
  expect([one.view.selection, one.view.group.size]).toEqual([second, 0]);
  one.group.place(Array.from({ length: MOST_AT_ONCE }, (_, index) => ({ item: `more-${index}`, sku: "chair", ...at(0) }))); // prettier-ignore
  await settled(one);
  expect(requests("arrange")).toHaveLength(1);
  one.selectAll(one.view.shown.keys());
  expect(one.view.group.size).toBe(MOST_AT_ONCE);
  expect(said(one)).toEqual([texts().group.most(MOST_AT_ONCE)]);
});

test("L4 a piece that was just let go by itself and is taken with others stays in that hand", async () => {
  const one = await enter();
  const [first, second] = await pair(one);
  one.press(first);
  one.drop();
  one.group.take([first, second], "pointer");
  one.group.drag(by(300)(one.group.standing([first, second])));
  await granted(one, second);
  one.group.drop();
  await settled(one);
  expect(said(one)).toEqual([]);
  expect(house.server.room.items.get(first)).toMatchObject(at(1300));
  expect(house.server.room.locks.size).toBe(0);
});

test("a viewer's hands are closed", async () => {
  const one = await enter();
  const items = await pair(one);
  const viewer = await enter("Guest 2", { token: "viewer" });
  expect(viewer.group.adjust(items, by(10))).toBe(0);
  expect(viewer.group.remove(items)).toBe(0);
  expect(viewer.view.notices.map(({ kind }) => kind)).toEqual(["readonly"]);
});
