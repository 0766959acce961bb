import type { ObstacleField, OpeningField } from "../../roomshape/rules";
import type { Later } from "../en/later";
import type { Side, WallThing } from "../things";
import { capital, parts, theObstacle, theOpening } from "./fit";

const SIDES: Record<Side, string> = {
  north: "Nordwand",
  "north-east": "Nordostwand",
  east: "Ostwand",
  "south-east": "Südostwand",
  south: "Südwand",
  "south-west": "Südwestwand",
  west: "Westwand",
  "north-west": "Nordwestwand",
};

const wall = ({ kind, number }: WallThing) => (number === undefined ? SIDES[kind] : `${SIDES[kind]} ${number}`);
/** "die Nordwand" and "an der Nordwand", but "Südwand 2". */
const theWall = (thing: WallThing) => (thing.number === undefined ? `die ${wall(thing)}` : wall(thing));
const onWall = (thing: WallThing) => (thing.number === undefined ? `der ${wall(thing)}` : wall(thing));
/** Accusative. */
const intoWall = { door: "die Tür", window: "das Fenster", passage: "den Durchgang" };

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} und ${names.at(-1)}`;
}

export const room: Later["room"] = {
  heldBy: (name) => `${name} ändert gerade den Raum. Du kannst zuschauen.`,
  notInYourHands: "Der Raum ist nicht in deinen Händen.",
  done: "Fertig",
  close: "Schließen",
  takeNow: "Jetzt ändern",
  unit: "Längeneinheit",
  shape: "Form",
  shapes: { rectangle: "Rechteck", l: "L-Form", free: "Freie Ecken" },
  width: "Breite",
  depth: "Tiefe",
  height: "Deckenhöhe",
  inside: "Alle Maße sind innen, von Wand zu Wand.",
  cut: "Fehlende Ecke",
  cuts: { nw: "Nordwesten", ne: "Nordosten", se: "Südosten", sw: "Südwesten" },
  cutWidth: "Ihre Breite",
  cutDepth: "Ihre Tiefe",
  walls: "Wände",
  cornersHint: "Zieh die Ecken im Grundriss, oder verschieb sie mit den Pfeiltasten.",
  addTo: (name) => `Zur ${name} hinzufügen`,
  corner: "Ecke",
  removeCorner: "Diese Ecke entfernen",
  openings: "Türen und Fenster",
  noOpenings: "Noch keine.",
  add: "Einer Wand hinzufügen",
  pickWall: (kind) => `Tippe auf die Wand, die ${intoWall[kind]} bekommen soll.`,
  wall: "Wand",
  fromLeft: "Von der linken Ecke",
  fromRight: "Von der rechten Ecke",
  openingWidth: "Breite",
  openingHeight: "Höhe",
  sill: "Über dem Boden",
  hinge: "Anschlag",
  hinges: { left: "Links", right: "Rechts" },
  swing: "Öffnet nach",
  swings: { in: "Innen", out: "Außen" },
  seen: "Links und rechts von innen gesehen.",
  obstacles: "Säulen, Heizkörper, Einbauten",
  noObstacles: "Noch keine.",
  addObstacle: "Dem Raum hinzufügen",
  fromWest: "Von der Westwand",
  fromNorth: "Von der Nordwand",
  obstacleWidth: "Breite",
  obstacleDepth: "Tiefe",
  obstacleHeight: "Höhe",
  angle: "Winkel",
  obstacleHint: "Abstände gelten bis zur nächsten Kante. Bei 0° ist die Rückseite im Norden.",
  remove: (name) => `${name} entfernen`,
  lengthOf: (wall) => `${wall}, Länge`,
  ofPart: (field, name) => `${field}, ${name}`,
  wallName: wall,
  cornerName: (before, after) => `Ecke zwischen ${onWall(before)} und ${onWall(after)}`,
  spokenOpening: (opening, width, on, offset) =>
    `${parts.opening(opening)}, ${width} breit, an ${onWall(on)}, ${offset} von ihrer linken Ecke`,
  spokenObstacle: (obstacle, size, west, north) =>
    `${parts.obstacle(obstacle)}, ${size}, ${west} von der Westwand, ${north} von der Nordwand`,
  lostOpenings: (lost) => {
    const names = lost.map(({ kind, width }) => `${theOpening({ kind })} mit ${width}`);
    const one = lost.length === 1;
    return `${capital(listed(names))} ${one ? "passt nicht mehr in die Wand und wurde" : "passen nicht mehr in ihre Wände und wurden"} entfernt.`;
  },
  slidOpenings: (slid) =>
    `${capital(listed(slid.map(theOpening)))} ${slid.length === 1 ? "wurde" : "wurden"} passend an der Wand entlang verschoben.`,
};

const OPENING_FIELDS: Record<OpeningField, (value: string) => string> = {
  wall: () => "wäre in einer Wand, die es nicht gibt",
  offset: (value) => `würde bei ${value} beginnen`,
  end: (value) => `würde bei ${value} der Wand enden`,
  width: (value) => `wäre ${value} breit`,
  height: (value) => `wäre ${value} hoch`,
  sill: (value) => `wäre ${value} über dem Boden`,
  top: (value) => `würde bis ${value} hinaufreichen`,
};

const OBSTACLE_FIELDS: Record<ObstacleField, (value: string) => string> = {
  x: (value) => `hätte die Mitte bei ${value} von Westen nach Osten`,
  y: (value) => `hätte die Mitte bei ${value} von Norden nach Süden`,
  width: (value) => `wäre ${value} breit`,
  depth: (value) => `wäre ${value} tief`,
  height: (value) => `wäre ${value} hoch`,
  rotation: (value) => `wäre um ${value} gedreht`,
};

export const roomProblems: Later["roomProblems"] = {
  range: (least, most) => `${least} bis ${most}`,
  corners: (count, range) => `Der Raum hätte ${count} Ecken, erwartet werden ${range}.`,
  tooFar: (distance, most) => `Eine Ecke wäre ${distance} vom Anfang des Grundrisses, erlaubt sind höchstens ${most}.`,
  side: (wall, length, range) => `${capital(theWall(wall))} wäre ${length} lang, erwartet wird ${range}.`,
  wallsTouch: (one, other) =>
    `${capital(theWall(one))} und ${theWall(other)} würden sich berühren, Wände dürfen sich nur an ihren Ecken treffen.`,
  insideOut: "Der Raum wäre umgestülpt, erwartet werden Wände um einen Boden.",
  height: (height, range) => `Die Decke wäre ${height} hoch, erwartet wird ${range}.`,
  openings: (count, most) => `Der Raum hätte ${count} Türen und Fenster, erlaubt sind höchstens ${most}.`,
  opening: (opening, field, value, range) =>
    `${capital(theOpening(opening))} ${OPENING_FIELDS[field](value)}, erwartet wird ${range}.`,
  obstacles: (count, most) =>
    `Der Raum hätte ${count} Säulen, Heizkörper und Einbauten, erlaubt sind höchstens ${most}.`,
  obstacle: (obstacle, field, value, range) =>
    `${capital(theObstacle(obstacle))} ${OBSTACLE_FIELDS[field](value)}, erwartet wird ${range}.`,
  noFloor: (size) => `Der Raum hat keine freie Fläche von ${size}, das Neue braucht aber eine.`,
  turned: (wall, range) => `${capital(theWall(wall))} hätte keine Länge mehr, erwartet wird ${range}.`,
  noSpace: (wall, free, needed) =>
    `${capital(theWall(wall))} hat ${free} am Stück frei, gebraucht werden mindestens ${needed}.`,
  overlap: (one, other) =>
    `${capital(theOpening(one))} und ${theOpening(other)} würden sich überschneiden, sie müssen nebeneinander sein.`,
};
