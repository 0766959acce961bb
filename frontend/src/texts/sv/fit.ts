import type { Texts } from "../en";
import type { ObstacleThing, OpeningThing } from "../things";

const OPENINGS: Texts["parts"]["openings"] = { door: "Dörr", window: "Fönster", passage: "Öppning" };
const THE_OPENING: Texts["parts"]["openings"] = { door: "dörren", window: "fönstret", passage: "öppningen" };
const OBSTACLES: Texts["parts"]["obstacles"] = { column: "Pelare", radiator: "Element", fixture: "Inbyggd del" };
const THE_OBSTACLE: Texts["parts"]["obstacles"] = {
  column: "pelaren",
  radiator: "elementet",
  fixture: "den inbyggda delen",
};

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const parts: Texts["parts"] = {
  openings: OPENINGS,
  obstacles: OBSTACLES,
  opening: ({ kind, number }) => (number === undefined ? OPENINGS[kind] : `${OPENINGS[kind]} ${number}`),
  obstacle: ({ kind, number }) => (number === undefined ? OBSTACLES[kind] : `${OBSTACLES[kind]} ${number}`),
};

/** "dörren", but "dörr 2". */
export const theOpening = (opening: OpeningThing) =>
  opening.number === undefined ? THE_OPENING[opening.kind] : lower(parts.opening(opening));
export const theObstacle = (obstacle: ObstacleThing) =>
  obstacle.number === undefined ? THE_OBSTACLE[obstacle.kind] : lower(parts.obstacle(obstacle));

const Opening = (opening: OpeningThing) => capital(theOpening(opening));
const upTo = (other: string | undefined) => (other === undefined ? "" : `, fram till ${other}`);

export const fit: Texts["fit"] = {
  title: "Får det plats?",
  close: "Stäng ”Får det plats?”",
  verdicts: {
    failed: "Får inte plats",
    tight: "Trångt",
    "not-checked": "Inte kontrollerat",
    passed: "Får plats",
  },
  countFailed: (count) => `${count} får inte plats`,
  countTight: (count) => `trångt på ${count} ${count === 1 ? "ställe" : "ställen"}`,
  allFits: "Allt kontrollerat får plats",
  free: (margin) => `${margin} fritt`,
  tooFar: (margin) => `${margin} för långt`,
  and: (names) => names.join(" och "),
  andMore: (name, more) => `${name} och ${more} till`,
  inside: (piece) => `${piece} står innanför väggarna`,
  throughWall: (piece) => `${piece} går in i väggen`,
  clear: (one, other) => `${one} går fri från ${other}`,
  overlap: (one, other) => `${one} och ${other} står i varandra`,
  opensAgainst: (opening, piece) => `${Opening(opening)} slår i ${piece ?? "väggen"}`,
  justClears: (opening, piece) => `${Opening(opening)} går precis fri från ${piece}`,
  opensFreely: (opening) => `${Opening(opening)} öppnas fritt`,
  way: (door, to) => `från ${theOpening(door)} till ${to}`,
  between: (one, other) => `mellan ${one} och ${other}`,
  beside: (piece) => `bredvid ${piece}`,
  betweenWalls: "mellan väggarna",
  wideWay: (least, way) => `Minst ${least} brett ${way}`,
  noWay: (way) => `Ingen väg ${way}`,
  blockedWay: (place, way) => `Blockerat ${place}, ${way}`,
  tightWay: (place, way) => `Trångt ${place}, ${way}`,
  narrowWay: (place, way) => `För smalt ${place}, men det går att komma fram, ${way}`,
  clearances: {
    "wardrobe-front": (piece, other) => `Framför ${piece}${upTo(other)}`,
    front: (piece, other) => `Framför ${piece} när den är öppen${upTo(other)}`,
    "bed-side": (piece, other) => `Bredvid ${piece}, fram till ${other ?? "väggen"}`,
    "behind-chair": (piece, other) => `Bakom ${piece}, från bordet till ${other ?? "väggen"}`,
    "sofa-to-table": (piece, other) => `Mellan ${piece} och dess bord, ${other}`,
  },
  staysFree: (face) => `${face} är fri från möbler`,
  covered: (face, by) => `${face} skyms av ${by}`,
  unknownProduct: "En möbel som inte finns kvar i katalogen: dess mått är okända",
  noDoor: "Vägar genom rummet: planritningen har ingen dörr",
  sashes: (opening, pieces) => `${Opening(opening)} kan slå i ${pieces}: ritningen säger inte hur det är delat`,
  rugUnderDoor: (door, rug) => `${Opening(door)} går kanske inte fri från ${rug}: springan under den är okänd`,
  noRadiators: "Element: planritningen visar inga",
};
