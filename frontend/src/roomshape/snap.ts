/** Gentle help while the room is shaped by hand. Lengths are mm. */
import { outlineBounds, walls, type Point } from "../core/geometry";
import type { Corner } from "../core/protocol";
import { snapToGrid } from "../core/snap";

const COARSE = 50;
const FINE = 10;
/** A centimetre that takes fewer pixels than this cannot be aimed at, so a step is 5 cm. */
const AIMED_PIXELS = 2;
/** A corner this near to being square with a neighbour becomes so: so many pixels. */
const SQUARE_PIXELS = 7;

/** The step of lengths at a scale in pixels per mm. */
export function stepAt(scale: number): number {
  return scale * FINE >= AIMED_PIXELS ? FINE : COARSE;
}

/** How far a wall moves so that the wall before it becomes a multiple of `step` long. */
export function snapWall(outline: readonly Corner[], index: number, by: number, step: number): number {
  const sides = walls(outline);
  const self = sides[index]!;
  const before = sides[(index - 1 + sides.length) % sides.length]!;
  const sine = before.along.x * self.inward.x + before.along.y * self.inward.y;
  if (Math.abs(sine) < 0.1) return snapToGrid(by, step);
  return (snapToGrid(before.length + by / sine, step) - before.length) * sine;
}

/** A corner on the grid that begins at the room's north-west, square with its neighbours where it is near to that. */
export function snapCorner(outline: readonly Corner[], index: number, to: Point, step: number, scale: number): Point {
  const { left, top } = outlineBounds(outline);
  const count = outline.length;
  const beside = [outline[(index - 1 + count) % count]!, outline[(index + 1) % count]!];
  const reach = Math.max(step / 2, SQUARE_PIXELS / scale);
  const axis = (value: number, from: number, lines: readonly number[]): number =>
    lines.find((line) => Math.abs(line - value) <= reach) ?? from + snapToGrid(value - from, step);
  return {
    x: axis(to.x, left, beside.map(([x]) => x)), // prettier-ignore
    y: axis(to.y, top, beside.map(([, y]) => y)), // prettier-ignore
  };
}
