import type { Texts } from "../en";
import type { ObstacleThing, OpeningThing } from "../things";

const OPENINGS: Texts["parts"]["openings"] = { door: "Tür", window: "Fenster", passage: "Durchgang" };
const OBSTACLES: Texts["parts"]["obstacles"] = { column: "Säule", radiator: "Heizkörper", fixture: "Einbau" };

/** The article: nominative and dative. */
const ARTICLES = {
  door: ["die", "der"],
  window: ["das", "dem"],
  passage: ["der", "dem"],
  column: ["die", "der"],
  radiator: ["der", "dem"],
  fixture: ["der", "dem"],
} as const satisfies Record<OpeningThing["kind"] | ObstacleThing["kind"], readonly [string, string]>;

export const parts: Texts["parts"] = {
  openings: OPENINGS,
  obstacles: OBSTACLES,
  opening: ({ kind, number }) => (number === undefined ? OPENINGS[kind] : `${OPENINGS[kind]} ${number}`),
  obstacle: ({ kind, number }) => (number === undefined ? OBSTACLES[kind] : `${OBSTACLES[kind]} ${number}`),
};

/** "die Tür", but "Tür 2". */
export const theOpening = (opening: OpeningThing) =>
  opening.number === undefined ? `${ARTICLES[opening.kind][0]} ${parts.opening(opening)}` : parts.opening(opening);
/** "der Tür", but "Tür 2". */
export const toOpening = (opening: OpeningThing) =>
  opening.number === undefined ? `${ARTICLES[opening.kind][1]} ${parts.opening(opening)}` : parts.opening(opening);
export const theObstacle = (obstacle: ObstacleThing) =>
  obstacle.number === undefined
    ? `${ARTICLES[obstacle.kind][0]} ${parts.obstacle(obstacle)}`
    : parts.obstacle(obstacle);

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const Opening = (opening: OpeningThing) => capital(theOpening(opening));
const upTo = (other: string | undefined) => `, bis ${other === undefined ? "zur Wand" : `zu ${other}`}`;

export const fit: Texts["fit"] = {
  title: "Passt es?",
  close: "„Passt es?“ schließen",
  verdicts: { failed: "Passt nicht", tight: "Knapp", "not-checked": "Nicht geprüft", passed: "Passt" },
  countFailed: (count) => (count === 1 ? "1 passt nicht" : `${count} passen nicht`),
  countTight: (count) => `${count} knapp`,
  allFits: "Alles Geprüfte passt",
  free: (margin) => `${margin} frei`,
  tooFar: (margin) => `${margin} zu weit`,
  and: (names) => names.join(" und "),
  andMore: (name, more) => (more === 1 ? `${name} und 1 weiteren` : `${name} und ${more} weiteren`),
  inside: (piece) => `${piece} steht innerhalb der Wände`,
  throughWall: (piece) => `${piece} ragt durch die Wand`,
  clear: (one, other) => `${one} und ${other} berühren sich nicht`,
  overlap: (one, other) => `${one} und ${other} stecken ineinander`,
  opensAgainst: (opening, piece) => `${Opening(opening)} stößt beim Öffnen an ${piece ?? "die Wand"}`,
  justClears: (opening, piece) => `${Opening(opening)} geht gerade so an ${piece} vorbei`,
  opensFreely: (opening) => `${Opening(opening)} öffnet sich frei`,
  way: (door, to) => `von ${toOpening(door)} zu ${to}`,
  between: (one, other) => `zwischen ${one} und ${other}`,
  beside: (piece) => `neben ${piece}`,
  betweenWalls: "zwischen den Wänden",
  wideWay: (least, way) => `Mindestens ${least} breit ${way}`,
  noWay: (way) => `Kein Weg ${way}`,
  blockedWay: (place, way) => `Versperrt ${place}, ${way}`,
  tightWay: (place, way) => `Eng ${place}, ${way}`,
  narrowWay: (place, way) => `Zu schmal ${place}, aber man kommt durch, ${way}`,
  clearances: {
    "wardrobe-front": (piece, other) => `Vor ${piece}${other === undefined ? "" : upTo(other)}`,
    front: (piece, other) => `Vor ${piece}, wenn offen${other === undefined ? "" : upTo(other)}`,
    "bed-side": (piece, other) => `Neben ${piece}${upTo(other)}`,
    "behind-chair": (piece, other) => `Hinter ${piece}, vom Tisch${upTo(other).slice(1)}`,
    "sofa-to-table": (piece, other) => `Zwischen ${piece} und dem Tisch davor, ${other}`,
  },
  staysFree: (face) => `${face} bleibt frei`,
  covered: (face, by) => `${face} ist verdeckt von ${by}`,
  unknownProduct: "Ein Möbelstück, das der Katalog nicht mehr hat: seine Größe ist nicht bekannt",
  noDoor: "Wege durch den Raum: der Grundriss hat keine Tür",
  sashes: (opening, pieces) =>
    `${Opening(opening)} könnte mit ${pieces} zusammenstoßen: der Grundriss sagt nicht, wie es geteilt ist`,
  rugUnderDoor: (door, rug) =>
    `${Opening(door)} kommt vielleicht nicht über ${rug}: der Spalt darunter ist nicht bekannt`,
  noRadiators: "Heizkörper: der Grundriss zeigt keine",
};
