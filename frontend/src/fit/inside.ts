/** Does every piece stand inside the walls? */
import { contains, type Point, type Wall } from "../core/geometry";
import type { Plan } from "../core/protocol";
import { wholeMargin, type Check } from "./checks";
import { distances } from "./distances";
import type { Piece } from "./pieces";
import {
  along,
  boxDistance,
  clipped,
  closestOn,
  distance,
  distanceBetween,
  gap,
  polygon,
  sides,
  type Gap,
  type Shape,
} from "./shapes";

interface WallShape {
  readonly wall: Wall;
  readonly shape: Shape;
}

export function insideChecks(plan: Pick<Plan, "outline">, walls: readonly Wall[], pieces: readonly Piece[]) {
  const shapes = walls.map((wall) => ({ wall, shape: polygon([wall.a, wall.b]) }));
  return pieces.map((piece): Check => {
    const gaps = piece.shapes.map((shape) => wallGap(plan, shapes, shape));
    const nearest = gaps.reduce((least, gap) => (gap.distance < least.distance ? gap : least));
    const margin = wholeMargin(nearest.distance);
    const verdict = margin >= -distances.rounding ? "passed" : "failed";
    return { kind: "inside", verdict, items: [piece.id], margin, at: nearest };
  });
}

/** How far a shape is from the nearest wall, or, negative, how far the part of it that sticks out reaches. */
function wallGap(plan: Pick<Plan, "outline">, walls: readonly WallShape[], shape: Shape): Gap {
  const through = walls
    .filter((wall) => boxDistance(wall.shape.box, shape.box) === 0)
    .flatMap(({ wall }) => withinShape(wall, shape));
  // Without a wall in it, all of it is on the same side of them.
  if (through.length === 0 && contains(plan.outline, shape.corners[0]!)) return freeGap(walls, shape);
  const outside = shape.corners.filter((corner) => !contains(plan.outline, corner));
  const sticksOut = [
    ...outside.map((corner) =>
      negative(
        corner,
        walls.map(({ wall }) => closestOn(corner, wall.a, wall.b)),
      ),
    ),
    // A wall that runs through it, such as a corner of the room that juts into it.
    ...through.map((point) =>
      negative(
        point,
        sides(shape.corners).map(([a, b]) => closestOn(point, a, b)),
      ),
    ),
  ];
  const furthest = sticksOut.reduce((least, gap) => (gap.distance < least.distance ? gap : least));
  return furthest.distance < 0 ? furthest : freeGap(walls, shape);
}

/** The way from a point that is beyond to the nearest of those where it would be within again. */
function negative(a: Point, candidates: readonly Point[]): Gap {
  const b = candidates.reduce((best, candidate) => (distance(candidate, a) < distance(best, a) ? candidate : best));
  return { distance: -distance(a, b), a, b };
}

function freeGap(walls: readonly WallShape[], shape: Shape): Gap {
  let nearest: Gap | undefined;
  for (const wall of walls) {
    if (nearest && boxDistance(wall.shape.box, shape.box) > nearest.distance) continue;
    const found = shape.round ? gap(shape, wall.shape) : distanceBetween(shape.corners, wall.shape.corners);
    if (!nearest || found.distance < nearest.distance) nearest = found;
  }
  return nearest!;
}

/** Both ends and the middle of the part of a wall that lies within a shape. */
function withinShape({ a, b }: Wall, { corners }: Shape): readonly Point[] {
  let part: readonly Point[] = [a, b];
  for (const [p, q] of sides(corners)) {
    const length = distance(p, q);
    part = clipped(part, p, { x: (p.y - q.y) / length, y: (q.x - p.x) / length });
    if (part.length < 2) return [];
  }
  const [from, to] = [part[0]!, part[1]!];
  return [from, along(from, to, 0.5), to];
}
