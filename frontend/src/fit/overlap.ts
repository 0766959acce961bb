/** Does anything stand in anything else? Heights count: a chair tucks under a table, a rug lies under all. */
import { wholeMargin, type Check } from "./checks";
import { distances } from "./distances";
import type { Piece } from "./pieces";
import { boxDistance, gap, type Gap } from "./shapes";

/** Every pair that stands in each other, and for each other piece its nearest neighbour. */
export function overlapChecks(pieces: readonly Piece[]): readonly Check[] {
  const upright = pieces.filter((piece) => !piece.lies);
  const nearest = upright.map((): Check | undefined => undefined);
  const checks = new Set<Check>();
  // Whatever a piece's nearest is, any other whose box touches its own could stand in it, too.
  const couldMatter = (index: number, atLeast: number) =>
    wholeMargin(atLeast) <= (upright[index]!.fixed ? 0 : Math.max(0, nearest[index]?.margin ?? Infinity));
  for (const { one, other, atLeast } of pairsOf(upright)) {
    if (upright[one]!.fixed && upright[other]!.fixed) continue;
    if (!couldMatter(one, atLeast) && !couldMatter(other, atLeast)) continue;
    const check = overlapCheck(upright[one]!, upright[other]!);
    if (!check) continue;
    if (check.verdict === "failed") checks.add(check);
    for (const index of [one, other]) {
      if (upright[index]!.fixed) continue;
      const before = nearest[index];
      if (!before || isNearer(check, before)) nearest[index] = check;
    }
  }
  for (const check of nearest) if (check) checks.add(check);
  return [...checks];
}

/** Of two neighbours as near as each other it is always the same one. */
function isNearer(one: Check, other: Check): boolean {
  return one.margin === other.margin ? one.items.join("+") < other.items.join("+") : one.margin! < other.margin!;
}

/** All pairs, by index, those whose boxes are near each other first: few others then have to be measured. */
function pairsOf(pieces: readonly Piece[]) {
  const pairs: { readonly one: number; readonly other: number; readonly atLeast: number }[] = [];
  for (let one = 0; one < pieces.length; one++) {
    for (let other = one + 1; other < pieces.length; other++) {
      pairs.push({ one, other, atLeast: boxDistance(pieces[one]!.box, pieces[other]!.box) });
    }
  }
  return pairs.sort((a, b) => a.atLeast - b.atLeast || a.one - b.one || a.other - b.other);
}

/**
 * The clearance between two pieces: the least distance between parts of them that take the same heights. Undefined
 * where none do, as for a lamp and the sideboard under it.
 */
export function clearance(one: Piece, other: Piece): Gap | undefined {
  let least: Gap | undefined;
  for (const a of one.bodies) {
    for (const b of other.bodies) {
      if (a.bottom >= b.top || b.bottom >= a.top) continue;
      if (least && boxDistance(a.shape.box, b.shape.box) > least.distance) continue;
      const found = gap(a.shape, b.shape);
      if (!least || found.distance < least.distance) least = found;
    }
  }
  return least;
}

function overlapCheck(one: Piece, other: Piece): Check | undefined {
  const found = clearance(one, other);
  if (!found) return undefined;
  const margin = wholeMargin(found.distance);
  const verdict = margin >= -distances.rounding ? "passed" : "failed";
  return { kind: "overlap", verdict, items: [one.id, other.id], margin, at: found };
}
