/** What the fit engine answers: one check per question that a room raises. Lengths are mm, places room coordinates. */
import type { Point } from "../core/geometry";

export type Verdict = "passed" | "tight" | "failed" | "not-checked";

export type CheckKind = "inside" | "overlap" | "swing" | "walkway" | "clearance" | "covered";

/** Which distance a `clearance` check is about. */
export type ClearanceKind = "wardrobe-front" | "front" | "bed-side" | "behind-chair" | "sofa-to-table";

/** Why something cannot be said. */
export type Unknown = "unknown-product" | "no-door" | "sashes" | "rug-under-door" | "no-radiators";

/** A place on the plan, from `a` to `b`; both are the same for a point. */
export interface Place {
  readonly a: Point;
  readonly b: Point;
}

export interface Check {
  readonly kind: CheckKind;
  readonly verdict: Verdict;
  /** The ids of the pieces between which, or to which, it is measured; walls have none. */
  readonly items: readonly string[];
  /** The index of the opening it is about. */
  readonly opening?: number;
  /** The index of the obstacle it is about: a radiator. */
  readonly obstacle?: number;
  readonly clearance?: ClearanceKind;
  /** Which of a bed's sides, as seen from its head. */
  readonly side?: "left" | "right";
  /** The free length in whole mm; negative is how far something is too far. Absent where nothing was measured. */
  readonly margin?: number;
  readonly at?: Place;
  /** For walkways: the pieces that the way leads to. */
  readonly to?: readonly string[];
  readonly unknown?: Unknown;
}

const WORST_FIRST: readonly Verdict[] = ["failed", "tight", "not-checked", "passed"];

/** The worst first, and of equals the one with the least margin; the same whatever the order before. */
export function worstFirst(checks: readonly Check[]): readonly Check[] {
  const rank = ({ verdict }: Check) => WORST_FIRST.indexOf(verdict);
  const margin = (check: Check) => check.margin ?? -Infinity;
  return checks
    .map((check) => ({ check, key: keyOf(check) }))
    .sort(
      (one, other) =>
        rank(one.check) - rank(other.check) ||
        Math.sign(margin(one.check) - margin(other.check)) ||
        (one.key < other.key ? -1 : 1),
    )
    .map(({ check }) => check);
}

/** Names a check for as long as it asks the same question of the same pieces. */
export function keyOf({ kind, clearance, side, opening, obstacle, items, to, unknown }: Check): string {
  return [kind, clearance, side, opening, obstacle, unknown, items.join("+"), to?.[0]].join(" ");
}

/**
 * Whole millimetres, the way every margin is rounded before it is judged. Without the hair's breadth, the same half
 * millimetre could come out of a turned room's arithmetic above or below.
 */
export function wholeMargin(length: number): number {
  return Math.round(length + 1e-6) + 0;
}
