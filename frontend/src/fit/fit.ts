/**
 * Does it fit? Asks everything about a room that can be known from its plan, its pieces and the catalogue. Pure: the
 * same room gives the same answers, whatever the order of its pieces. It warns and never forbids.
 */
import { openingSegments, walls as wallsOf } from "../core/geometry";
import type { Item, Plan, Product } from "../core/protocol";
import { worstFirst, type Check } from "./checks";
import { clearanceChecks } from "./clearances";
import { radiatorChecks, windowChecks } from "./covered";
import { insideChecks } from "./inside";
import { obstaclePieces } from "./obstacles";
import { overlapChecks } from "./overlap";
import { piecesOf } from "./pieces";
import { swingChecks } from "./swings";
import { walkwayChecks } from "./walkways";

/** All checks of a room, the worst first. */
export function fit(plan: Plan, items: Iterable<Item>, products: ReadonlyMap<string, Product>): readonly Check[] {
  const all = [...items];
  const walls = wallsOf(plan.outline);
  const openings = openingSegments(plan);
  const pieces = piecesOf(all, products);
  const fixed = obstaclePieces(plan);
  const bodies = [...pieces, ...fixed];
  const upright = pieces.filter((piece) => !piece.lies);
  return worstFirst([
    ...all.filter(({ sku }) => !products.has(sku)).map(unknownPiece),
    ...insideChecks(plan, walls, pieces),
    ...overlapChecks(bodies),
    ...swingChecks(openings, bodies),
    ...walkwayChecks(plan, walls, openings, bodies),
    ...clearanceChecks(walls, bodies),
    ...windowChecks(openings, upright),
    ...radiatorChecks(plan, upright),
  ]);
}

function unknownPiece({ item }: Item): Check {
  return { kind: "inside", verdict: "not-checked", items: [item], unknown: "unknown-product" };
}
