/** What the panel about the room itself says. */
import { formatDimensions, formatLength, formatSize, viewerSentence } from "../core/format";
import { walls } from "../core/geometry";
import { COORDINATE_LIMIT, type Corner, type Obstacle, type Opening, type Plan } from "../core/protocol";
import { obstacleName as obstacleNameIn, openingName as nameIn } from "../fit/words";
import type { Access } from "./access";
import type { Changed, Refused } from "./edits";
import { edgesOf, obstaclesOf } from "./obstacles";
import { limits, roomOn, type ObstacleField, type OpeningField } from "./rules";
import type { Cut, Shape } from "./shapes";

export const words = {
  done: "Done",
  close: "Close",
  takeNow: "Edit it now",
  unit: "Unit of lengths",
  units: { cm: "cm", in: "in" },
  shape: "Shape",
  shapes: { rectangle: "Rectangle", l: "L-shape", free: "Free corners" } satisfies Record<Shape["kind"], string>,
  width: "Width",
  depth: "Depth",
  height: "Ceiling height",
  inside: "All measures are inside, from wall to wall.",
  cut: "Missing corner",
  cuts: { nw: "North-west", ne: "North-east", se: "South-east", sw: "South-west" } satisfies Record<Cut, string>,
  cutWidth: "Its width",
  cutDepth: "Its depth",
  walls: "Walls",
  cornersHint: "Drag corners on the plan, or move them with the arrow keys.",
  addTo: (wall: string) => `Add to the ${lower(wall)}`,
  corner: "Corner",
  removeCorner: "Remove this corner",
  openings: "Doors and windows",
  noOpenings: "None yet.",
  add: "Add to a wall",
  kinds: { door: "Door", window: "Window", passage: "Passage" } satisfies Record<Opening["kind"], string>,
  pickWall: (kind: Opening["kind"]) => `Press the wall where the ${kind} should be.`,
  wall: "Wall",
  fromLeft: "From the left corner",
  fromRight: "From the right corner",
  openingWidth: "Width",
  openingHeight: "Height",
  sill: "Above the floor",
  hinge: "Hinges",
  hinges: { left: "Left", right: "Right" } satisfies Record<Opening["hinge"], string>,
  swing: "Opens",
  swings: { in: "Inwards", out: "Outwards" } satisfies Record<Opening["swing"], string>,
  seen: "Left and right as seen from inside.",
  obstacles: "Columns, radiators, built-in parts",
  obstacleKinds: { column: "Column", radiator: "Radiator", fixture: "Built-in part" } satisfies Record<
    Obstacle["kind"],
    string
  >,
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
} as const;

const SIDES = ["North", "North-east", "East", "South-east", "South", "South-west", "West", "North-west"];

/** "North wall", after the side of the room that it is on; with a number where there are several. */
export function wallName(outline: readonly Corner[], index: number): string {
  const names = walls(outline).map(({ inward }) => {
    const bearing = (Math.atan2(-inward.x, inward.y) * 180) / Math.PI;
    return SIDES[Math.round((bearing + 360) / 45) % 8]!;
  });
  const same = names.flatMap((name, at) => (name === names[index] ? [at] : []));
  return same.length === 1 ? `${names[index]} wall` : `${names[index]} wall ${same.indexOf(index) + 1}`;
}

export function cornerName(outline: readonly Corner[], index: number): string {
  const before = (index - 1 + outline.length) % outline.length;
  return `Corner of ${lower(wallName(outline, before))} and ${lower(wallName(outline, index))}`;
}

/** "Door", or "Door 2" where there are several; as in the fit panel. */
export function openingName(index: number, plan: Plan): string {
  return nameIn(index, { plan });
}

export function obstacleName(index: number, plan: Plan): string {
  return obstacleNameIn(obstaclesOf(plan)[index]!, plan);
}

/** What a screen reader says about a wall on the plan. */
export function spokenWall({ outline }: Plan, index: number): string {
  return `${wallName(outline, index)}, ${formatSize(roomOn(outline, index))}`;
}

export function spokenOpening(plan: Plan, index: number): string {
  const { wall, offset, width } = plan.openings[index]!;
  const name = openingName(index, plan);
  return `${name}, ${formatSize(width)} wide, on the ${lower(wallName(plan.outline, wall))}, ${formatSize(offset)} from its left corner`;
}

export function spokenObstacle(plan: Plan, index: number): string {
  const obstacle = obstaclesOf(plan)[index]!;
  const { west, north } = edgesOf(plan, obstacle);
  return `${obstacleName(index, plan)}, ${formatDimensions(obstacle)}, ${formatSize(west)} from the west wall, ${formatSize(north)} from the north wall`;
}

/** How large an obstacle is on the floor, beside its name. */
export function obstacleSize({ width, depth }: Obstacle): string {
  return `${formatLength(width)} × ${formatSize(depth)}`;
}

/** A typed angle in whole degrees; or what it was and what was expected. */
export function readAngle(text: string, name: string): { readonly value: number } | { readonly problem: string } {
  const value = Number(/^\s*(\d{1,3})\s*°?\s*$/.exec(text)?.[1] ?? NaN);
  if (value <= MOST_DEGREES) return { value };
  return { problem: `${name} is “${text.trim()}”, expected whole degrees from 0 to ${MOST_DEGREES}.` };
}

const MOST_DEGREES = 359;

/** Where an opening is, beside its name. */
export function openingPlace({ outline, openings }: Plan, index: number): string {
  const { wall, width } = openings[index]!;
  return `${wallName(outline, wall)} · ${formatSize(width)}`;
}

/** Why one can only look, or nothing when one may edit. */
export function accessSentence(access: Access): string {
  switch (access.kind) {
    case "mine":
      return "";
    case "viewer":
      return viewerSentence;
    case "held":
      return `${access.holder} is editing the room. You can look.`;
    case "free":
      return "The room is not in your hands.";
  }
}

/** What happened to openings besides what one asked for; empty when nothing did. */
export function changedSentence({ plan, slid, lost }: Changed): string {
  const list = (openings: readonly Opening[]) => openings.map(({ kind, width }) => `the ${kind} of ${formatSize(width)}`); // prettier-ignore
  const [one, many] = [lost.length === 1, slid.length > 1];
  const gone = lost.length === 0 ? "" : `${capital(joined(list(lost)))} no longer ${one ? "fits its wall and was" : "fit their walls and were"} taken out.`; // prettier-ignore
  const moved = slid.length === 0 ? "" : `${capital(joined(slid.map((opening) => `the ${lower(openingName(plan.openings.indexOf(opening), plan))}`)))} ${many ? "were" : "was"} moved along the wall to fit.`; // prettier-ignore
  return [gone, moved].filter((text) => text !== "").join(" ");
}

/** What was wrong and what was expected. */
export function problemSentence({ problem, refused }: Refused): string {
  const { outline } = refused;
  const wall = (index: number) => lower(wallName(outline, index));
  const range = ({ least, most }: { least: number; most: number }) => `${formatSize(least)} to ${formatSize(most)}`;
  switch (problem.kind) {
    case "corners":
      return `The room would have ${problem.count} corners, expected ${limits.corners.least} to ${limits.corners.most}.`;
    case "too-far":
      return `A corner would be ${formatSize(Math.abs(problem.value))} from the plan’s beginning, expected no more than ${formatSize(COORDINATE_LIMIT)}.`;
    case "side":
      return `The ${wall(problem.wall)} would be ${formatSize(problem.length)} long, expected ${range(limits.side)}.`;
    case "walls-touch":
      return `The ${wall(problem.walls[0])} and the ${wall(problem.walls[1])} would touch, expected walls that meet at their corners only.`;
    case "counter-clockwise":
      return "The room would be turned inside out, expected walls around a floor.";
    case "height":
      return `The ceiling would be ${formatSize(problem.height)} high, expected ${range(limits.height)}.`;
    case "openings":
      return `The room would have ${problem.count} doors and windows, expected no more than ${limits.openings}.`;
    case "opening":
      return `The ${lower(openingName(problem.opening, refused))} ${OPENING_FIELDS[problem.field](formatSize(problem.value))}, expected ${formatSize(problem.least)} to ${formatSize(problem.most)}.`;
    case "obstacles":
      return `The room would have ${problem.count} columns, radiators and built-in parts, expected no more than ${limits.obstacles}.`;
    case "obstacle": {
      const told = problem.field === "rotation" ? (degrees: number) => `${degrees}°` : (mm: number) => formatSize(mm);
      return `The ${lower(obstacleName(problem.obstacle, refused))} ${OBSTACLE_FIELDS[problem.field](told(problem.value))}, expected ${told(problem.least)} to ${told(problem.most)}.`;
    }
    case "no-floor":
      return `The room has no free floor of ${formatLength(problem.width)} × ${formatSize(problem.depth)}, expected one for what is added.`;
    case "turned":
      return `The ${wall(problem.wall)} would have no length left, expected ${range(limits.side)}.`;
    case "no-space":
      return `The ${wall(problem.wall)} has ${formatSize(problem.free)} free in one stretch, expected ${formatSize(problem.width)} or more.`;
    case "overlap": {
      const [one, other] = problem.openings.map((index) => lower(openingName(index, refused)));
      return `The ${one} and the ${other} would overlap, expected them side by side.`;
    }
  }
}

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

/** The lengths that a wall's neighbours get, while it is dragged. */
export function lengthText(length: number): string {
  return `${formatLength(Math.round(length))}`;
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
