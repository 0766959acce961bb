/** A piece that is given another finish: taken, made, let go in one step, and shown at once. */
import { expect, test } from "vitest";
import { at, granted, openHouse, placeOf, settled, texts } from "./testing/house";
import { quickTimings, shows } from "./testing/tab";
import { busySentence } from "./format";

const house = openHouse();
const { enter, chair } = house;
const patient = { timings: { ...quickTimings, keyPause: 60_000 } };
const steps = () => house.server.room.journal.map(({ type }) => type);

test("F1 shows at once, is one change, and is seen by everybody", async () => {
  const [one, other] = [await enter("Guest 1", patient), await enter("Guest 2")];
  const item = await chair(one);
  one.finish(item, "oat");
  expect(one.view.shown.get(item)?.finish).toBe("oat");
  await settled(one);
  await shows(other, ({ shown }) => shown.get(item)?.finish === "oat");
  expect(steps()).toEqual(["placed", "locked", "finished", "unlocked"]);
});

test("the last of several quick choices is asked for, each at most once", async () => {
  const one = await enter("Guest 1", patient);
  const item = await chair(one);
  for (const finish of ["oat", "sage", "oat", "smoke-blue"]) one.finish(item, finish);
  await settled(one);
  expect(steps()).toEqual(["placed", "locked", "finished", "unlocked"]);
  one.finish(item, "smoke-blue");
  expect(one.view.unsaved).toBe(0);
  one.finish(item, "sage");
  await settled(one);
  expect(house.server.room.items.get(item)?.finish).toBe("sage");
});

test("what keys have just moved is let go with it, and both count", async () => {
  const one = await enter("Guest 1", patient);
  const item = await chair(one);
  one.nudge(item, 10, 0);
  one.finish(item, "oat");
  await settled(one);
  expect(house.server.room.items.get(item)).toMatchObject({ ...at(1010), finish: "oat" });
  expect(steps()).toEqual(["placed", "locked", "moved", "finished", "unlocked"]);
});

test("a choice while the piece is dragged counts, whatever becomes of the drag", async () => {
  const one = await enter("Guest 1", patient);
  const item = await chair(one);
  one.press(item);
  await granted(one, item);
  one.drag(item, at(3000));
  one.finish(item, "oat");
  expect(one.view.shown.get(item)).toMatchObject({ ...at(3000), finish: "oat" });
  one.cancel();
  await settled(one);
  expect(house.server.room.items.get(item)).toMatchObject({ ...at(1000), finish: "oat" });
});

test("a piece pressed before its lock has come keeps what was chosen", async () => {
  const one = await enter("Guest 1", patient);
  const item = await chair(one);
  one.finish(item, "oat");
  one.press(item);
  one.cancel();
  await settled(one);
  expect(house.server.room.items.get(item)?.finish).toBe("oat");
});

test("undo takes it back, and selects the piece", async () => {
  const one = await enter("Guest 1", patient);
  const item = await chair(one);
  one.finish(item, "oat");
  await settled(one);
  one.select();
  one.undo();
  await shows(one, ({ room }) => room?.items.get(item)?.finish === undefined);
  await shows(one, ({ selection }) => selection === item);
});

test("L2 what somebody else has stays as it is, and it is said why", async () => {
  const [one, other] = [await enter(), await enter("Guest 2")];
  const item = await chair(one);
  one.press(item);
  await granted(one, item);
  await shows(other, ({ room }) => room?.locks.has(item) ?? false);
  other.finish(item, "oat");
  expect(other.view.shown.get(item)?.finish).toBeUndefined();
  expect(texts(other)).toEqual([busySentence("Guest 1")]);
});

test("a finish that the room refuses goes away again, and it is said why", async () => {
  const one = await enter("Guest 1", patient);
  const item = await chair(one);
  const { decide } = house.server.room;
  house.server.room.decide = (client, request) =>
    request.type === "finish"
      ? {
          type: "rejected",
          id: request.id,
          code: "invalid",
          message: "",
          field: "finish",
          value: "oat",
          expected: "one of sage",
        }
      : decide.call(house.server.room, client, request);
  one.finish(item, "oat");
  await shows(one, ({ shown, unsaved }) => unsaved === 0 && shown.get(item)?.finish === undefined);
  expect(texts(one)).toEqual(["This change was not possible: finish is oat, expected one of sage."]);
  expect(placeOf(one, item)).toEqual(at(1000));
});

test("a piece is placed, and put in another's place, in a finish", async () => {
  const one = await enter();
  const item = one.place("sofa", at(2000), "oat") ?? "";
  await settled(one);
  expect(house.server.room.items.get(item)?.finish).toBe("oat");
  expect(await one.swap(item, "armchair", at(2500), "sage")).toBe(true);
  await settled(one);
  expect([...house.server.room.items.values()].map(({ sku, finish }) => [sku, finish])).toEqual([["armchair", "sage"]]);
});
