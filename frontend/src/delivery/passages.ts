/** The way in, as a person measures it: doors, halls, turns, stairs and lifts. Lengths are mm. */

export type PassageKind = "door" | "hall" | "turn" | "stairs" | "lift";

/**
 * What is measured. `height` is the free height: of the opening, under the ceiling, over the steps, of the cabin.
 * `width` is the clear width; a turn has a second one, `beyond`. `landing` is how deep a landing is, from the last step
 * to the wall.
 */
export type Measure = "width" | "height" | "beyond" | "landing" | "doorWidth" | "doorHeight" | "depth";

/** How stairs turn on their landings: not at all, by 90° or by 180°. */
export type Landings = "none" | "quarter" | "half";

export interface Passage {
  readonly kind: PassageKind;
  /** What has been measured so far. */
  readonly measures: Readonly<Partial<Record<Measure, number>>>;
  /** Of stairs. */
  readonly landings?: Landings;
}

/** What has to be known of each, in the order in which one measures. */
const MEASURES: Record<PassageKind, readonly Measure[]> = {
  door: ["width", "height"],
  hall: ["width", "height"],
  turn: ["width", "beyond", "height"],
  stairs: ["width", "height", "landing"],
  lift: ["doorWidth", "doorHeight", "width", "depth", "height"],
};

/** Where a ceiling is, and nobody measured how high it is, a low one is taken. */
const CEILED: readonly PassageKind[] = ["hall", "turn"];

export const passageKinds = Object.keys(MEASURES) as readonly PassageKind[];

/** What can be measured of a passage. */
export function measuresOf({ kind, landings }: Passage): readonly Measure[] {
  return MEASURES[kind].filter((measure) => measure !== "landing" || landings !== "none");
}

/** What has to be measured before anything can be said. */
export function missingFrom(passage: Passage): readonly Measure[] {
  return measuresOf(passage).filter(
    (measure) => passage.measures[measure] === undefined && !isAssumed(passage.kind, measure),
  );
}

/** Whether a measure may be left out because a low ceiling is then taken. */
export function isAssumed(kind: PassageKind, measure: Measure): boolean {
  return measure === "height" && CEILED.includes(kind);
}

/** A passage of which nothing is known yet. */
export function unmeasured(kind: PassageKind): Passage {
  return kind === "stairs" ? { kind, measures: {}, landings: "half" } : { kind, measures: {} };
}
