/** Does anything stand before a window or a radiator and cover it? */
import { boundsOf, rotated, type OpeningSegment, type Point } from "../core/geometry";
import type { Obstacle, Plan } from "../core/protocol";
import { wholeMargin, type Check } from "./checks";
import { distances } from "./distances";
import type { Piece } from "./pieces";
import { along as between, BESIDE, boxDistance, clipped, distance } from "./shapes";

export function windowChecks(openings: readonly OpeningSegment[], pieces: readonly Piece[]): readonly Check[] {
  return openings.flatMap(({ opening, wall, a, b }, index): Check[] => {
    if (opening.kind !== "window") return [];
    const { sill, height } = opening;
    const face = { a, b, along: wall.along, inward: wall.inward, bottom: sill, top: sill + height };
    return [{ ...faceCheck(face, distances.windowReach, pieces), opening: index }];
  });
}

export function radiatorChecks(
  { obstacles = [] }: Pick<Plan, "obstacles">,
  pieces: readonly Piece[],
): readonly Check[] {
  const radiators = obstacles.flatMap((obstacle, index): Check[] =>
    obstacle.kind === "radiator"
      ? [{ ...faceCheck(frontOf(obstacle), distances.radiatorReach, pieces), obstacle: index }]
      : [],
  );
  // Nobody should believe that we looked.
  if (radiators.length === 0) return [{ kind: "covered", verdict: "not-checked", items: [], unknown: "no-radiators" }];
  return radiators;
}

/** What may be covered: from `a` to `b`, with the room before it, between two heights. */
interface Face {
  readonly a: Point;
  readonly b: Point;
  readonly along: Point;
  readonly inward: Point;
  readonly bottom: number;
  readonly top: number;
}

/** From its left to its right as one stands before it, the way a wall's openings run. */
function frontOf({ x, y, width, depth, height, rotation }: Obstacle): Face {
  const [along, inward] = [rotated({ x: 1, y: 0 }, rotation), rotated({ x: 0, y: 1 }, rotation)];
  const at = (across: number) => ({
    x: x + along.x * across + (inward.x * depth) / 2,
    y: y + along.y * across + (inward.y * depth) / 2,
  });
  return { a: at(-width / 2), b: at(width / 2), along, inward, bottom: 0, top: height };
}

/** The margin is the width that stays free. */
function faceCheck(face: Face, reach: number, pieces: readonly Piece[]): Check {
  const { a, b } = face;
  const width = distance(a, b);
  const box = boundsOf([a, b]);
  const near = pieces.filter((piece) => boxDistance(piece.box, box) < reach);
  const covering = near.flatMap((piece) => {
    const spans = coveredSpans(face, reach, piece);
    return spans.length > 0 ? [{ piece, spans }] : [];
  });
  const spans = covering.flatMap((cover) => cover.spans);
  const margin = wholeMargin(width - unionLength(spans));
  const about = { kind: "covered", items: covering.map(({ piece }) => piece.id), margin } as const;
  if (covering.length === 0) return { ...about, verdict: "passed" };
  const at = {
    a: between(a, b, Math.min(...spans.map(([from]) => from)) / width),
    b: between(a, b, Math.max(...spans.map(([, to]) => to)) / width),
  };
  return { ...about, verdict: margin >= wholeMargin(width) * (1 - distances.coveredShare) ? "tight" : "failed", at };
}

type Span = readonly [from: number, to: number];

/** The parts of a face's width, from its start, that a piece at its heights stands before. */
function coveredSpans({ a, b, along, inward, ...face }: Face, reach: number, piece: Piece): readonly Span[] {
  const back = { x: -along.x, y: -along.y };
  const outward = { x: -inward.x, y: -inward.y };
  const limit = { x: a.x + inward.x * (reach - BESIDE), y: a.y + inward.y * (reach - BESIDE) };
  return piece.bodies.flatMap(({ shape, bottom, top }): Span[] => {
    if (top <= face.bottom || bottom >= face.top) return [];
    const before = clipped(clipped(clipped(shape.corners, a, along), b, back), limit, outward);
    const part = clipped(before, a, inward);
    if (part.length < 3) return [];
    const ways = part.map(({ x, y }: Point) => (x - a.x) * along.x + (y - a.y) * along.y);
    const span: Span = [Math.min(...ways), Math.max(...ways)];
    return wholeMargin(span[1] - span[0]) > distances.rounding ? [span] : [];
  });
}

function unionLength(spans: readonly Span[]): number {
  let [length, end] = [0, -Infinity];
  for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
    length += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length;
}
