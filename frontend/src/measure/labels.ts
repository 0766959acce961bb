/** Where the numbers of the distances are written on the plan, so that they cover nothing else. Pixels of the stage. */
import type { Point } from "../core/geometry";

/** Around its middle. */
export interface LabelBox extends Point {
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly a: Point;
  readonly b: Point;
}

/** Between a line, or another label, and a label beside it. */
const APART = 6;
/** A line shows at least so much of itself at both ends of its label. */
const SEEN = 6;

/** On the line where there is room, else beside it: the first of these spots that is free; undefined where none is. */
export function labelSpot(line: Line, width: number, height: number, taken: readonly LabelBox[]): Point | undefined {
  const spots = [...onLine(line, width, height), ...besideLine(line, width, height)];
  return spots.find((spot) => taken.every((box) => isClear({ ...spot, width, height }, box)));
}

function onLine({ a, b }: Line, width: number, height: number): readonly Point[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return [];
  const needed = Math.min((width * length) / Math.abs(b.x - a.x), (height * length) / Math.abs(b.y - a.y)) + 2 * SEEN;
  return [0.5, 0.7, 0.3, 0.85]
    .filter((share) => Math.min(share, 1 - share) * length >= needed / 2)
    .map((share) => between({ a, b }, share));
}

function besideLine({ a, b }: Line, width: number, height: number): readonly Point[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const way = length === 0 ? { x: 0, y: -1 } : { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const aside = (Math.abs(way.y) * width + Math.abs(way.x) * height) / 2 + APART;
  return [1, -1, 2.2, -2.2].flatMap((times) =>
    [0.5, 0.85, 0.15].map((share) => {
      const { x, y } = between({ a, b }, share);
      return { x: x - way.y * aside * times, y: y + way.x * aside * times };
    }),
  );
}

function between({ a, b }: Line, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function isClear(one: LabelBox, other: LabelBox): boolean {
  return (
    Math.abs(one.x - other.x) >= (one.width + other.width) / 2 + 2 ||
    Math.abs(one.y - other.y) >= (one.height + other.height) / 2 + 2
  );
}
