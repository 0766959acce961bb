/** Does anything stand before a window and cover it? */
import { boundsOf, type OpeningSegment, type Point } from "../core/geometry";
import { wholeMargin, type Check } from "./checks";
import { distances } from "./distances";
import type { Piece } from "./pieces";
import { along, BESIDE, boxDistance, clipped } from "./shapes";

export function windowChecks(openings: readonly OpeningSegment[], pieces: readonly Piece[]): readonly Check[] {
  const windows = openings.flatMap((segment, opening): Check[] =>
    segment.opening.kind === "window" ? [windowCheck(segment, opening, pieces)] : [],
  );
  // A plan has no radiators; nobody should believe that we looked.
  return [...windows, { kind: "covered", verdict: "not-checked", items: [], unknown: "no-radiators" }];
}

/** The margin is the width that stays free. */
function windowCheck(segment: OpeningSegment, opening: number, pieces: readonly Piece[]): Check {
  const { width } = segment.opening;
  const box = boundsOf([segment.a, segment.b]);
  const near = pieces.filter((piece) => boxDistance(piece.box, box) < distances.windowReach);
  const covering = near.flatMap((piece) => {
    const spans = coveredSpans(segment, piece);
    return spans.length > 0 ? [{ piece, spans }] : [];
  });
  const spans = covering.flatMap((cover) => cover.spans);
  const margin = wholeMargin(width - unionLength(spans));
  const about = { kind: "covered", opening, items: covering.map(({ piece }) => piece.id), margin } as const;
  if (covering.length === 0) return { ...about, verdict: "passed" };
  const { a, b } = segment;
  const at = {
    a: along(a, b, Math.min(...spans.map(([from]) => from)) / width),
    b: along(a, b, Math.max(...spans.map(([, to]) => to)) / width),
  };
  return { ...about, verdict: margin >= width * (1 - distances.windowShare) ? "tight" : "failed", at };
}

type Span = readonly [from: number, to: number];

/** The parts of a window's width, from its start, that a piece higher than the sill stands before. */
function coveredSpans({ opening, wall, a, b }: OpeningSegment, piece: Piece): readonly Span[] {
  const back = { x: -wall.along.x, y: -wall.along.y };
  const outward = { x: -wall.inward.x, y: -wall.inward.y };
  const reach = distances.windowReach - BESIDE;
  const limit = { x: a.x + wall.inward.x * reach, y: a.y + wall.inward.y * reach };
  return piece.bodies.flatMap(({ shape, bottom, top }): Span[] => {
    if (top <= opening.sill || bottom >= opening.sill + opening.height) return [];
    const before = clipped(clipped(clipped(shape.corners, a, wall.along), b, back), limit, outward);
    const part = clipped(before, a, wall.inward);
    if (part.length < 3) return [];
    const ways = part.map(({ x, y }: Point) => (x - a.x) * wall.along.x + (y - a.y) * wall.along.y);
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
