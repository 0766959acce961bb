/** Which corner or edge a point of the tape means. Pure; lengths are mm. */
import { openingSegments, walls, type Point } from "../core/geometry";
import type { Plan } from "../core/protocol";
import type { Piece } from "../fit/pieces";
import { closestOn, distance, sides, type Shape } from "../fit/shapes";

/** What the tape can be held to. */
export interface Catches {
  readonly corners: readonly Point[];
  readonly edges: readonly (readonly [Point, Point])[];
  readonly rounds: readonly NonNullable<Shape["round"]>[];
}

export function catchesOf(plan: Plan, pieces: readonly Piece[]): Catches {
  const shapes = pieces.flatMap((piece) => piece.shapes);
  const straight = shapes.filter(({ round }) => !round).map(({ corners }) => corners);
  return {
    corners: [
      ...walls(plan.outline).map(({ a }) => a),
      ...openingSegments(plan).flatMap(({ a, b }) => [a, b]),
      ...straight.flat(),
    ],
    edges: [
      ...walls(plan.outline).map(({ a, b }) => [a, b] as const),
      ...straight.flatMap((corners) => sides(corners)),
    ],
    rounds: shapes.flatMap(({ round }) => round ?? []),
  };
}

/** The nearest corner within reach, else the nearest edge, else the point itself; on whole millimetres. */
export function caught(point: Point, { corners, edges, rounds }: Catches, reach: number): Point {
  const onEdges = edges.map(([a, b]) => closestOn(point, a, b));
  const found = nearest(point, corners, reach) ?? nearest(point, [...onEdges, ...rounds.flatMap((round) => onRound(point, round))], reach); // prettier-ignore
  const { x, y } = found ?? point;
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 };
}

function nearest(point: Point, candidates: readonly Point[], reach: number): Point | undefined {
  const near = candidates.filter((candidate) => distance(point, candidate) <= reach);
  return near.reduce<Point | undefined>(
    (best, next) => (best && distance(point, best) <= distance(point, next) ? best : next),
    undefined,
  );
}

function onRound(point: Point, { centre, radius }: NonNullable<Shape["round"]>): readonly Point[] {
  const apart = distance(point, centre);
  if (apart === 0) return [];
  const share = radius / apart;
  return [{ x: centre.x + (point.x - centre.x) * share, y: centre.y + (point.y - centre.y) * share }];
}
