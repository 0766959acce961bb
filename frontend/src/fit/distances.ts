/**
 * The distances that decide, in mm, and where each comes from. One place to change them; the docs (docs/fit.md) list the
 * same figures. "Own" means HÖMSTYLE's own default: what we found sensible, and no standard's word.
 */

export interface Distance {
  /** From here on it is passed. */
  readonly passed: number;
  /** From here on, up to `passed`, it is tight; below it is failed. */
  readonly tight: number;
}

export const distances = {
  /**
   * Overlaps up to this are rounding: poses are whole millimetres and whole degrees. Own.
   */
  rounding: 2,

  /**
   * Free width on the way from a door to a piece. `passed` is close to the 36 in (914 mm) that the kitchen guidelines
   * of the NKBA (National Kitchen & Bath Association) give a walkway; the steps below are our own.
   */
  walkway: { passed: 900, tight: 750 },

  /** A narrower way than this counts as blocked: one would have to turn sideways. Own. */
  blocked: 600,

  /** A piece is reached by somebody who can walk this close to it, about an arm's length, with no wall between. Own. */
  reach: 600,

  /** Between a door's sweep and the nearest piece. Room for a handle or a finger. Own. */
  doorSwing: { passed: 50, tight: 0 },

  /** In front of a wardrobe: to stand and swing its doors open. Own. */
  "wardrobe-front": { passed: 900, tight: 700 },

  /**
   * In front of other things that open, beyond what their doors or drawers need (the catalogue says how much that is):
   * to stand there meanwhile. Own.
   */
  front: { passed: 250, tight: 0 },

  /** Beside a bed: to get in and to make it. A double bed needs it on both sides, others on one. Own. */
  "bed-side": { passed: 700, tight: 500 },

  /** The upper end of a bed belongs to the bedside table. Own. */
  bedHead: 600,

  /**
   * From a table's edge, over the chair, to what is behind it. The NKBA's kitchen guidelines for seating ask for 32 in
   * (813 mm) where nobody passes behind the chair and 36 in (914 mm) where somebody has to edge past.
   */
  "behind-chair": { passed: 914, tight: 813 },

  /** A chair this close to a table belongs to it. Own. */
  chairAtTable: 300,

  /** From a sofa to the table in front of it: knees and a way through, sideways. Own. */
  "sofa-to-table": { passed: 350, tight: 250 },

  /** A low table this far in front of a sofa is no longer the sofa's table. Own. */
  sofaTableReach: 1200,

  /** What stands this close to a window, and is higher than its sill, covers it. Own. */
  windowReach: 500,

  /** What stands this close before a radiator keeps its warmth from the room. Own. */
  radiatorReach: 200,

  /** The share of a window's or radiator's width that may be covered before it is more than tight. Own. */
  coveredShare: 0.5,
} as const;

export function judged(margin: number, { passed, tight }: Distance): "passed" | "tight" | "failed" {
  if (margin >= passed) return "passed";
  return margin >= tight ? "tight" : "failed";
}
