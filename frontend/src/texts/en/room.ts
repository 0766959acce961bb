import type { Opening } from "../../core/protocol";
import type { ObstacleField, OpeningField } from "../../roomshape/rules";
import type { Cut, Shape } from "../../roomshape/shapes";
import type { ObstacleThing, OpeningThing, Side, WallThing } from "../things";
import { parts } from "./fit";

const SIDES: Record<Side, string> = {
  north: "North",
  "north-east": "North-east",
  east: "East",
  "south-east": "South-east",
  south: "South",
  "south-west": "South-west",
  west: "West",
  "north-west": "North-west",
};

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const wall = ({ kind, number }: WallThing) => `${SIDES[kind]} wall${number === undefined ? "" : ` ${number}`}`;
const theWall = (thing: WallThing) => `the ${lower(wall(thing))}`;
const theOpening = (thing: OpeningThing) => `the ${lower(parts.opening(thing))}`;

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The room itself, and editing it. */
export const room = {
  heldBy: (name: string) => `${name} is editing the room. You can look.`,
  notInYourHands: "The room is not in your hands.",
  done: "Done",
  close: "Close",
  takeNow: "Edit it now",
  unit: "Unit of lengths",
  shape: "Shape",
  shapes: { rectangle: "Rectangle", l: "L-shape", free: "Free corners" } as Record<Shape["kind"], string>,
  width: "Width",
  depth: "Depth",
  height: "Ceiling height",
  inside: "All measures are inside, from wall to wall.",
  cut: "Missing corner",
  cuts: { nw: "North-west", ne: "North-east", se: "South-east", sw: "South-west" } as Record<Cut, string>,
  cutWidth: "Its width",
  cutDepth: "Its depth",
  walls: "Walls",
  cornersHint: "Drag corners on the plan, or move them with the arrow keys.",
  addTo: (name: string) => `Add to the ${lower(name)}`,
  corner: "Corner",
  removeCorner: "Remove this corner",
  openings: "Doors and windows",
  noOpenings: "None yet.",
  add: "Add to a wall",
  pickWall: (kind: Opening["kind"]) => `Press the wall where the ${kind} should be.`,
  wall: "Wall",
  fromLeft: "From the left corner",
  fromRight: "From the right corner",
  openingWidth: "Width",
  openingHeight: "Height",
  sill: "Above the floor",
  hinge: "Hinges",
  hinges: { left: "Left", right: "Right" } as Record<Opening["hinge"], string>,
  swing: "Opens",
  swings: { in: "Inwards", out: "Outwards" } as Record<Opening["swing"], string>,
  seen: "Left and right as seen from inside.",
  obstacles: "Columns, radiators, built-in parts",
  noObstacles: "None yet.",
  addObstacle: "Add to the room",
  fromWest: "From the west wall",
  fromNorth: "From the north wall",
  obstacleWidth: "Width",
  obstacleDepth: "Depth",
  obstacleHeight: "Height",
  angle: "Angle",
  obstacleHint: "Distances are to its nearest edge. At 0° its back is to the north.",
  remove: (name: string) => `Remove ${lower(name)}`,
  lengthOf: (wall: string) => `Length of the ${lower(wall)}`,
  ofPart: (field: string, name: string) => `${field}, ${lower(name)}`,
  wallName: wall,
  cornerName: (before: WallThing, after: WallThing) => `Corner of ${lower(wall(before))} and ${lower(wall(after))}`,
  spokenOpening: (opening: OpeningThing, width: string, on: WallThing, offset: string) =>
    `${parts.opening(opening)}, ${width} wide, on ${theWall(on)}, ${offset} from its left corner`,
  spokenObstacle: (obstacle: ObstacleThing, size: string, west: string, north: string) =>
    `${parts.obstacle(obstacle)}, ${size}, ${west} from the west wall, ${north} from the north wall`,
  lostOpenings: (lost: readonly { readonly kind: Opening["kind"]; readonly width: string }[]) => {
    const names = lost.map(({ kind, width }) => `the ${kind} of ${width}`);
    return `${capital(listed(names))} no longer ${lost.length === 1 ? "fits its wall and was" : "fit their walls and were"} taken out.`;
  },
  slidOpenings: (slid: readonly OpeningThing[]) =>
    `${capital(listed(slid.map(theOpening)))} ${slid.length === 1 ? "was" : "were"} moved along the wall to fit.`,
};

const OPENING_FIELDS: Record<OpeningField, (value: string) => string> = {
  wall: () => "would be on a wall that is not there",
  offset: (value) => `would begin at ${value}`,
  end: (value) => `would end at ${value} on its wall`,
  width: (value) => `would be ${value} wide`,
  height: (value) => `would be ${value} high`,
  sill: (value) => `would be ${value} above the floor`,
  top: (value) => `would reach up to ${value}`,
};

const OBSTACLE_FIELDS: Record<ObstacleField, (value: string) => string> = {
  x: (value) => `would have its middle at ${value} from west to east`,
  y: (value) => `would have its middle at ${value} from north to south`,
  width: (value) => `would be ${value} wide`,
  depth: (value) => `would be ${value} deep`,
  height: (value) => `would be ${value} high`,
  rotation: (value) => `would be turned by ${value}`,
};

/** Why a room cannot be so: what was wrong and what was expected. Ranges come as `range` says them. */
export const roomProblems = {
  range: (least: string, most: string) => `${least} to ${most}`,
  corners: (count: number, range: string) => `The room would have ${count} corners, expected ${range}.`,
  tooFar: (distance: string, most: string) =>
    `A corner would be ${distance} from the plan’s beginning, expected no more than ${most}.`,
  side: (wall: WallThing, length: string, range: string) =>
    `${capital(theWall(wall))} would be ${length} long, expected ${range}.`,
  wallsTouch: (one: WallThing, other: WallThing) =>
    `${capital(theWall(one))} and ${theWall(other)} would touch, expected walls that meet at their corners only.`,
  insideOut: "The room would be turned inside out, expected walls around a floor.",
  height: (height: string, range: string) => `The ceiling would be ${height} high, expected ${range}.`,
  openings: (count: number, most: number) =>
    `The room would have ${count} doors and windows, expected no more than ${most}.`,
  opening: (opening: OpeningThing, field: OpeningField, value: string, range: string) =>
    `${capital(theOpening(opening))} ${OPENING_FIELDS[field](value)}, expected ${range}.`,
  obstacles: (count: number, most: number) =>
    `The room would have ${count} columns, radiators and built-in parts, expected no more than ${most}.`,
  obstacle: (obstacle: ObstacleThing, field: ObstacleField, value: string, range: string) =>
    `The ${lower(parts.obstacle(obstacle))} ${OBSTACLE_FIELDS[field](value)}, expected ${range}.`,
  noFloor: (size: string) => `The room has no free floor of ${size}, expected one for what is added.`,
  turned: (wall: WallThing, range: string) => `${capital(theWall(wall))} would have no length left, expected ${range}.`,
  noSpace: (wall: WallThing, free: string, needed: string) =>
    `${capital(theWall(wall))} has ${free} free in one stretch, expected ${needed} or more.`,
  overlap: (one: OpeningThing, other: OpeningThing) =>
    `${capital(theOpening(one))} and ${theOpening(other)} would overlap, expected them side by side.`,
};
