import { describe, expect, test } from "vitest";
import { at, granted, openHouse, placeOf, settled, texts } from "./testing/house";
import { quickTimings, shows, until } from "./testing/tab";

const house = openHouse();
const { enter, chair } = house;

describe("placing, renaming, removing", () => {
  test("L7 a placed piece shows at once, selected, and then is the server's", async () => {
    const one = await enter();
    const item = one.place("sofa") ?? "";
    expect(one.view.shown.get(item)).toEqual({ item, sku: "sofa", x: 2600, y: 2150, rotation: 0 });
    expect([one.view.selection, one.view.unsaved, one.view.room?.items.size]).toEqual([item, 1, 0]);
    await settled(one);
    expect(one.view.room?.items.get(item)).toEqual(one.view.shown.get(item));
    expect(house.server.room.rev).toBe(1);
  });

  test("a second piece does not land on the first", async () => {
    const one = await enter();
    const [first, second] = [one.place("sofa") ?? "", one.place("sofa") ?? ""];
    expect(placeOf(one, first)).not.toEqual(placeOf(one, second));
  });

  test("a piece that the room does not take goes away again, and it is said why", async () => {
    const one = await enter();
    const item = await chair(one);
    const twin = await enter("Guest 2");
    house.server.room.decide = (_, { id }) => ({ type: "rejected", id, code: "room-full", message: "full" });
    const refused = twin.place("sofa") ?? "";
    await shows(twin, ({ shown }) => !shown.has(refused));
    expect([...twin.view.shown.keys()]).toEqual([item]);
    expect(twin.view.selection).toBeUndefined();
    expect(texts(twin)).toEqual(["The room is full. Remove something to make space."]);
  });

  test("a new title shows at once, trimmed and cut; an empty one is none", async () => {
    const one = await enter();
    one.rename("   ");
    expect(one.view.unsaved).toBe(0);
    one.rename(`  ${"🪑".repeat(90)}  `);
    expect([...one.view.title]).toHaveLength(80);
    await settled(one);
    expect(house.server.room.title).toBe("🪑".repeat(80));
    one.rename("🪑".repeat(80));
    expect(one.view.unsaved).toBe(0);
  });

  test("L2 a removed piece is gone at once, and is locked for it", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    one.remove(item);
    expect(one.view.shown.has(item)).toBe(false);
    expect(one.view.selection).toBeUndefined();
    await shows(two, ({ room }) => room?.items.size === 0);
    await settled(one);
    expect(house.server.room.journal.map(({ type }) => type)).toEqual(["placed", "locked", "removed"]);
  });

  test("a piece that somebody else removes leaves the selection and the hand", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    two.select(item);
    one.remove(item);
    await shows(two, ({ selection }) => selection === undefined);
  });
});

describe("swapping", () => {
  test("L2 puts the new one in the old one's place, under the old one's lock", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    expect(await one.swap(item, "stool", at(1010))).toBe(true);
    const [made, ...others] = [...(one.view.room?.items.values() ?? [])];
    expect([made, others]).toMatchObject([{ sku: "stool", ...at(1010) }, []]);
    expect(one.view.selection).toBe(made?.item);
    await shows(two, ({ room }) => room?.items.size === 1 && room.items.has(made?.item ?? ""));
    expect(house.server.room.journal.map(({ type }) => type)).toEqual(["placed", "locked", "removed", "placed"]);
    expect(house.server.room.locks.size).toBe(0);
    one.undo();
    await shows(two, ({ room }) => room?.items.size === 1 && room.items.has(item));
  });

  test("of what somebody else has is refused, and nothing changes", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    two.press(item);
    await granted(two, item);
    await shows(one, ({ room }) => room?.locks.has(item) ?? false);
    expect(await one.swap(item, "stool", at(1010))).toBe(false);
    expect([...(one.view.room?.items.keys() ?? [])]).toEqual([item]);
    expect(texts(one)).toEqual(["Guest 2 is moving this right now"]);
  });

  test("of what somebody else took just before is refused as well", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    house.server.losing = ({ name }, { type }) => name === "Guest 1" && type === "locked";
    two.press(item);
    await granted(two, item);
    expect(await one.swap(item, "stool", at(1010))).toBe(false);
    expect(texts(one)).toEqual(["Guest 2 is moving this right now"]);
  });

  test("in a room that takes no more leaves the old one, and lets go of it", async () => {
    const one = await enter();
    const item = await chair(one);
    const { room } = house.server;
    const decide = room.decide.bind(room);
    room.decide = (client, request) =>
      request.type === "arrange"
        ? { type: "rejected", id: request.id, code: "room-full", message: "full" }
        : decide(client, request);
    expect(await one.swap(item, "stool", at(1010))).toBe(false);
    await settled(one);
    expect([...one.view.shown.keys()]).toEqual([item]);
    expect([room.items.size, room.locks.size]).toEqual([1, 0]);
    expect(texts(one)).toEqual(["The room is full. Remove something to make space."]);
  });
});

describe("moving by hand", () => {
  test("R9 press, drag and drop: seen by the other before the drop, stored once", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    expect(one.press(item)).toBe(true);
    expect(one.view.holds.get(item)).toBe("asking");
    one.drag(item, at(1400.4));
    expect(placeOf(one, item)).toEqual(at(1400));
    await granted(one, item);
    await shows(two, ({ shown }) => shown.get(item)?.x === 1400);
    expect(two.view.room?.items.get(item)?.x).toBe(1000);
    expect(two.motion(performance.now() + 1000).drags.get(item)).toMatchObject({ x: 1400, client: "tab-1" });
    one.drag(item, at(1500));
    one.drop();
    expect([placeOf(one, item), one.view.holds.size]).toEqual([at(1500), 0]);
    await shows(two, ({ room }) => room?.items.get(item)?.x === 1500 && room.locks.size === 0);
    await settled(one);
    expect(house.server.room.journal.map(({ type }) => type)).toEqual(["placed", "locked", "moved", "unlocked"]);
    expect(two.motion(performance.now()).drags.size).toBe(0);
  });

  test("a drop before the lock is granted is a move all the same", async () => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    one.drag(item, at(2000));
    one.drop();
    expect(placeOf(one, item)).toEqual(at(2000));
    await settled(one);
    expect(house.server.room.items.get(item)).toMatchObject(at(2000));
    expect(house.server.room.locks.size).toBe(0);
  });

  test("a click that moves nothing stores no move", async () => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    await granted(one, item);
    one.drop();
    await settled(one);
    expect(house.server.room.journal.map(({ type }) => type)).toEqual(["placed", "locked", "unlocked"]);
  });

  test("a quick click gives the lock back when it comes", async () => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    one.drop();
    expect(one.view.holds.size).toBe(0);
    await until(() => house.server.room.rev === 3);
    expect(house.server.room.locks.size).toBe(0);
  });

  test("a second press before the first one's lock comes keeps the piece in hand", async () => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    one.cancel();
    one.press(item);
    one.drag(item, at(3000));
    await granted(one, item);
    one.drop();
    await settled(one);
    expect(house.server.room.items.get(item)?.x).toBe(3000);
    expect(house.server.room.locks.size).toBe(0);
  });

  test("Escape gives it back; it returns", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    one.press(item);
    one.drag(item, at(1700));
    await granted(one, item);
    await shows(two, ({ shown }) => shown.get(item)?.x === 1700);
    one.cancel();
    expect(placeOf(one, item)).toEqual(at(1000));
    await shows(two, ({ shown, room }) => shown.get(item)?.x === 1000 && room?.locks.size === 0);
  });

  test("what one holds does not jump when a revision comes", async () => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    await granted(one, item);
    one.drag(item, at(1700));
    one.drop();
    one.press(item);
    one.drag(item, at(1900));
    await shows(one, ({ room }) => room?.items.get(item)?.x === 1700);
    expect(placeOf(one, item)).toEqual(at(1900));
    await granted(one, item);
    expect(placeOf(one, item)).toEqual(at(1900));
    one.cancel();
    expect(placeOf(one, item)).toEqual(at(1700));
  });

  test("a piece taken again before its lock came returns to where it was put down", async () => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    one.drag(item, at(1700));
    one.drop();
    one.press(item);
    one.drag(item, at(1900));
    one.cancel();
    expect(placeOf(one, item)).toEqual(at(1700));
    await settled(one);
    expect(house.server.room.items.get(item)?.x).toBe(1700);
  });

  test("L4 a piece held still is told again, so that its lock stays", async () => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    await until(() => house.server.motions.filter(({ type }) => type === "drag").length >= 3);
    expect(house.server.motions).toContainEqual({ type: "drag", item, ...at(1000), fence: 2 });
  });

  test("a piece not in hand cannot be dragged", async () => {
    const one = await enter();
    const item = await chair(one);
    one.drag(item, at(5));
    expect(placeOf(one, item)).toEqual(at(1000));
  });
});

describe("L1 L3 locks of others", () => {
  test("a piece that somebody holds cannot be pressed, and it is said who has it", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    one.press(item);
    await shows(two, ({ room }) => room?.locks.has(item) ?? false);
    expect(two.press(item)).toBe(false);
    expect(two.view.notices).toMatchObject([{ kind: "refused", item, text: "Guest 1 is moving this right now" }]);
  });

  test("when both press at once, one has it; the other's piece returns, and it is said kindly", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    const item = await chair(one);
    for (const [designer, x] of [
      [one, 1500],
      [two, 2500],
    ] as const) {
      designer.press(item);
      designer.drag(item, at(x));
      expect(placeOf(designer, item)).toEqual(at(x));
    }
    await until(() => [one, two].every(({ view }) => view.holds.get(item) !== "asking"));
    const [winner, loser] = one.view.holds.size === 1 ? [one, two] : [two, one];
    expect(loser.view.holds.size).toBe(0);
    expect(texts(loser)).toEqual([`${winner.view.you?.name} is moving this right now`]);
    winner.drop();
    await shows(loser, ({ room, shown }) => room?.rev === 4 && shown.get(item)?.x === (winner === one ? 1500 : 2500));
  });

  test.each([
    ["expired", "Your hold on this piece ran out, so it went back."],
    ["forced", "The room's owner took this piece over, so it went back."],
    ["left", "The connection was away for too long, so this piece went back."],
  ] as const)("a lock that ends under one (%s) is told, and the piece returns", async (reason, text) => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    one.drag(item, at(1500));
    await granted(one, item);
    house.server.announce(house.server.room.release("tab-1", reason));
    await shows(one, ({ holds }) => holds.size === 0);
    expect(placeOf(one, item)).toEqual(at(1000));
    expect(texts(one)).toEqual([text]);
    one.drag(item, at(1600));
    one.drop();
    expect(placeOf(one, item)).toEqual(at(1000));
  });

  test("a viewer changes nothing, and is told why", async () => {
    const item = await chair(await enter());
    const viewer = await enter("Guest 2", { token: "viewer" });
    expect(viewer.press(item)).toBe(false);
    expect(viewer.place("sofa")).toBeUndefined();
    viewer.remove(item);
    viewer.nudge(item, 10, 0);
    viewer.rotate(item, 90);
    viewer.rename("Mine");
    viewer.undo();
    viewer.select(item);
    expect(viewer.view).toMatchObject({ unsaved: 0, selection: item, title: "Untitled room" });
    expect(viewer.view.notices).toMatchObject([{ kind: "readonly" }]);
    expect(house.server.room.rev).toBe(1);
  });
});

describe("moving by keys", () => {
  test("several keys are one lock and one move, let go after a pause", async () => {
    const one = await enter();
    const item = await chair(one);
    one.nudge(item, 10, 0);
    one.nudge(item, 10, 0);
    one.nudge(item, 0, -100);
    one.rotate(item, -90);
    expect(placeOf(one, item)).toEqual(at(1020, 900, 270));
    await settled(one);
    expect(house.server.room.journal.map(({ type }) => type)).toEqual(["placed", "locked", "moved", "unlocked"]);
    expect(house.server.room.items.get(item)).toMatchObject(at(1020, 900, 270));
  });

  test("a key within a drag is part of the drag", async () => {
    const one = await enter();
    const item = await chair(one);
    one.press(item);
    one.drag(item, at(1500));
    one.rotate(item, 90);
    // Told again a few times, it has been in hand for longer than a pause between keys.
    await until(() => house.server.motions.filter(({ type }) => type === "drag").length > 4);
    expect(one.view.holds.has(item)).toBe(true);
    one.drop();
    await settled(one);
    expect(house.server.room.items.get(item)).toMatchObject(at(1500, 1000, 90));
  });

  test("looking away completes keys and gives drags back", async () => {
    const one = await enter("Guest 1", { timings: { ...quickTimings, keyPause: 60_000 } });
    const [chairOne, chairTwo] = [await chair(one), await chair(one)];
    one.nudge(chairOne, 10, 0);
    one.press(chairTwo);
    one.drag(chairTwo, at(9));
    one.leave();
    await settled(one);
    await until(() => house.server.room.locks.size === 0);
    expect(house.server.room.items.get(chairOne)?.x).toBe(1010);
    expect(house.server.room.items.get(chairTwo)?.x).toBe(1000);
  });
});

describe("taking back", () => {
  test("U1 undo follows a move by keys that is not let go yet, and shows what it changed", async () => {
    const one = await enter("Guest 1", { timings: { ...quickTimings, keyPause: 60_000 } });
    const item = await chair(one);
    one.nudge(item, 10, 0);
    one.select();
    one.undo();
    await settled(one);
    await shows(one, ({ room }) => room?.items.get(item)?.x === 1000 && room.locks.size === 0);
    expect(house.server.room.journal.map(({ type }) => type).slice(1)).toEqual([
      "locked",
      "moved",
      "unlocked",
      "moved",
    ]);
    await shows(one, ({ selection }) => selection === item);
  });

  test("U2 nothing left to take back is said", async () => {
    const one = await enter();
    one.redo();
    await shows(one, ({ notices }) => notices.length === 1);
    expect(texts(one)).toEqual(["There is nothing of yours left to take back."]);
  });
});

describe("cursors", () => {
  test("M1 are seen by the others, and go with their owner", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    one.cursor(100.4, -200);
    one.cursor(300, 400);
    await shows(two, () => two.motion(performance.now() + 1000).cursors[0]?.x === 300);
    expect(two.motion(performance.now() + 1000).cursors).toMatchObject([{ client: "tab-1", x: 300, y: 400 }]);
    one.close();
    await shows(two, ({ room }) => room?.clients.size === 1);
    expect(two.motion(performance.now()).cursors).toEqual([]);
  });
});

describe("the view", () => {
  test("is the same value until something changes, and listeners hear of a change once", async () => {
    const one = await enter();
    expect(one.view).toBe(one.view);
    let told = 0;
    const stop = one.subscribe(() => told++);
    one.select("a");
    one.select("b");
    expect(one.view.selection).toBe("b");
    await Promise.resolve();
    expect(told).toBe(1);
    stop();
    one.select();
    await Promise.resolve();
    expect(told).toBe(1);
  });

  test("a cursor that moves leaves the pieces as they are", async () => {
    const [one, two] = [await enter(), await enter("Guest 2")];
    await chair(one);
    const { shown } = two.view;
    one.cursor(5, 5);
    await shows(two, () => two.motion(performance.now()).cursors.length === 1);
    expect(two.view.shown).toBe(shown);
  });
});
