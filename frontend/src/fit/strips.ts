/** Strips of floor at the sides of pieces, and what one comes upon first in them. */
import type { Point, Wall } from "../core/geometry";
import { wholeMargin } from "./checks";
import type { Piece } from "./pieces";
import { BESIDE, clipped, type Shape } from "./shapes";

/** A strip of floor at a piece's side: `length` long from `start` on in direction `along`, and open towards `out`. */
export interface Strip {
  readonly start: Point;
  readonly length: number;
  readonly along: Point;
  readonly out: Point;
}

/** What ends a strip: how far away it is, between which points, and the piece, unless it is a wall. */
export interface End {
  readonly distance: number;
  readonly a: Point;
  readonly b: Point;
  readonly piece?: Piece;
}

/** The first thing in a strip; a wall lies at the end of every strip inside a room. */
export function endOf(strip: Strip, walls: readonly Wall[], pieces: readonly Piece[]): End | undefined {
  const ends = [
    ...walls.flatMap(({ a, b }) => inStrip(strip, [a, b])),
    ...pieces.flatMap((piece) =>
      piece.shapes.flatMap(({ corners }: Shape) => inStrip(strip, corners).map((end) => ({ ...end, piece }))),
    ),
  ];
  return ends.length === 0 ? undefined : ends.reduce((least, end) => (isNearer(end, least) ? end : least));
}

/** Of two as near as each other, a piece says more than a wall; and of two pieces it is always the same one. */
function isNearer(one: End, other: End): boolean {
  const difference = wholeMargin(one.distance) - wholeMargin(other.distance);
  if (difference !== 0 || !one.piece) return difference < 0;
  return !other.piece || one.piece.id < other.piece.id;
}

/** The part of an outline that lies within a strip's width. What is flush with the strip's sides is beside it, not in it. */
export function across({ start, length, along }: Strip, corners: readonly Point[], inset = BESIDE): readonly Point[] {
  const from = (way: number) => ({ x: start.x + along.x * way, y: start.y + along.y * way });
  return clipped(clipped(corners, from(inset), along), from(length - inset), { x: -along.x, y: -along.y });
}

/** How far in front of a strip's start a point is. */
export function away({ start, out }: Pick<Strip, "start" | "out">, { x, y }: Point): number {
  return (x - start.x) * out.x + (y - start.y) * out.y;
}

/** Where an outline begins in a strip. */
function inStrip(strip: Strip, corners: readonly Point[]): readonly End[] {
  const { start, out } = strip;
  const part = clipped(across(strip, corners), { x: start.x - out.x * BESIDE, y: start.y - out.y * BESIDE }, out);
  if (part.length < 2) return [];
  const least = Math.min(...part.map((point) => away(strip, point)));
  const first = part.filter((point) => away(strip, point) < least + 1e-6);
  const b = {
    x: first.reduce((sum, { x }) => sum + x, 0) / first.length,
    y: first.reduce((sum, { y }) => sum + y, 0) / first.length,
  };
  return [{ distance: Math.max(0, least), a: { x: b.x - out.x * least, y: b.y - out.y * least }, b }];
}
