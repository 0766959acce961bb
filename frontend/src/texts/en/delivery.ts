import type { Way } from "../../delivery/attempts";
import type { Verdict } from "../../delivery/delivery";
import type { Landings, Measure, PassageKind } from "../../delivery/passages";

/** The way in. */
export const delivery = {
  wayTitle: "The way in",
  wayHint: "Measure every door, hall, turn, stairs and lift between the street and the room. It stays in this browser.",
  resultsTitle: "What gets in",
  noPieces: "Nothing stands in the room yet.",
  noWay: "Add what there is on the way in, and see here what gets through.",
  limits:
    "Not checked: room to stand and turn before and behind doors, handrails, lamps and radiators on the way, and who carries it.",
  backToList: "Shopping list",
  landingsLabel: "Turns",
  selected: "Selected",
  kinds: { door: "Door", hall: "Hall", turn: "Turn", stairs: "Stairs", lift: "Lift" } as Record<PassageKind, string>,
  landings: {
    none: "straight, no landing",
    quarter: "90° on landings",
    half: "180° on landings",
  } as Record<Landings, string>,
  verdicts: {
    ok: "Gets in",
    tight: "Tight",
    no: "Does not get in",
    "not-checked": "Not checked",
  } as Record<Verdict, string>,
  add: (kind: string) => `Add: ${kind.toLowerCase()}`,
  remove: (name: string) => `Remove ${name}`,
  measures: {
    width: "Width",
    height: "Height",
    beyond: "Width beyond",
    landing: "Landing",
    doorWidth: "Door width",
    doorHeight: "Door height",
    depth: "Depth",
  } as Record<Measure, string>,
  /** Where a measure has another name at some kind of passage. */
  measuresOtherwise: {
    "turn width": "Width before",
    "hall height": "Ceiling",
    "turn height": "Ceiling",
    "stairs height": "Headroom",
    "lift width": "Cabin width",
    "lift depth": "Cabin depth",
    "lift height": "Cabin height",
  } as Partial<Record<`${PassageKind} ${Measure}`, string>>,
  counts: {
    no: (count: number) => (count === 1 ? "1 does not get in" : `${count} do not get in`),
    "not-checked": (count: number) => (count === 1 ? "1 is not checked" : `${count} are not checked`),
    tight: (count: number) => (count === 1 ? "1 is tight" : `${count} are tight`),
    ok: (count: number) => (count === 1 ? "1 gets in" : `${count} get in`),
  } as Record<Verdict, (count: number) => string>,
  notMeasuredYet: "no way in is measured yet",
  notPacked: "the catalogue does not say how it is packed",
  legsOff: "with its legs off",
  tooSmall: (margin: string) => `${margin} too small`,
  toSpare: (margin: string) => `${margin} to spare`,
  notMeasured: (measures: readonly string[]) =>
    `not measured: ${measures.map((name) => name.toLowerCase()).join(", ")}`,
  package: (size: string, kilograms: string, number: number, count: number) =>
    `${count === 1 ? "Package" : `Package ${number} of ${count}`}: ${size}, ${kilograms} kg`,
  ways: { upright: "as it stands", "on-side": "on another side" } as Partial<Record<Way, string>>,
  leaningInLift: "leaning in the cabin; whether it can be turned there is not checked",
  raised: "raised at one end, or stood up",
  leaning: "leaning",
  assumedCeiling: (height: string) => `under a ceiling taken as ${height}`,
};
