/** A piece that is told where to stand: taken, moved and let go in one step. */
import { expect, test } from "vitest";
import { at, granted, openHouse, placeOf, settled, texts } from "./testing/house";
import { quickTimings, shows } from "./testing/tab";
import { busySentence } from "./format";

const house = openHouse();
const { enter, chair } = house;

test("shows at once and is one move, without a pause", async () => {
  const one = await enter("Guest 1", { timings: { ...quickTimings, keyPause: 60_000 } });
  const item = await chair(one);
  expect(one.put(item, at(1234, 2000, 90))).toBe(true);
  expect(placeOf(one, item)).toEqual(at(1234, 2000, 90));
  await settled(one);
  expect(house.server.room.journal.map(({ type }) => type)).toEqual(["placed", "locked", "moved", "unlocked"]);
  expect(house.server.room.items.get(item)).toMatchObject(at(1234, 2000, 90));
});

test("what keys have just moved is let go with it", async () => {
  const one = await enter("Guest 1", { timings: { ...quickTimings, keyPause: 60_000 } });
  const item = await chair(one);
  one.nudge(item, 10, 0);
  one.put(item, at(3000));
  await settled(one);
  expect(house.server.room.items.get(item)).toMatchObject(at(3000));
});

test("what somebody else has stays, and it is said why", async () => {
  const [one, other] = [await enter(), await enter("Guest 2")];
  const item = await chair(one);
  one.press(item);
  await granted(one, item);
  await shows(other, ({ room }) => room?.locks.has(item) ?? false);
  expect(other.put(item, at(3000))).toBe(false);
  expect([placeOf(other, item), texts(other)]).toEqual([at(1000), [busySentence("Guest 1")]]);
});
