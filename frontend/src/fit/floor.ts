/**
 * The floor as a grid of points, for finding ways: which points can be walked to from a door, and what is the narrowest
 * gate that cannot be avoided on the way. The grid decides only where ways lead; widths are the gates' own, exact ones.
 */
import { outlineBounds, type OpeningSegment, type Point } from "../core/geometry";
import type { Corner } from "../core/protocol";
import type { Gate } from "./gates";

/**
 * How far points are apart, mm. A way of three steps, 28 cm or in a hall 55 cm, is always found; narrower ones are blocked
 * anyway. Such uneven numbers put no point on a line of whole or half millimetres, so every crossing is a clear one.
 */
const STEP = 97.3;
const WIDE_STEP = 194.3;
/** From this area on (mm²) the wide step is enough, and keeps halls quick. */
const HALL = 150e6;

/** A share of a step that only arithmetic leaves behind. */
const HAIR = 1e-9;

const UNREACHED = 0xffff;
const BLOCKED = 0xfffe;

/** For each point the rank of the narrowest gate on the best way there: 0 for none, 1 for the widest gate, and so on. */
export type Ways = Uint16Array;

type Side = 0 | 1 | 2 | 3;

export class Floor {
  readonly #step: number;
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  /** What lies between each point and the next to the east, and to the south: a gate's rank, or `BLOCKED`. */
  readonly #east: Uint16Array;
  readonly #south: Uint16Array;

  constructor(outline: readonly Corner[]) {
    const bounds = outlineBounds(outline);
    this.#step = bounds.width * bounds.height < HALL ? STEP : WIDE_STEP;
    // Around the middle, so that a room turned or mirrored has the same points; two more on each side lie outside.
    const half = (length: number) => Math.ceil(length / 2 / this.#step) + 1;
    const [across, down] = [half(bounds.width), half(bounds.height)];
    this.#columns = 2 * across;
    this.#rows = 2 * down;
    this.#left = (bounds.left + bounds.right) / 2 - (across - 0.5) * this.#step;
    this.#top = (bounds.top + bounds.bottom) / 2 - (down - 0.5) * this.#step;
    this.#east = new Uint16Array(this.#columns * this.#rows);
    this.#south = new Uint16Array(this.#columns * this.#rows);
  }

  /** Gates in the order of their ranks, from 1: the widest first. */
  addGates(gates: readonly Gate[]): void {
    for (const [index, { lines }] of gates.entries()) for (const { a, b } of lines) this.#mark(a, b, index + 1);
  }

  /** A line that nobody crosses. */
  block(a: Point, b: Point): void {
    this.#mark(a, b, BLOCKED);
  }

  /** The free points just inside a door, each with the rank of what lies between it and the outside; for `waysFrom`. */
  doorway(
    { a, b, wall }: OpeningSegment,
    isFree: (at: Point) => boolean,
  ): readonly (readonly [point: number, rank: number])[] {
    const inside = (point: number) => {
      const { x, y } = this.#at(point);
      return (x - a.x) * wall.inward.x + (y - a.y) * wall.inward.y > 0;
    };
    const starts: [number, number][] = [];
    this.#cross(a, b, (edges, point, next) => {
      const start = inside(point) ? point : next;
      if (edges[point] !== BLOCKED && inside(start) && isFree(this.#at(start))) starts.push([start, edges[point]!]);
    });
    return starts;
  }

  /** Walks everywhere from some points, the wide ways first. */
  waysFrom(starts: readonly (readonly [point: number, rank: number])[], gates: number): Ways {
    const ways = new Uint16Array(this.#columns * this.#rows).fill(UNREACHED);
    const waiting: number[][] = Array.from({ length: gates + 1 }, () => []);
    const reach = (point: number, rank: number) => {
      if (ways[point]! <= rank) return;
      ways[point] = rank;
      waiting[rank]!.push(point);
    };
    for (const [point, rank] of starts) reach(point, rank);
    for (let rank = 0; rank <= gates; rank++) {
      const points = waiting[rank]!;
      for (let point = points.pop(); point !== undefined; point = points.pop()) {
        if (ways[point] !== rank) continue;
        for (const side of [0, 1, 2, 3] as const) {
          const crossed = this.#crossed(point, side);
          if (crossed < BLOCKED) reach(this.#next(point, side), Math.max(rank, crossed));
        }
      }
    }
    return ways;
  }

  /** The best rank among the points that `near` accepts in an upright box; undefined where no way leads there. */
  best(ways: Ways, box: { left: number; top: number; right: number; bottom: number }, near: (at: Point) => boolean) {
    const column = (x: number) => (x - this.#left) / this.#step;
    const row = (y: number) => (y - this.#top) / this.#step;
    const [fromColumn, toColumn] = [Math.max(0, Math.ceil(column(box.left))), Math.min(this.#columns - 1, Math.floor(column(box.right)))]; // prettier-ignore
    const [fromRow, toRow] = [Math.max(0, Math.ceil(row(box.top))), Math.min(this.#rows - 1, Math.floor(row(box.bottom)))]; // prettier-ignore
    let best = UNREACHED;
    for (let down = fromRow; down <= toRow; down++) {
      for (let across = fromColumn; across <= toColumn; across++) {
        const point = down * this.#columns + across;
        if (ways[point]! < best && near(this.#at(point))) best = ways[point]!;
        if (best === 0) return best;
      }
    }
    return best === UNREACHED ? undefined : best;
  }

  /** The neighbour to the east, south, west and north. */
  #next(point: number, side: Side): number {
    if (side === 0) return point + 1;
    if (side === 1) return point + this.#columns;
    return side === 2 ? point - 1 : point - this.#columns;
  }

  /** What lies between a point and that neighbour. */
  #crossed(point: number, side: Side): number {
    if (side === 0) return this.#east[point]!;
    if (side === 1) return this.#south[point]!;
    return side === 2 ? this.#east[point - 1]! : this.#south[point - this.#columns]!;
  }

  #mark(a: Point, b: Point, rank: number): void {
    this.#cross(a, b, (edges, point) => {
      if (edges[point]! < rank) edges[point] = rank;
    });
  }

  /**
   * Every pair of neighbouring points that a line from `a` to `b` runs between. A line at 45° can run right through a
   * point; it then lies between that point and all its neighbours, whichever way the room is turned or mirrored.
   */
  #cross(a: Point, b: Point, visit: (edges: Uint16Array, point: number, next: number) => void): void {
    const [ax, ay] = [(a.x - this.#left) / this.#step, (a.y - this.#top) / this.#step];
    const [bx, by] = [(b.x - this.#left) / this.#step, (b.y - this.#top) / this.#step];
    const between = (one: number, other: number, most: number) =>
      [Math.max(0, Math.ceil(Math.min(one, other))), Math.min(most - 1, Math.floor(Math.max(one, other)))] as const;
    const [firstRow, lastRow] = between(ay, by, this.#rows);
    for (let row = firstRow; row <= lastRow; row++) {
      const x = ax + ((bx - ax) * (row - ay)) / (by - ay);
      for (let column = Math.floor(x - HAIR); column <= Math.floor(x + HAIR); column++) {
        if (column < 0 || column >= this.#columns - 1) continue;
        const point = row * this.#columns + column;
        visit(this.#east, point, point + 1);
      }
    }
    const [firstColumn, lastColumn] = between(ax, bx, this.#columns);
    for (let column = firstColumn; column <= lastColumn; column++) {
      const y = ay + ((by - ay) * (column - ax)) / (bx - ax);
      for (let row = Math.floor(y - HAIR); row <= Math.floor(y + HAIR); row++) {
        if (row < 0 || row >= this.#rows - 1) continue;
        const point = row * this.#columns + column;
        visit(this.#south, point, point + this.#columns);
      }
    }
  }

  #at(point: number): Point {
    return {
      x: this.#left + (point % this.#columns) * this.#step,
      y: this.#top + Math.floor(point / this.#columns) * this.#step,
    };
  }
}
