import { describe, expect, test } from "vitest";
import { boundsOf, footprint } from "./geometry";
import type { Corner, Pose } from "./protocol";
import { heldAt, snapped, snapReach, type Dragged, type Held, type Neighbour } from "./snapping";
import { Random } from "./testing/random";

const outline: readonly Corner[] = [[0, 0], [4000, 0], [4000, 5000], [0, 5000]]; // prettier-ignore
const sofa: Dragged = { size: { width: 2000, depth: 900 }, hasBack: true };
const table: Dragged = { size: { width: 1600, depth: 900 }, hasBack: false };
const nothing: Held = { walls: [] };
const far = 0.1;

const at = (x: number, y: number, rotation = 0): Pose => ({ x, y, rotation });
const square = (id: string, x: number, y: number, width: number, depth: number): Neighbour => ({
  id,
  box: boundsOf(footprint(at(x, y), { width, depth })),
  square: true,
});

/** What becomes of a piece that a hand leads past some places. */
function led(piece: Dragged, places: readonly Pose[], neighbours: readonly Neighbour[] = [], held = nothing) {
  const around = { outline, neighbours, scale: far };
  return places.reduce((before, wanted) => snapped(wanted, piece, around, before.held), {
    pose: places[0]!,
    guides: [],
    held,
  } as ReturnType<typeof snapped>);
}

describe("walls", () => {
  test("draw a piece that is near, and keep it until it is further away", () => {
    const { on, off } = snapReach.touch;
    expect(led(table, [at(2000, 450 + on + 10)]).pose.y).toBe(450 + on + 10);
    expect(led(table, [at(2000, 450 + on)]).pose.y).toBe(450);
    expect(led(table, [at(2000, 450), at(2000, 450 + off)]).pose.y).toBe(450);
    expect(led(table, [at(2000, 450), at(2000, 450 + off + 10)]).pose.y).toBe(450 + off + 10);
  });

  test.each([
    ["north", at(2000, 500, 180), at(2000, 450, 0)],
    ["east", at(3500, 2500, 180), at(3550, 2500, 90)],
    ["south", at(2000, 4600), at(2000, 4550, 180)],
    ["west", at(500, 2500), at(450, 2500, 270)],
  ])("in the %s get a sofa's back", (_, wanted, pose) => {
    expect(led(sofa, [wanted]).pose).toEqual(pose);
  });

  test("get no back from a piece that has none", () => {
    expect(led(table, [at(500, 2500)]).pose).toEqual(at(800, 2500));
  });

  test("may be stood at with a side; only what is pushed on turns its back", () => {
    expect(led(sofa, [at(1050, 2500)]).pose).toEqual(at(1000, 2500));
    expect(led(sofa, [at(1050, 2500), at(950, 2500)]).pose).toEqual(at(1000, 2500));
    expect(led(sofa, [at(1050, 2500), at(900, 2500)]).pose).toEqual(at(450, 2500, 270));
  });

  test("give a piece its own turn back once it is away again", () => {
    expect(led(sofa, [at(500, 2500), at(900, 2500)]).pose.rotation).toBe(270);
    expect(led(sofa, [at(500, 2500), at(980, 2500)]).pose).toEqual(at(1000, 2500));
    expect(led(sofa, [at(500, 2500), at(1500, 2500)]).pose).toEqual(at(1500, 2500));
  });

  test("do not turn what stood at them with a side when it was taken", () => {
    const start = at(1000, 2500);
    const held = heldAt(start, sofa, outline);
    expect(led(sofa, [at(600, 2600)], [], held).pose).toEqual(at(1000, 2600));
    expect(led(sofa, [at(1500, 2600), at(600, 2600)], [], held).pose.rotation).toBe(270);
  });

  test("in a corner leave the back where it is", () => {
    expect(led(sofa, [at(2000, 480), at(500, 480)]).pose).toEqual(at(1000, 450));
    expect(led(sofa, [at(500, 2500), at(500, 1020)]).pose).toEqual(at(450, 1000, 270));
  });

  test("that slant are stood at too", () => {
    const slanted: readonly Corner[] = [[0, 0], [4000, 0], [3000, 5000], [0, 5000]]; // prettier-ignore
    const around = { outline: slanted, neighbours: [], scale: far };
    const { pose } = snapped(at(3050, 2500), sofa, around, nothing);
    expect(pose.rotation).toBe(101);
  });

  test("that the hand is behind draw nothing to their other side", () => {
    const partition: readonly Corner[] = [[0, 0], [2000, 0], [2000, 3000], [2150, 3000], [2150, 0], [5000, 0], [5000, 4000], [0, 4000]]; // prettier-ignore
    const breast: readonly Corner[] = [[0, 0], [1500, 0], [1500, 400], [2100, 400], [2100, 0], [5000, 0], [5000, 4000], [0, 4000]]; // prettier-ignore
    const shelf: Dragged = { size: { width: 900, depth: 300 }, hasBack: true };
    const hand = (where: Pose, room: readonly Corner[], piece = sofa) =>
      snapped(where, piece, { outline: room, neighbours: [], scale: far }, nothing).pose;
    expect(hand(at(3600, 2000), partition)).toEqual(at(3600, 2000));
    expect(hand(at(3500, 300), breast, shelf)).toEqual(at(3500, 300));
    // In the partition, the nearer side counts; so it does with another partition at its side.
    expect(hand(at(2060, 1500), partition)).toEqual(at(1550, 1500, 90));
    expect(hand(at(2100, 1500), partition)).toEqual(at(2600, 1500, 270));
    const two: readonly Corner[] = [[0, 0], [2000, 0], [2000, 3000], [2150, 3000], [2150, 0], [4000, 0], [4000, 3000], [4150, 3000], [4150, 0], [6000, 0], [6000, 4000], [0, 4000]]; // prettier-ignore
    expect(hand(at(2100, 1500), two)).toEqual(at(2600, 1500, 270));
    const random = new Random(11);
    for (let step = 0; step < 500; step++) {
      const wanted = at(random.whole(450, 5500), random.whole(450, 3500), random.whole(0, 359));
      const { x, y } = hand(wanted, two);
      // As far as the sofa reaches, and draws: it comes to stand around the hand.
      expect(Math.hypot(x - wanted.x, y - wanted.y)).toBeLessThan(1200);
    }
  });

  test("are met by a round piece with its rim, however it is turned", () => {
    const round: Dragged = { size: { width: 900, depth: 900, round: true }, hasBack: false };
    const cut: readonly Corner[] = [[1200, 0], [4000, 0], [4000, 5000], [0, 5000], [0, 1200]]; // prettier-ignore
    const hand = (wanted: Pose) => snapped(wanted, round, { outline: cut, neighbours: [], scale: far }, nothing);
    const rim = 450 * Math.SQRT2;
    for (const turn of [0, 30, 45]) {
      expect(hand(at(2500, 470, turn)).pose).toEqual(at(2500, 450, turn));
      const { pose, guides } = hand(at(940, 940, turn));
      expect(Math.abs(pose.x + pose.y - 1200 - rim)).toBeLessThan(2);
      expect(guides).toHaveLength(1);
    }
  });

  test("draw from so many pixels where the plan is large on the screen", () => {
    const around = { outline, neighbours: [], scale: 0.8 };
    expect(snapped(at(2000, 470), table, around, nothing).pose.y).toBe(470);
    expect(snapped(at(2000, 459), table, around, nothing).pose.y).toBe(450);
  });
});

describe("neighbours", () => {
  const shelf = square("shelf", 3000, 3000, 800, 300);

  test("are met edge to edge", () => {
    const { pose, guides } = led(table, [at(1840, 3200)], [shelf]);
    expect(pose).toEqual(at(1800, 3200));
    expect(guides).toEqual([{ a: { x: 2600, y: 2750 }, b: { x: 2600, y: 3650 } }]);
  });

  test("draw into line with their edges and their middle", () => {
    expect(led(table, [at(2620, 1800)], [shelf]).pose.x).toBe(2600);
    expect(led(table, [at(2980, 1800)], [square("rug", 3000, 3000, 1200, 300)]).pose.x).toBe(3000);
  });

  test("keep what they have for longer than it takes to get it", () => {
    const { on, off } = snapReach.line;
    const rug = square("rug", 2500, 3200, 600, 300);
    expect(led(table, [at(2500 + on + 10, 1800)], [rug]).pose.x).toBe(2500 + on + 10);
    expect(led(table, [at(2500, 1800), at(2500 + off - 5, 1800)], [rug]).pose.x).toBe(2500);
    expect(led(table, [at(2500, 1800), at(2500 + off + 15, 1800)], [rug]).pose.x).toBe(2500 + off + 15);
  });

  test("do not draw a piece off a wall, but along it", () => {
    const { pose } = led(sofa, [at(1990, 470)], [square("table", 2000, 1600, 900, 500)]);
    expect(pose).toEqual(at(2000, 450));
  });

  test("that are turned offer their middle only, and those far away nothing", () => {
    const turned = { ...shelf, square: false };
    expect(led(table, [at(1840, 3200)], [turned]).pose).toEqual(at(1840, 3200));
    expect(led(table, [at(2980, 1000)], [square("rug", 3000, 4500, 1200, 300)]).pose).toEqual(at(2980, 1000));
  });
});

test("the grid is a centimetre", () => {
  expect(led(table, [at(2003, 2496)]).pose).toEqual(at(2000, 2500));
});

test("wherever a hand leads it, a piece stays in the room, on whole millimetres", () => {
  const random = new Random(5);
  let held: Held = nothing;
  for (let step = 0; step < 500; step++) {
    const wanted = at(random.whole(-3000, 7000), random.whole(-3000, 8000), random.whole(0, 359));
    const around = { outline, neighbours: [square("shelf", 3000, 3000, 800, 300)], scale: far };
    const result = snapped(wanted, sofa, around, held);
    held = result.held;
    const box = boundsOf(footprint(result.pose, sofa.size));
    for (const value of Object.values(result.pose)) expect(Number.isInteger(value)).toBe(true);
    // A turned piece's whole millimetres may round outwards.
    expect(Math.min(box.left, box.top, 4000 - box.right, 5000 - box.bottom)).toBeGreaterThanOrEqual(-0.51);
  }
});
