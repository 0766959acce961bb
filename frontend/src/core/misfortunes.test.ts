import { expect, test } from "vitest";
import type { Designer } from "./designer";
import type { Item, Pose } from "./protocol";
import { Random } from "./testing/random";
import { RoomServer } from "./testing/roomServer";
import { shows, tab, until } from "./testing/tab";

const names = ["Guest 1", "Guest 2", "Guest 3"];

test.each([11, 12, 13, 14])(
  "R3 R5 R7 three people, and everything that can go wrong on the way (seed %i)",
  async (seed) => {
    const random = new Random(seed);
    const server = await RoomServer.listen();
    server.losing = () => random.share() < 0.05;
    const tabs = await Promise.all(names.map((name) => tab(server.origin, { name })));
    const wanted = { placed: 0, renamed: 0 };
    for (let step = 0; step < 250; step++) {
      act(random, random.one(tabs), wanted);
      misfortune(random, server);
      if (random.share() < 0.4) await new Promise((resolve) => setTimeout(resolve, random.whole(0, 4)));
    }
    server.failing = server.unreachable = server.cuttingAfterRequests = false;
    server.losing = () => false;
    for (const designer of tabs) designer.drop();
    // Whoever missed an answer, and would hear nothing more, hears of it by this.
    tabs[0]?.rename(`Nearly the end of ${seed}`);
    wanted.renamed++;
    await Promise.all(tabs.map(settled));
    // A lock that came when nobody wanted it any more is on its way back.
    await until(() => server.room.locks.size === 0);
    // One change more, so that whoever missed the last one hears of it.
    tabs[0]?.rename(`The end of ${seed}`);
    wanted.renamed++;
    await Promise.all(tabs.map((designer) => shows(designer, ({ room }) => room?.title === `The end of ${seed}`)));

    const { items, locks, rev } = server.room;
    expect(rev).toBeGreaterThan(20);
    for (const { view } of tabs) {
      expect(view.room).toMatchObject({ rev, items, locks });
      expect(view.shown).toEqual(items);
    }
    const stored = (type: string): number => server.room.journal.filter((event) => event.type === type).length;
    expect({ placed: stored("placed"), renamed: stored("renamed") }).toEqual(wanted);
    for (const numbers of firstArrivals(server)) {
      expect(numbers).toEqual(Array.from(numbers, (_, index) => index + 1));
    }
    for (const designer of tabs) designer.close();
    await server.close();
  },
  30_000,
);

/** Does something at random, and counts what must be stored once whatever happens on the way. */
function act(random: Random, designer: Designer, wanted: { placed: number; renamed: number }): void {
  const item = random.share() < 0.9 ? pick(random, designer) : undefined;
  const pose = { x: random.whole(0, 5000), y: random.whole(0, 4000), rotation: random.whole(0, 359) };
  random.one([
    () => designer.view.shown.size < 8 && designer.place("chair", pose) && wanted.placed++,
    () => item && designer.press(item),
    () => item && designer.press(item) && designer.drag(item, pose),
    () => item && designer.drag(item, pose),
    () => item && designer.nudge(item, 10, 0),
    () => item && random.share() < 0.3 && designer.remove(item),
    () => designer.group.take(designer.view.shown.keys(), "pointer"),
    () => designer.group.drag(new Map(designer.group.standing(designer.view.holds.keys()).map(moved))),
    () => designer.group.adjust(designer.view.shown.keys(), (items) => new Map(items.map(moved))),
    () => item && random.share() < 0.2 && designer.group.remove([item]),
    () => designer.drop(),
    () => designer.drop(),
    () => designer.cancel(),
    () => designer.leave(),
    () => designer.rename(`Room ${++wanted.renamed}`),
    () => designer.cursor(pose.x, pose.y),
  ])();
}

const moved = ({ item, x, y, rotation }: Item): [string, Pose] => [item, { x: (x + 10) % 5000, y, rotation }];

function pick(random: Random, designer: Designer): string | undefined {
  const items = [...designer.view.shown.keys()];
  return items.length > 0 ? random.one(items) : undefined;
}

function misfortune(random: Random, server: RoomServer): void {
  const chance = random.share();
  if (chance < 0.03) server.cut(random.one(names));
  else if (chance < 0.06) server.cuttingAfterRequests = true;
  else if (chance < 0.09) server.failing = !server.failing;
  else if (chance < 0.11) server.announce(server.room.release(`tab-${random.whole(1, 3)}`, "expired"));
  else if (chance < 0.13) server.unreachable = random.share() < 0.3;
}

const settled = (designer: Designer): Promise<void> =>
  shows(designer, ({ unsaved, holds, status }) => status.state === "open" && unsaved === 0 && holds.size === 0);

/** The numbers of the requests by page, each at its first arrival. An id is a page's name and a number. */
function firstArrivals(server: RoomServer): readonly (readonly number[])[] {
  const pages = new Map<string, number[]>();
  for (const id of new Set(server.requests.map((request) => request.id))) {
    const end = id.lastIndexOf("-");
    const page = id.slice(0, end);
    pages.set(page, [...(pages.get(page) ?? []), Number(id.slice(end + 1))]);
  }
  return [...pages.values()];
}
