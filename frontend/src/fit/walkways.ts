/** Can one walk from each door to each piece, and how wide is the narrowest place on the best way? */
import { boundsOf, type Bounds, type OpeningSegment, type Point, type Wall } from "../core/geometry";
import type { Plan } from "../core/protocol";
import type { Check } from "./checks";
import { distances, judged } from "./distances";
import { Floor, type Ways } from "./floor";
import { gatesBetween, wallParts, type Gate } from "./gates";
import type { Piece } from "./pieces";
import {
  along,
  BESIDE,
  boxDistance,
  covers,
  crosses,
  distance,
  distanceToSides,
  nearestOf,
  sides,
  type Shape,
} from "./shapes";

/** One check for each narrow place that cannot be avoided, with all pieces it leads to; and one for those it does not. */
export function walkwayChecks(
  plan: Pick<Plan, "outline">,
  walls: readonly Wall[],
  openings: readonly OpeningSegment[],
  pieces: readonly Piece[],
): readonly Check[] {
  const standing = pieces.filter((piece) => !piece.lies && piece.on === undefined);
  const goals = standing.filter((piece) => !piece.fixed);
  if (goals.length === 0) return [];
  const entrances = openings.filter(({ opening }) => opening.kind !== "window");
  if (entrances.length === 0) {
    return [{ kind: "walkway", verdict: "not-checked", items: [], unknown: "no-door" }];
  }
  const parts = wallParts(walls, entrances);
  const gates = gatesBetween(parts, standing);
  const floor = new Floor(plan.outline);
  floor.addGates(gates);
  for (const { shape } of parts) floor.block(shape.corners[0]!, shape.corners[1]!);
  for (const { shapes } of standing) {
    for (const shape of shapes) for (const [a, b] of sides(shape.corners)) floor.block(a, b);
  }
  const isFree = (point: Point) =>
    !standing.some(({ box, shapes }) => isInBox(point, box) && shapes.some((shape) => covers(shape, point)));
  const doorways = entrances.map((entrance) => floor.doorway(entrance, isFree));
  // A way from one door leads through this room only, not out by another door and round the house.
  for (const { a, b } of entrances) floor.block(a, b);
  return entrances.flatMap((entrance, index) => {
    const ways = floor.waysFrom(doorways[index]!, gates.length);
    return waysOfOneDoor(openings.indexOf(entrance), goals, gates, (piece) => wayTo(piece, walls, floor, ways));
  });
}

function waysOfOneDoor(
  opening: number,
  goals: readonly Piece[],
  gates: readonly Gate[],
  wayTo: (piece: Piece) => number | undefined,
): readonly Check[] {
  const about = { kind: "walkway", opening } as const;
  const led = new Map<string, { readonly gate: Gate | "none" | undefined; readonly to: string[] }>();
  for (const piece of goals) {
    const rank = wayTo(piece);
    const gate = rank === undefined ? "none" : gates[rank - 1];
    // Equally narrow places between the same pieces, such as on both sides of a door's wall, are one answer.
    const key = typeof gate === "object" ? `${gate.width} ${gate.items.join("+")}` : String(gate);
    const ways = led.get(key) ?? { gate, to: [] };
    ways.to.push(piece.id);
    led.set(key, ways);
  }
  return [...led.values()].map(({ gate, to }): Check => {
    if (gate === "none") return { ...about, verdict: "failed", items: [], to };
    if (!gate) return { ...about, verdict: "passed", items: [], to };
    const { a, b, width, items } = gate;
    return { ...about, verdict: judged(width, distances.walkway), items, margin: width, at: { a, b }, to };
  });
}

/** The rank of the narrowest gate on the best way to within reach of a piece. */
function wayTo({ shapes, box }: Piece, walls: readonly Wall[], floor: Floor, ways: Ways): number | undefined {
  const { reach } = distances;
  const around = { left: box.left - reach, top: box.top - reach, right: box.right + reach, bottom: box.bottom + reach };
  const near = walls.filter(({ a, b }) => boxDistance(boundsOf([a, b]), box) < reach);
  return floor.best(ways, around, (point) => shapes.some((shape) => isWithinReach(shape, point, near)));
}

/** Whether the nearest of a shape is within reach, and no wall of the room between. */
function isWithinReach(shape: Shape, point: Point, walls: readonly Wall[]): boolean {
  const { corners, round } = shape;
  const apart = round ? distance(round.centre, point) - round.radius : distanceToSides(point, corners);
  if (apart > distances.reach) return false;
  if (apart <= BESIDE || walls.length === 0) return true;
  // Not up to the very edge, which may lie on the wall that the piece stands against, or a little in it.
  const edge = along(nearestOf(shape, point), point, BESIDE / apart);
  return !walls.some(({ a, b }) => crosses(point, edge, a, b));
}

function isInBox({ x, y }: Point, { left, top, right, bottom }: Bounds): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
