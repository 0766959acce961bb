/** Is there room to use things: before a wardrobe, beside a bed, behind a chair, between a sofa and its table? */
import type { Wall } from "../core/geometry";
import { wholeMargin, type Check, type ClearanceKind } from "./checks";
import { distances, judged } from "./distances";
import { axesOf, pointOf, type Piece } from "./pieces";
import { boxDistance, gap } from "./shapes";
import { endOf, type End, type Strip } from "./strips";

const SOFAS: readonly string[] = ["sofa", "loveseat", "corner-sofa"];
const CHAIRS: readonly string[] = ["chair", "office-chair", "stool"];

export function clearanceChecks(walls: readonly Wall[], pieces: readonly Piece[]): readonly Check[] {
  const standing = pieces.filter((piece) => !piece.lies && piece.on === undefined);
  return standing.flatMap((piece) => {
    const { kind } = piece.product;
    const others = standing.filter((other) => other !== piece);
    if (kind === "wardrobe") return wardrobeFront(piece, walls, others);
    if (piece.product.clearances) return openingFront(piece, piece.product.clearances.front, walls, others);
    if (kind === "bed") return bedSides(piece, walls, others);
    if (kind === "single-bed" || kind === "crib") return bestSide(bedSides(piece, walls, others));
    if (CHAIRS.includes(kind)) return behindChair(piece, walls, others);
    if (SOFAS.includes(kind)) return sofaToTable(piece, others);
    return [];
  });
}

function wardrobeFront(piece: Piece, walls: readonly Wall[], others: readonly Piece[]): readonly Check[] {
  return checked("wardrobe-front", piece, endOf(frontOf(piece), walls, others));
}

function openingFront(piece: Piece, needed: number, walls: readonly Wall[], others: readonly Piece[]) {
  const { passed, tight } = distances.front;
  const distance = { passed: needed + passed, tight: needed + tight };
  return checked("front", piece, endOf(frontOf(piece), walls, others)).map((check): Check => {
    return { ...check, verdict: judged(check.margin!, distance) };
  });
}

function bedSides(piece: Piece, walls: readonly Wall[], others: readonly Piece[]): readonly Check[] {
  const { width, depth } = piece.product;
  const { across, ahead } = axesOf(piece);
  const head = Math.min(distances.bedHead, depth / 2);
  const strip = { length: depth - head, along: ahead };
  const left = endOf({ ...strip, start: pointOf(piece, 0, head), out: { x: -across.x, y: -across.y } }, walls, others);
  const right = endOf({ ...strip, start: pointOf(piece, width, head), out: across }, walls, others);
  return [
    ...checked("bed-side", piece, left).map((check) => ({ ...check, side: "left" as const })),
    ...checked("bed-side", piece, right).map((check) => ({ ...check, side: "right" as const })),
  ];
}

function bestSide(sides: readonly Check[]): readonly Check[] {
  const margin = (check: Check) => check.margin ?? 0;
  const items = (check: Check) => check.items.join("+");
  return [...sides]
    .sort((one, other) => margin(other) - margin(one) || (items(one) < items(other) ? -1 : 1))
    .slice(0, 1);
}

/** From the edge of the table that a chair stands at, over the chair, to what is behind it. */
function behindChair(piece: Piece, walls: readonly Wall[], others: readonly Piece[]): readonly Check[] {
  const { width, depth } = piece.product;
  const { across, ahead } = axesOf(piece);
  const tables = others.filter(({ product }) => product.under !== undefined);
  const overChair: Strip = { start: pointOf(piece, 0, 0), length: width, along: across, out: ahead };
  const table = endOf(overChair, [], tables);
  if (!table || wholeMargin(table.distance) > depth + distances.chairAtTable) return [];
  const behind = others.filter((other) => other !== table.piece);
  const back = endOf({ ...overChair, out: { x: -ahead.x, y: -ahead.y } }, walls, behind);
  if (!back) return [];
  const length = table.distance + back.distance;
  // Straight behind the point that ends it, so that the line drawn is the length measured.
  const a = { x: back.b.x + ahead.x * length, y: back.b.y + ahead.y * length };
  return checked("behind-chair", piece, { ...back, distance: length, a });
}

function sofaToTable(piece: Piece, others: readonly Piece[]): readonly Check[] {
  const { width, depth } = piece.product;
  const { across, ahead } = axesOf(piece);
  const middle = pointOf(piece, width / 2, depth / 2);
  return others.flatMap((other) => {
    if (!isLowTable(other) || wholeMargin(boxDistance(piece.box, other.box)) > distances.sofaTableReach) return [];
    const [dx, dy] = [other.item.x - middle.x, other.item.y - middle.y];
    const isAhead = wholeMargin(dx * ahead.x + dy * ahead.y) > -depth / 2;
    if (!isAhead || wholeMargin(Math.abs(dx * across.x + dy * across.y)) > width / 2) return [];
    const gaps = piece.shapes.flatMap((one) => other.shapes.map((two) => gap(one, two)));
    const least = gaps.reduce((best, found) => (found.distance < best.distance ? found : best));
    // Where they stand in each other, the overlap says so.
    return least.distance < 0 ? [] : checked("sofa-to-table", piece, { ...least, piece: other });
  });
}

function isLowTable({ product: { kind, under } }: Piece): boolean {
  return kind === "coffee-table" || (kind === "round-table" && under === undefined);
}

function checked(clearance: ClearanceKind, piece: Piece, end: End | undefined): readonly Check[] {
  if (!end) return [];
  const margin = wholeMargin(end.distance);
  const items = end.piece ? [piece.id, end.piece.id] : [piece.id];
  const at = { a: end.a, b: end.b };
  return [{ kind: "clearance", clearance, verdict: judged(margin, distances[clearance]), items, margin, at }];
}

function frontOf(piece: Piece): Strip {
  const { width, depth } = piece.product;
  const { across, ahead } = axesOf(piece);
  return { start: pointOf(piece, 0, depth), length: width, along: across, out: ahead };
}
