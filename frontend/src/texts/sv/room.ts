import type { ObstacleField, OpeningField } from "../../roomshape/rules";
import type { Later } from "../en/later";
import type { Side, WallThing } from "../things";
import { capital, parts, theObstacle, theOpening } from "./fit";

const SIDES: Record<Side, string> = {
  north: "Norra",
  "north-east": "Nordöstra",
  east: "Östra",
  "south-east": "Sydöstra",
  south: "Södra",
  "south-west": "Sydvästra",
  west: "Västra",
  "north-west": "Nordvästra",
};

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const wall = ({ kind, number }: WallThing) => `${SIDES[kind]} väggen${number === undefined ? "" : ` ${number}`}`;
const theWall = (thing: WallThing) => lower(wall(thing));

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} och ${names.at(-1)}`;
}

export const room: Later["room"] = {
  heldBy: (name) => `${name} ändrar rummet just nu. Du kan titta.`,
  notInYourHands: "Rummet är inte i dina händer.",
  done: "Klar",
  close: "Stäng",
  takeNow: "Ändra det nu",
  unit: "Måttenhet",
  shape: "Form",
  shapes: { rectangle: "Rektangel", l: "L-form", free: "Fria hörn" },
  width: "Bredd",
  depth: "Djup",
  height: "Takhöjd",
  inside: "Alla mått är invändiga, från vägg till vägg.",
  cut: "Hörn som saknas",
  cuts: { nw: "Nordväst", ne: "Nordost", se: "Sydost", sw: "Sydväst" },
  cutWidth: "Dess bredd",
  cutDepth: "Dess djup",
  walls: "Väggar",
  cornersHint: "Dra hörnen på ritningen, eller flytta dem med piltangenterna.",
  addTo: (name) => `Lägg till på ${lower(name)}`,
  corner: "Hörn",
  removeCorner: "Ta bort hörnet",
  openings: "Dörrar och fönster",
  noOpenings: "Inga än.",
  add: "Lägg till på en vägg",
  pickWall: (kind) => `Tryck på väggen där ${theOpening({ kind })} ska vara.`,
  wall: "Vägg",
  fromLeft: "Från vänstra hörnet",
  fromRight: "Från högra hörnet",
  openingWidth: "Bredd",
  openingHeight: "Höjd",
  sill: "Över golvet",
  hinge: "Gångjärn",
  hinges: { left: "Vänster", right: "Höger" },
  swing: "Öppnas",
  swings: { in: "Inåt", out: "Utåt" },
  seen: "Vänster och höger sett inifrån.",
  obstacles: "Pelare, element, inbyggda delar",
  noObstacles: "Inga än.",
  addObstacle: "Lägg till i rummet",
  fromWest: "Från västra väggen",
  fromNorth: "Från norra väggen",
  obstacleWidth: "Bredd",
  obstacleDepth: "Djup",
  obstacleHeight: "Höjd",
  angle: "Vinkel",
  obstacleHint: "Avstånden går till närmaste kant. Vid 0° är baksidan mot norr.",
  remove: (name) => `Ta bort ${lower(name)}`,
  lengthOf: (wall) => `Längd, ${lower(wall)}`,
  ofPart: (field, name) => `${field}, ${lower(name)}`,
  wallName: wall,
  cornerName: (before, after) => `Hörnet mellan ${theWall(before)} och ${theWall(after)}`,
  spokenOpening: (opening, width, on, offset) =>
    `${parts.opening(opening)}, bredd ${width}, på ${theWall(on)}, ${offset} från dess vänstra hörn`,
  spokenObstacle: (obstacle, size, west, north) =>
    `${parts.obstacle(obstacle)}, ${size}, ${west} från västra väggen, ${north} från norra väggen`,
  lostOpenings: (lost) => {
    const names = lost.map(({ kind, width }) => `${theOpening({ kind })} på ${width}`);
    return `${capital(listed(names))} får inte längre plats på ${lost.length === 1 ? "sin vägg" : "sina väggar"} och togs bort.`;
  },
  slidOpenings: (slid) => `${capital(listed(slid.map(theOpening)))} flyttades längs väggen för att få plats.`,
};

const OPENING_FIELDS: Record<OpeningField, (value: string) => string> = {
  wall: () => "skulle sitta på en vägg som inte finns",
  offset: (value) => `skulle börja vid ${value}`,
  end: (value) => `skulle sluta vid ${value} på sin vägg`,
  width: (value) => `skulle ha bredden ${value}`,
  height: (value) => `skulle ha höjden ${value}`,
  sill: (value) => `skulle sitta ${value} över golvet`,
  top: (value) => `skulle nå upp till ${value}`,
};

const OBSTACLE_FIELDS: Record<ObstacleField, (value: string) => string> = {
  x: (value) => `skulle ha sin mitt vid ${value} från väster till öster`,
  y: (value) => `skulle ha sin mitt vid ${value} från norr till söder`,
  width: (value) => `skulle ha bredden ${value}`,
  depth: (value) => `skulle ha djupet ${value}`,
  height: (value) => `skulle ha höjden ${value}`,
  rotation: (value) => `skulle vridas ${value}`,
};

export const roomProblems: Later["roomProblems"] = {
  range: (least, most) => `${least} till ${most}`,
  corners: (count, range) => `Rummet skulle ha ${count} hörn, men ska ha ${range}.`,
  tooFar: (distance, most) => `Ett hörn skulle vara ${distance} från ritningens början, men får vara högst ${most}.`,
  side: (wall, length, range) => `${capital(theWall(wall))} skulle vara ${length} lång, men ska vara ${range}.`,
  wallsTouch: (one, other) =>
    `${capital(theWall(one))} och ${theWall(other)} skulle röra vid varandra, men väggar ska mötas bara i hörnen.`,
  insideOut: "Rummet skulle vändas ut och in, men väggarna ska gå runt ett golv.",
  height: (height, range) => `Taket skulle vara ${height} högt, men ska vara ${range}.`,
  openings: (count, most) => `Rummet skulle ha ${count} dörrar och fönster, men får ha högst ${most}.`,
  opening: (opening, field, value, range) =>
    `${capital(theOpening(opening))} ${OPENING_FIELDS[field](value)}, men ska vara ${range}.`,
  obstacles: (count, most) => `Rummet skulle ha ${count} pelare, element och inbyggda delar, men får ha högst ${most}.`,
  obstacle: (obstacle, field, value, range) =>
    `${capital(theObstacle(obstacle))} ${OBSTACLE_FIELDS[field](value)}, men ska vara ${range}.`,
  noFloor: (size) => `Rummet har ingen fri golvyta på ${size}, men det behövs för det som läggs till.`,
  turned: (wall, range) => `${capital(theWall(wall))} skulle inte ha någon längd kvar, men ska vara ${range}.`,
  noSpace: (wall, free, needed) =>
    `${capital(theWall(wall))} har ${free} fritt i ett stycke, men det behövs minst ${needed}.`,
  overlap: (one, other) =>
    `${capital(theOpening(one))} och ${theOpening(other)} skulle gå in i varandra, men ska vara bredvid varandra.`,
};
