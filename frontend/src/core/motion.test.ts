import { describe, expect, test } from "vitest";
import { GLIDE_MS, heard, latestDrags, pruned, sample, stillness } from "./motion";
import type { MotionFrame } from "./protocol";
import { welcomed } from "./room";
import { welcomeFrame } from "./testing/fixtures";

const room = welcomed(welcomeFrame());
const cursor = (x: number, y: number): MotionFrame => ({ type: "motion", cursors: [["tab-2", x, y]], drags: [] });
const drag = (x: number, rotation: number): MotionFrame => {
  return { type: "motion", cursors: [], drags: [["tab-2", "armchair-1", x, 0, rotation]] };
};

describe("M1 motion of others", () => {
  test("nothing heard, nothing to draw", () => {
    expect(sample(stillness, 5)).toEqual({ cursors: [], drags: new Map(), moving: false });
  });

  test("the first sample is where it is", () => {
    const picture = sample(heard(stillness, cursor(100, 200), 1000), 1000);
    expect(picture.cursors).toEqual([{ client: "tab-2", x: 100, y: 200, at: 1000 }]);
  });

  test("later ones are approached evenly, and reached", () => {
    const motion = heard(heard(stillness, cursor(0, 0), 0), cursor(60, 120), 1000);
    const at = (now: number) => sample(motion, now).cursors.map(({ x, y }) => [x, y])[0];
    expect(at(1000)).toEqual([0, 0]);
    expect(at(1000 + GLIDE_MS / 2)).toEqual([30, 60]);
    expect(at(1000 + GLIDE_MS)).toEqual([60, 120]);
    expect(at(9000)).toEqual([60, 120]);
    expect([sample(motion, 1001).moving, sample(motion, 1000 + GLIDE_MS).moving]).toEqual([true, false]);
  });

  test("a sample that comes on the way continues from there: no jump", () => {
    const first = heard(heard(stillness, cursor(0, 0), 0), cursor(60, 0), 1000);
    const second = heard(first, cursor(0, 0), 1000 + GLIDE_MS / 2);
    expect(sample(second, 1000 + GLIDE_MS / 2).cursors[0]?.x).toBe(30);
  });

  test("a piece turns the short way round", () => {
    const motion = heard(heard(stillness, drag(0, 350), 0), drag(0, 10), 1000);
    expect(sample(motion, 1000 + GLIDE_MS / 4).drags.get("armchair-1")?.rotation).toBeCloseTo(355);
    expect(sample(motion, 1000 + (GLIDE_MS * 3) / 4).drags.get("armchair-1")?.rotation).toBeCloseTo(5);
  });

  test("another holder's drag does not glide over from the last one's", () => {
    const before = heard(stillness, drag(0, 0), 0);
    const after = heard(before, { type: "motion", cursors: [], drags: [["tab-3", "armchair-1", 500, 0, 0]] }, 1000);
    expect(sample(after, 1000).drags.get("armchair-1")).toMatchObject({ client: "tab-3", x: 500 });
  });

  test("a frame of cursors leaves the drags as they are", () => {
    const motion = heard(stillness, drag(7, 0), 0);
    expect(heard(motion, cursor(1, 1), 5).drags).toBe(motion.drags);
    expect(latestDrags(motion.drags)).toEqual([{ client: "tab-2", item: "armchair-1", x: 7, y: 0, rotation: 0 }]);
  });
});

describe("forgetting motion", () => {
  const motion = heard(heard(stillness, cursor(1, 2), 0), drag(3, 0), 0);

  test("while somebody is here and holds the piece, nothing is forgotten", () => {
    const still = pruned(motion, room);
    expect(still.cursors).toBe(motion.cursors);
    expect(still.drags).toBe(motion.drags);
  });

  test("P1 who is gone has no cursor", () => {
    expect(pruned(motion, { ...room, clients: new Map() }).cursors.size).toBe(0);
  });

  test("L2 a drag without the lock is not drawn", () => {
    expect(pruned(motion, { ...room, locks: new Map() }).drags.size).toBe(0);
  });
});
