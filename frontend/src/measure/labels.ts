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

/** On the line where there is room, else beside it; of these spots the first that is free. */
export function labelSpot({ a, b }: Line, width: number, height: number, taken: readonly LabelBox[]): Point {
  const at = (share: number) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const way = length === 0 ? { x: 0, y: -1 } : { x: dx / length, y: dy / length };
  const needed = Math.min(width / Math.abs(way.x), height / Math.abs(way.y)) + 2 * SEEN;
  const aside = (Math.abs(way.y) * width + Math.abs(way.x) * height) / 2 + APART;
  const beside = [1, -1, 2.2, -2.2].map((side) => {
    const middle = at(0.5);
    return { x: middle.x - way.y * aside * side, y: middle.y + way.x * aside * side };
  });
  const on = length < needed ? [] : [0.5, 0.7, 0.3, 0.85].filter((share) => (1 - share) * length >= needed / 2).map(at);
  const spots = [...on, ...beside];
  return spots.find((spot) => taken.every((box) => isClear({ ...spot, width, height }, box))) ?? spots[0]!;
}

function isClear(one: LabelBox, other: LabelBox): boolean {
  return (
    Math.abs(one.x - other.x) >= (one.width + other.width) / 2 + 2 ||
    Math.abs(one.y - other.y) >= (one.height + other.height) / 2 + 2
  );
}
