/**
 * Does it fit? Asks everything about a room that can be known from its plan, its pieces and the catalogue. Pure: the
 * same room gives the same answers, whatever the order of its pieces. It warns and never forbids.
 */
import { openingSegments, walls as wallsOf, type OpeningSegment, type Wall } from "../core/geometry";
import type { Item, Plan, Product } from "../core/protocol";
import { worstFirst, type Check } from "./checks";
import { clearanceChecks } from "./clearances";
import { radiatorChecks, windowChecks } from "./covered";
import { insideChecks } from "./inside";
import { obstaclePieces } from "./obstacles";
import { overlapChecks } from "./overlap";
import { piecesOf, type Piece } from "./pieces";
import { swingChecks } from "./swings";
import { walkwayChecks } from "./walkways";

/** All checks of a room, the worst first. */
export function fit(plan: Plan, items: Iterable<Item>, products: ReadonlyMap<string, Product>): readonly Check[] {
  const all = [...items];
  const walls = wallsOf(plan.outline);
  const openings = openingSegments(plan);
  const pieces = piecesOf(all, products);
  const bodies = [...pieces, ...obstaclePieces(plan)];
  return worstFirst([
    ...all.filter(({ sku }) => !products.has(sku)).map(unknownPiece),
    ...standingChecks(plan, walls, openings, pieces),
    ...walkwayChecks(plan, walls, openings, bodies),
  ]);
}

/** All checks but those of the ways through the room, which cost the most; in no order. */
export function fitStanding(plan: Plan, items: Iterable<Item>, products: ReadonlyMap<string, Product>) {
  return standingChecks(plan, wallsOf(plan.outline), openingSegments(plan), piecesOf(items, products));
}

function standingChecks(
  plan: Plan,
  walls: readonly Wall[],
  openings: readonly OpeningSegment[],
  pieces: readonly Piece[],
): readonly Check[] {
  const bodies = [...pieces, ...obstaclePieces(plan)];
  const upright = pieces.filter((piece) => !piece.lies);
  return [
    ...insideChecks(plan, walls, pieces),
    ...overlapChecks(bodies),
    ...swingChecks(walls, openings, bodies),
    ...clearanceChecks(walls, bodies),
    ...windowChecks(openings, upright),
    ...radiatorChecks(plan, upright),
  ];
}

function unknownPiece({ item }: Item): Check {
  return { kind: "inside", verdict: "not-checked", items: [item], unknown: "unknown-product" };
}
