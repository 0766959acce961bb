/** Can every door and window open? A leaf sweeps a quarter of a circle around its hinge. */
import type { OpeningSegment, Point, Wall } from "../core/geometry";
import { wholeMargin, type Check } from "./checks";
import { distances, judged } from "./distances";
import { wallParts, type WallPart } from "./gates";
import type { Piece } from "./pieces";
import { along, BESIDE, boxDistance, clipped, closestOn, covers, distance, sides, type Shape } from "./shapes";

/** Where a leaf that opens into the room meets something first, and how far from the hinge. */
interface Meeting {
  readonly at: Point;
  readonly distance: number;
}

/** The piece that a leaf meets. */
interface Reach extends Meeting {
  readonly piece: Piece;
}

export function swingChecks(
  walls: readonly Wall[],
  openings: readonly OpeningSegment[],
  pieces: readonly Piece[],
): readonly Check[] {
  const passages = openings.filter(({ opening }) => opening.kind === "passage");
  const parts = wallParts(walls, passages);
  return openings.flatMap((segment, opening) => {
    if (segment.opening.kind === "door") {
      return doorChecks(segment, opening, pieces, sweptWalls(segment, walls, parts));
    }
    if (segment.opening.kind === "window") return [windowCheck(segment, opening, pieces)];
    return [];
  });
}

function doorChecks(
  segment: OpeningSegment,
  opening: number,
  pieces: readonly Piece[],
  walls: readonly WallPart[],
): readonly Check[] {
  const { hinge, swing, width, sill, height } = segment.opening;
  const about = { kind: "swing", opening } as const;
  if (swing === "out") return [{ ...about, verdict: "passed", items: [] }];
  const upright = pieces.filter((piece) => !piece.lies);
  const met = hits(segment, hinge, width, upright, sill, sill + height);
  const check = ({ at, distance: reach }: Meeting, items: readonly string[]): Check => {
    const margin = wholeMargin(reach - width);
    const verdict = judged(margin, distances.doorSwing);
    const tip = along(hung(segment, hinge), at, width / reach);
    return { ...about, verdict, items, margin, at: { a: at, b: tip } };
  };
  const wall = wallHit(segment, walls);
  const checks = [...met.map((reach) => check(reach, [reach.piece.id])), ...(wall ? [check(wall, [])] : [])];
  const inTheWay = checks.filter(({ verdict }) => verdict !== "passed");
  const rugs = hits(segment, hinge, width, pieces.filter((piece) => piece.lies), sill, sill + height) // prettier-ignore
    .filter(({ distance: reach }) => reach < width);
  const unclear = rugs.map(({ piece, at }): Check => {
    return { ...about, verdict: "not-checked", items: [piece.id], unknown: "rug-under-door", at: { a: at, b: at } };
  });
  return [...(inTheWay.length > 0 ? inTheWay : [{ ...about, verdict: "passed", items: [] } as const]), ...unclear];
}

/** The walls that a door could hit. Not its own, nor the next one behind its hinge: an open leaf stands along that. */
function sweptWalls({ wall, opening }: OpeningSegment, walls: readonly Wall[], parts: readonly WallPart[]) {
  const beside = (wall.index + (opening.hinge === "left" ? walls.length - 1 : 1)) % walls.length;
  return parts.filter((part) => part.wall.index !== wall.index && part.wall.index !== beside);
}

/**
 * The first of the room's walls that keeps a door from opening. Unlike a piece, a wall need not be cleared by anything:
 * doors right at a room's corner are common.
 */
function wallHit(segment: OpeningSegment, walls: readonly WallPart[]): Meeting | undefined {
  const { wall, opening } = segment;
  const at = hung(segment, opening.hinge);
  const closed = closedWay(wall, opening.hinge);
  return walls
    .flatMap(({ shape }) => nearestIn(shape, at, closed, wall.inward) ?? [])
    .filter(({ distance: reach }) => wholeMargin(reach - opening.width) < -distances.rounding)
    .reduce<Meeting | undefined>((best, met) => (best && best.distance <= met.distance ? best : met), undefined);
}

/**
 * The plan does not say how a window is divided into sashes, nor on which side each hangs. Whatever they are, they stay
 * within the two quarter circles of one sash as wide as the window; when these are free, every window opens.
 */
function windowCheck(segment: OpeningSegment, opening: number, pieces: readonly Piece[]): Check {
  const { swing, width, sill, height } = segment.opening;
  const about = { kind: "swing", opening } as const;
  if (swing === "out") return { ...about, verdict: "passed", items: [] };
  const upright = pieces.filter((piece) => !piece.lies);
  const met = (["left", "right"] as const)
    .flatMap((hinge) => hits(segment, hinge, width, upright, sill, sill + height))
    .filter(({ distance: reach }) => wholeMargin(reach - width) < 0);
  if (met.length === 0) return { ...about, verdict: "passed", items: [] };
  const items = [...new Set(met.map(({ piece }) => piece.id))].sort();
  return { ...about, verdict: "not-checked", items, unknown: "sashes" };
}

/** What stands, at the leaf's height, in the quarter of the room that it sweeps, up to a little beyond its tip. */
function hits(
  segment: OpeningSegment,
  hinge: "left" | "right",
  width: number,
  pieces: readonly Piece[],
  bottom: number,
  top: number,
): readonly Reach[] {
  const at = hung(segment, hinge);
  const { wall } = segment;
  const closed = closedWay(wall, hinge);
  const point = { left: at.x, right: at.x, top: at.y, bottom: at.y, width: 0, height: 0 };
  return pieces.flatMap((piece) => {
    if (boxDistance(piece.box, point) > width + distances.doorSwing.passed) return [];
    let nearest: Reach | undefined;
    for (const body of piece.bodies) {
      if (body.bottom >= top || body.top <= bottom) continue;
      const found = nearestIn(body.shape, at, closed, wall.inward);
      if (found && (!nearest || found.distance < nearest.distance)) nearest = { piece, ...found };
    }
    return nearest ? [nearest] : [];
  });
}

/** Seen from inside the room and facing the wall, left is where the wall begins. */
function hung({ a, b }: OpeningSegment, hinge: "left" | "right"): Point {
  return hinge === "left" ? a : b;
}

/** Which way a closed leaf lies from its hinge. */
function closedWay({ along: way }: Wall, hinge: "left" | "right"): Point {
  return hinge === "left" ? way : { x: -way.x, y: -way.y };
}

/** The point nearest to the hinge of what a shape has in the quarter between two directions; touching does not count. */
function nearestIn(shape: Shape, hinge: Point, closed: Point, open: Point): Meeting | undefined {
  const into = ({ x, y }: Point) => ({ x: hinge.x + x * BESIDE, y: hinge.y + y * BESIDE });
  const part = clipped(clipped(shape.corners, into(closed), closed), into(open), open);
  if (part.length < Math.min(3, shape.corners.length)) return undefined;
  const facing = shape.round && !covers(shape, hinge) ? facingPoint(shape.round, hinge) : undefined;
  if (facing && [closed, open].every((way) => (facing.x - hinge.x) * way.x + (facing.y - hinge.y) * way.y >= 0)) {
    return { at: facing, distance: distance(facing, hinge) };
  }
  const at = sides(part)
    .map(([a, b]) => closestOn(hinge, a, b))
    .reduce((best, point) => (distance(point, hinge) < distance(best, hinge) ? point : best));
  return { at, distance: distance(at, hinge) };
}

function facingPoint({ centre, radius }: NonNullable<Shape["round"]>, point: Point): Point {
  return along(centre, point, radius / distance(centre, point));
}
