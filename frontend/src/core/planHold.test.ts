import { describe, expect, test } from "vitest";
import { texts } from "../texts/texts";
import { planBusySentence } from "./format";
import type { Plan } from "./protocol";
import { openHouse, settled, texts as said } from "./testing/house";
import { shows, until } from "./testing/tab";
import type { Designer } from "./designer";

const house = openHouse();

const wide: Plan = { outline: [[0, 0], [4500, 0], [4500, 5000], [0, 5000]], height: 2400, openings: [] }; // prettier-ignore
const low: Plan = { ...wide, height: 2000 };

const held = (designer: Designer) => shows(designer, ({ planHold }) => planHold === "mine");
const shown = ({ view }: Designer) => view.room?.plan.height;

describe("the room in somebody's hands", () => {
  test("L1 L2 is locked, reshaped for everybody, and given back", async () => {
    const [one, other] = [await house.enter(), await house.enter("Guest 2")];
    one.takePlan();
    expect(one.view.planHold).toBe("asking");
    await held(one);
    await shows(other, ({ room }) => room?.locks.get("plan")?.name === "Guest 1");
    one.reshape(wide);
    expect(one.view.room?.plan).toBe(wide);
    await shows(other, ({ room }) => room?.plan.height === 2400);
    one.releasePlan();
    expect(one.view.planHold).toBe("none");
    await shows(other, ({ room }) => room?.locks.size === 0);
    expect(one.view.room?.plan).toEqual(wide);
  });

  test("what stands in it for good is sent with it, also when the last of it goes", async () => {
    const [one, other] = [await house.enter(), await house.enter("Guest 2")];
    const obstacles: Plan["obstacles"] = [{ kind: "column", x: 900, y: 900, width: 300, depth: 300, height: 2400, rotation: 0 }]; // prettier-ignore
    one.takePlan();
    await held(one);
    one.reshape({ ...wide, obstacles });
    await shows(other, ({ room }) => room?.plan.obstacles?.length === 1);
    one.reshape({ ...wide, obstacles: [] });
    await shows(other, ({ room }) => room?.plan.height === 2400 && !room.plan.obstacles?.length);
  });

  test("M5 a sketch shows at once here and soon elsewhere, and leaves no trace when it is put back", async () => {
    const [one, other] = [await house.enter(), await house.enter("Guest 2")];
    one.takePlan();
    await held(one);
    const before = one.view.room?.plan;
    one.sketch(low);
    expect([one.view.sketching, shown(one)]).toEqual([true, 2000]);
    await shows(other, ({ sketching, room }) => sketching && room?.plan.height === 2000);
    one.sketch(undefined);
    expect([one.view.sketching, one.view.room?.plan]).toEqual([false, before]);
    await shows(other, ({ room }) => room?.plan.height === before?.height);
    one.reshape(wide);
    await shows(other, ({ sketching, room }) => !sketching && room?.plan.height === 2400);
    expect(house.server.requests.filter(({ type }) => type === "reshape")).toHaveLength(1);
  });

  test("M5 whoever comes while a hand is at it sees what it is at, and afterwards what came of it", async () => {
    const one = await house.enter();
    one.takePlan();
    await held(one);
    one.sketch(low);
    const other = await house.enter("Guest 2");
    await shows(other, ({ sketching, room }) => sketching && room?.plan.height === 2000);
    one.releasePlan();
    await shows(other, ({ sketching, room }) => !sketching && room?.locks.size === 0);
    expect(shown(other)).toBe(2000);
  });

  test("a sketch is kept before something is undone", async () => {
    const one = await house.enter();
    one.takePlan();
    await held(one);
    one.sketch(low);
    one.undo();
    expect([one.view.sketching, shown(one)]).toEqual([false, 2000]);
    await settled(one);
    expect(house.server.requests.map(({ type }) => type).slice(0, 3)).toEqual(["lock", "reshape", "undo"]);
  });

  test("a sketch is kept when the room is given back", async () => {
    const [one, other] = [await house.enter(), await house.enter("Guest 2")];
    one.takePlan();
    await held(one);
    one.sketch(low);
    one.releasePlan();
    expect(shown(one)).toBe(2000);
    await shows(other, ({ room }) => room?.plan.height === 2000 && room.locks.size === 0);
  });

  test("what is made of it before the lock is there goes out with it", async () => {
    const one = await house.enter();
    one.takePlan();
    one.reshape(wide);
    one.reshape(low);
    expect(shown(one)).toBe(2000);
    await until(() => house.server.room.plan.height === 2000);
    await settled(one);
    expect(house.server.requests.map(({ type }) => type)).toEqual(["lock", "reshape"]);
  });

  test("given back before the lock is there, it is given back when it comes", async () => {
    const one = await house.enter();
    one.takePlan();
    one.releasePlan();
    await until(() => house.server.requests.some(({ type }) => type === "unlock"));
    await settled(one);
    expect(house.server.room.locks.size).toBe(0);
  });

  test("what is made of it before the lock is there goes out with it, also when it is given back meanwhile", async () => {
    const one = await house.enter();
    one.takePlan();
    one.reshape(low);
    one.releasePlan();
    expect(shown(one)).toBe(2000);
    await until(() => house.server.requests.some(({ type }) => type === "unlock"));
    await settled(one);
    expect(house.server.requests.map(({ type }) => type)).toEqual(["lock", "reshape", "unlock"]);
    expect([house.server.room.plan.height, house.server.room.locks.size]).toEqual([2000, 0]);
  });

  test("taken again before the lock is there, it is kept", async () => {
    const one = await house.enter();
    one.takePlan();
    one.reshape(low);
    one.releasePlan();
    one.takePlan();
    await held(one);
    await settled(one);
    expect([house.server.room.plan.height, house.server.room.locks.size]).toEqual([2000, 1]);
  });

  test("L3 is nobody else's", async () => {
    const [one, other] = [await house.enter(), await house.enter("Guest 2")];
    one.takePlan();
    await held(one);
    other.takePlan();
    other.reshape(low);
    await shows(other, ({ notices }) => notices.length > 0);
    expect(said(other)).toEqual([planBusySentence("Guest 1")]);
    expect([other.view.planHold, other.view.room?.plan.height]).toEqual(["none", one.view.room?.plan.height]);
    other.reshape(low);
    expect(shown(other)).toBe(shown(one));
  });

  test("L4 stays so for as long as somebody looks", async () => {
    const one = await house.enter();
    one.takePlan();
    await held(one);
    const renewals = () => house.server.requests.filter(({ type }) => type === "lock").length;
    await until(() => renewals() >= 3);
    one.restPlan(true);
    await settled(one);
    const before = renewals();
    one.reshape(wide);
    await settled(one);
    expect(renewals()).toBe(before);
    one.restPlan(false);
    await until(() => renewals() > before);
    expect(one.view.planHold).toBe("mine");
  });

  test("L4 L5 is lost with its lock, and said so", async () => {
    const one = await house.enter();
    one.takePlan();
    await held(one);
    one.sketch(low);
    house.server.announce(house.server.room.release(one.view.you!.client, "expired"));
    await shows(one, ({ planHold }) => planHold === "none");
    expect([said(one), shown(one)]).toEqual([[texts().refusals.planLost], house.server.room.plan.height]);
  });

  test("L7 is not for viewers", async () => {
    const viewer = await house.enter("Guest 3", { token: "viewer" });
    viewer.takePlan();
    expect([viewer.view.planHold, said(viewer)]).toEqual(["none", [texts().refusals.viewer]]);
  });
});
