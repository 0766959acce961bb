/**
 * Changes of a room's outline. Each is a pure function from the outline to the new one, with which walls continue which,
 * so that doors and windows find theirs again. Whether the result is a room is for `rules` to say. Lengths are mm.
 */
import { walls, type Point, type Wall } from "../core/geometry";
import type { Corner } from "../core/protocol";
import type { Problem } from "./rules";

export interface OutlineEdit {
  readonly outline: readonly Corner[];
  /** For each wall there was, the walls that continue it: none where it is gone, two where it was divided. */
  readonly heirs: readonly (readonly number[])[];
}

/** A corner of the new outline, and the old walls that go on in the wall that begins there. */
interface Step {
  readonly at: Point;
  readonly from: readonly number[];
}

/** Walls whose directions differ by less (about a degree, as a sine) count as parallel. */
const PARALLEL = 0.02;

/**
 * Moves a wall into the room (or out of it, negative), parallel to itself. Its neighbours become longer or shorter in
 * their own directions. One that runs on in the same line cannot: it stays, and a short wall joins the two.
 */
export function moveWall(outline: readonly Corner[], index: number, by: number): OutlineEdit | Problem {
  const sides = walls(outline);
  const self = sides[index]!;
  const [before, after] = [sides[turned(index - 1, sides)]!, sides[turned(index + 1, sides)]!];
  const start = meeting(before, self, self.a, by);
  const end = meeting(after, self, self.b, by);
  const steps = sides.flatMap((wall): readonly Step[] => {
    const own = { at: wall.a, from: [wall.index] };
    if (wall === self) {
      return start
        ? [{ ...own, at: start }]
        : [
            { at: wall.a, from: [] },
            { ...own, at: shifted(self.a, self, by) },
          ];
    }
    if (wall === after) {
      return end ? [{ ...own, at: end }] : [{ at: shifted(self.b, self, by), from: [] }, own];
    }
    return [own];
  });
  const edit = edited(sides.length, steps);
  const reversed = [before, self, after].find((wall) => turnedRound(wall, edit));
  return reversed ? { kind: "turned", wall: reversed.index } : edit;
}

/**
 * Makes a wall so long by moving the wall at its further end. The end nearer to the plan's north-west corner stays, so
 * that the room grows to the east and south.
 */
export function setWallLength(outline: readonly Corner[], index: number, length: number): OutlineEdit | Problem {
  const sides = walls(outline);
  const self = sides[index]!;
  const startStays = self.a.x + self.a.y <= self.b.x + self.b.y;
  const other = sides[turned(startStays ? index + 1 : index - 1, sides)]!;
  const way = (length - self.length) * (startStays ? 1 : -1);
  const step = { x: self.along.x * way, y: self.along.y * way };
  if (Math.abs(dot(self.along, other.inward)) >= PARALLEL) return moveWall(outline, other.index, dot(step, other.inward)); // prettier-ignore
  const corner = startStays ? turned(index + 1, sides) : index;
  const [x, y] = outline[corner]!;
  return moveCorner(outline, corner, { x: x + step.x, y: y + step.y });
}

/** Divides a wall by a corner, so far from its beginning. */
export function addCorner(outline: readonly Corner[], index: number, along: number): OutlineEdit {
  const sides = walls(outline);
  const wall = sides[index]!;
  const middle = { x: wall.a.x + wall.along.x * along, y: wall.a.y + wall.along.y * along };
  return edited(
    sides.length,
    sides.flatMap(({ a, index: from }) =>
      from === index
        ? [
            { at: a, from: [from] },
            { at: middle, from: [from] },
          ]
        : [{ at: a, from: [from] }],
    ),
  );
}

export function moveCorner(outline: readonly Corner[], index: number, to: Point): OutlineEdit {
  const steps = walls(outline).map((wall): Step => ({ at: wall.index === index ? to : wall.a, from: [wall.index] }));
  return { outline: steps.map(({ at }) => corner(at)), heirs: steps.map((_, wall) => [wall]) };
}

/** The walls on both sides of the corner become one. */
export function removeCorner(outline: readonly Corner[], index: number): OutlineEdit {
  const sides = walls(outline);
  const before = turned(index - 1, sides);
  const steps = sides
    .filter((wall) => wall.index !== index)
    .map((wall): Step => ({ at: wall.a, from: wall.index === before ? [before, index] : [wall.index] }));
  return edited(sides.length, steps);
}

/** Another outline altogether: each wall goes on in those that run in its direction. */
export function replaceOutline(outline: readonly Corner[], by: readonly Corner[]): OutlineEdit {
  const next = walls(by);
  const heirs = walls(outline).map((wall) =>
    next.filter(({ along }) => dot(along, wall.along) > 1 - PARALLEL * PARALLEL).map(({ index }) => index),
  );
  return { outline: by, heirs };
}

/** Where a neighbour meets the moved wall; undefined where it is parallel to it. */
function meeting(neighbour: Wall, self: Wall, corner: Point, by: number): Point | undefined {
  const sine = dot(neighbour.along, self.inward);
  if (Math.abs(sine) < PARALLEL) return undefined;
  return { x: corner.x + (neighbour.along.x * by) / sine, y: corner.y + (neighbour.along.y * by) / sine };
}

function turnedRound(wall: Wall, { outline, heirs }: OutlineEdit): boolean {
  const now = walls(outline);
  return heirs[wall.index]!.some((heir) => dot(now[heir]!.along, wall.along) < 0);
}

/** Corners come to whole millimetres, and a wall that has shrunk to nothing is left out. */
function edited(wallsBefore: number, steps: readonly Step[]): OutlineEdit {
  const whole = steps.map(({ at, from }) => ({ at: corner(at), from }));
  const kept = whole.filter(({ at }, index) => !same(at, whole[(index + 1) % whole.length]!.at));
  const heirs = Array.from({ length: wallsBefore }, (_, wall) =>
    kept.flatMap(({ from }, index) => (from.includes(wall) ? [index] : [])),
  );
  return { outline: kept.map(({ at }) => at), heirs };
}

const turned = (index: number, ring: readonly unknown[]): number => (index + ring.length) % ring.length;
const corner = ({ x, y }: Point): Corner => [Math.round(x) + 0, Math.round(y) + 0];
const same = (one: Corner, other: Corner): boolean => one[0] === other[0] && one[1] === other[1];
const shifted = ({ x, y }: Point, { inward }: Wall, by: number): Point => ({ x: x + inward.x * by, y: y + inward.y * by }); // prettier-ignore
const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;
