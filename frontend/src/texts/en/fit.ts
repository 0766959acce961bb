import type { ClearanceKind, Verdict } from "../../fit/checks";
import type { ObstacleThing, OpeningThing } from "../things";

const OPENINGS: Record<OpeningThing["kind"], string> = { door: "Door", window: "Window", passage: "Passage" };
const OBSTACLES: Record<ObstacleThing["kind"], string> = {
  column: "Column",
  radiator: "Radiator",
  fixture: "Built-in part",
};

const numbered = (name: string, number: number | undefined) => (number === undefined ? name : `${name} ${number}`);
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What stands in the walls, and for good in the room. */
export const parts = {
  openings: OPENINGS,
  obstacles: OBSTACLES,
  opening: ({ kind, number }: OpeningThing) => numbered(OPENINGS[kind], number),
  obstacle: ({ kind, number }: ObstacleThing) => numbered(OBSTACLES[kind], number),
};

/** Does it fit? Pieces come by their names, margins as they are shown. */
export const fit = {
  title: "Does it fit?",
  close: "Close “Does it fit?”",
  verdicts: {
    failed: "Does not fit",
    tight: "Tight",
    "not-checked": "Not checked",
    passed: "Fits",
  } as Record<Verdict, string>,
  countFailed: (count: number) => (count === 1 ? "1 does not fit" : `${count} do not fit`),
  countTight: (count: number) => `${count} tight`,
  allFits: "Everything checked fits",
  free: (margin: string) => `${margin} free`,
  tooFar: (margin: string) => `${margin} too far`,
  and: (names: readonly string[]) => names.join(" and "),
  andMore: (name: string, more: number) => `${name} and ${more} more`,
  inside: (piece: string) => `${piece} stands inside the walls`,
  throughWall: (piece: string) => `${piece} reaches through the wall`,
  clear: (one: string, other: string) => `${one} stands clear of ${other}`,
  overlap: (one: string, other: string) => `${one} and ${other} are in each other`,
  opensAgainst: (opening: OpeningThing, piece: string | undefined) =>
    `${parts.opening(opening)} opens against ${piece ?? "the wall"}`,
  justClears: (opening: OpeningThing, piece: string) => `${parts.opening(opening)} only just clears ${piece}`,
  opensFreely: (opening: OpeningThing) => `${parts.opening(opening)} opens freely`,
  way: (door: OpeningThing, to: string) => `from the ${lower(parts.opening(door))} to ${to}`,
  between: (one: string, other: string) => `between ${one} and ${other}`,
  beside: (piece: string) => `beside ${piece}`,
  betweenWalls: "between walls",
  wideWay: (least: string, way: string) => `At least ${least} wide ${way}`,
  noWay: (way: string) => `No way ${way}`,
  blockedWay: (place: string, way: string) => `Blocked ${place}, ${way}`,
  tightWay: (place: string, way: string) => `Tight ${place}, ${way}`,
  narrowWay: (place: string, way: string) => `Too narrow ${place}, though passable, ${way}`,
  clearances: {
    "wardrobe-front": (piece, other) => `In front of ${piece}${other === undefined ? "" : `, up to ${other}`}`,
    front: (piece, other) => `In front of ${piece} when it is open${other === undefined ? "" : `, up to ${other}`}`,
    "bed-side": (piece, other) => `Beside ${piece}, up to ${other ?? "the wall"}`,
    "behind-chair": (piece, other) => `Behind ${piece}, from the table to ${other ?? "the wall"}`,
    "sofa-to-table": (piece, other) => `Between ${piece} and its table, ${other}`,
  } as Record<ClearanceKind, (piece: string, other: string | undefined) => string>,
  staysFree: (face: string) => `${face} stays free`,
  covered: (face: string, by: string) => `${face} is covered by ${by}`,
  unknownProduct: "A piece that the catalogue no longer has: its size is not known",
  noDoor: "Ways through the room: the plan has no door",
  sashes: (opening: OpeningThing, pieces: string) =>
    `${parts.opening(opening)} may open against ${pieces}: the plan does not say how it is divided`,
  rugUnderDoor: (door: OpeningThing, rug: string) =>
    `${parts.opening(door)} may not clear ${rug}: the gap under it is not known`,
  noRadiators: "Radiators: the plan does not show any",
};
