/**
 * Where somebody who walks has to squeeze through. A gate is the shortest line between two obstacles; whoever crosses it
 * has no more room than its length. Among convex obstacles that is all there is to know about room: a person of some
 * width gets from one place to another exactly when a way leads there that crosses no gate narrower than that width.
 */
import type { OpeningSegment, Point, Wall } from "../core/geometry";
import { wholeMargin } from "./checks";
import { distances } from "./distances";
import type { Piece } from "./pieces";
import { along, boxDistance, distance, distanceBetween, gap, polygon, type Gap, type Line, type Shape } from "./shapes";

/** A narrow place: its width in whole mm, and the pieces on its sides (a wall is none). */
export interface Gate {
  readonly a: Point;
  readonly b: Point;
  readonly width: number;
  readonly items: readonly string[];
  /** What one crosses on the way in or out: between parallel sides a line at each end of the narrow stretch. */
  readonly lines: readonly Line[];
}

/** A part of a wall between openings that one walks through. */
export interface WallPart {
  readonly wall: Wall;
  readonly shape: Shape;
}

/** The walls without their doors and passages. */
export function wallParts(walls: readonly Wall[], entrances: readonly OpeningSegment[]): readonly WallPart[] {
  return walls.flatMap((wall) => {
    const gaps = entrances
      .filter((entrance) => entrance.wall.index === wall.index)
      .map(({ opening: { offset, width } }) => [offset, offset + width] as const)
      .sort((one, other) => one[0] - other[0]);
    const at = (way: number) => along(wall.a, wall.b, way / wall.length);
    const parts: WallPart[] = [];
    let from = 0;
    for (const [start, end] of [...gaps, [wall.length, wall.length] as const]) {
      if (start > from) parts.push({ wall, shape: polygon([at(from), at(start)]) });
      from = Math.max(from, end);
    }
    return parts;
  });
}

/** Every gate narrower than what passes, the widest first. */
export function gatesBetween(walls: readonly WallPart[], pieces: readonly Piece[]): readonly Gate[] {
  const gates: Gate[] = [];
  const offer = (items: readonly string[], found: Gap) => {
    const width = wholeMargin(found.distance);
    if (width > 0 && width < distances.walkway.passed) {
      gates.push({ a: found.a, b: found.b, width, items, lines: found.ends ?? [found] });
    }
  };
  for (const [index, one] of pieces.entries()) {
    for (const other of pieces.slice(index + 1)) offerBetween(one, other, offer);
    for (const shape of one.shapes) {
      for (const wall of walls) if (isNear(shape, wall.shape)) offer([one.id], gap(shape, wall.shape));
    }
  }
  for (const [index, one] of walls.entries()) {
    for (const other of walls.slice(index + 1)) {
      if (!isNear(one.shape, other.shape) || sharesWallOrCorner(one.wall, other.wall)) continue;
      offer([], distanceBetween(one.shape.corners, other.shape.corners));
    }
  }
  return gates.sort((one, other) => other.width - one.width || (one.items.join() < other.items.join() ? -1 : 1));
}

function offerBetween(one: Piece, other: Piece, offer: (items: readonly string[], found: Gap) => void): void {
  if (boxDistance(one.box, other.box) >= distances.walkway.passed) return;
  for (const a of one.shapes) {
    for (const b of other.shapes) if (isNear(a, b)) offer([one.id, other.id], gap(a, b));
  }
}

function isNear(one: Shape, other: Shape): boolean {
  return boxDistance(one.box, other.box) < distances.walkway.passed;
}

/**
 * The jambs of a door are no narrow place of the room, nor is the corner where two walls meet, whether a door is left
 * out right beside it or not.
 */
function sharesWallOrCorner(one: Wall, other: Wall): boolean {
  return one.index === other.index || isBefore(one, other) || isBefore(other, one);
}

function isBefore(one: Wall, other: Wall): boolean {
  return distance(one.b, other.a) < 1;
}
