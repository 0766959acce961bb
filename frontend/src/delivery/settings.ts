/**
 * The figures that decide whether a package gets in, and where each comes from; docs/delivery.md lists the same. "Own"
 * means HÖMSTYLE's own default: what we found sensible, and no standard's word.
 */
export const settings = {
  /** The margin from which on it is ok, and from which on it is tight, mm. Room for hands and blankets. Own. */
  margin: { ok: 50, tight: 0 },

  /**
   * The ceiling of a hall or turn whose height was not measured, mm. Own: below the 2.40 m that Boverket's building
   * rules (BBR 3:3) ask of rooms in Swedish homes, so that old houses are not flattered.
   */
  lowCeiling: 2100,

  /** How steep stairs are taken to be, degrees: steeper leaves less room between steps and ceiling. Own. */
  stairSlope: 40,
} as const;
