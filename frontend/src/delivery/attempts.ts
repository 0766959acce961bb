/** The ways in which a package can be got through each kind of passage, the simplest first. */
import type { Package } from "../core/protocol";
import { fitsBox, footprintsUnder, passesOpening, permutations, turnsCorner, type Box, type Footprint } from "./boxes";
import type { Landings, Measure, PassageKind } from "./passages";
import { settings } from "./settings";

/** How a package is carried: as it stands, on another side, or turned in the opening or raised at one end. */
export type Way = "upright" | "on-side" | "tilted";

/** A way to get a package through. Each way allows whatever a simpler one does. */
export interface Attempt {
  readonly way: Way;
  /** Whether it passes when all measures of the passage are so much less. */
  readonly passes: (less: number) => boolean;
  /** It is more than was measured: tight at best. */
  readonly guessed?: true;
}

/** What is known of a passage, completed where a low ceiling is taken. */
export interface Measured {
  readonly measures: Readonly<Record<Measure, number>>;
  readonly landings: Landings;
}

/** The free width and height of an opening, when all measures are so much less. */
type Opening = (less: number) => readonly [width: number, height: number];

interface Corner {
  readonly width: number;
  readonly beyond: number;
  readonly ceiling: number;
  /** How long a footprint may be at most. */
  readonly longest: number;
}

export const attemptsAt: Record<PassageKind, (packed: Package, passage: Measured) => readonly Attempt[]> = {
  door: (packed, { measures: { width, height } }) => throughOpening(packed, (less) => [width - less, height - less]),
  hall: (packed, { measures: { width, height } }) => throughOpening(packed, (less) => [width - less, height - less]),
  turn: (packed, { measures: { width, beyond, height } }) =>
    aroundCorner(packed, { width, beyond, ceiling: height, longest: Infinity }),
  stairs: upStairs,
  lift: intoLift,
};

function throughOpening(packed: Package, opening: Opening): readonly Attempt[] {
  const stands = (section: readonly number[], less: number) => {
    const [width, height] = opening(less);
    return section[0]! <= width && section[1]! <= height;
  };
  const { width, depth, height } = packed;
  return [
    { way: "upright", passes: (less) => stands([width, height], less) || stands([depth, height], less) },
    { way: "on-side", passes: (less) => permutations(boxOf(packed)).some((sides) => stands(sides, less)) },
    { way: "tilted", passes: (less) => passesOpening(boxOf(packed), ...opening(less)) },
  ];
}

function aroundCorner(packed: Package, { width, beyond, ceiling, longest }: Corner): readonly Attempt[] {
  const goes = ({ length, thickness }: Footprint, less: number) =>
    turnsCorner({ length, thickness }, width - less, beyond - less) &&
    Math.max(length, thickness) <= longest - 2 * less;
  const some = (less: number, mayBeRaised: boolean) =>
    footprintsUnder(boxOf(packed), ceiling - less).some((one) => (mayBeRaised || !one.raised) && goes(one, less));
  return [
    { way: "upright", passes: (less) => standsUnder(packed, ceiling - less) && goes(footprintOf(packed), less) },
    { way: "on-side", passes: (less) => some(less, false) },
    { way: "tilted", passes: (less) => some(less, true) },
  ];
}

/** What is packed higher than it is long is laid down at some door on the way, and has to be raised again. */
function standsUnder({ width, depth, height }: Package, ceiling: number): boolean {
  if (height <= Math.max(width, depth)) return height <= ceiling;
  return Math.hypot(height, Math.min(width, depth)) <= ceiling;
}

/** Along the flight, the room over the steps counts square to them. On a landing, the package turns a corner. */
function upStairs(packed: Package, { measures: { width, height, landing }, landings }: Measured): readonly Attempt[] {
  const square = Math.cos((settings.stairSlope * Math.PI) / 180);
  const flight = throughOpening(packed, (less) => [width - less, (height - less) * square]);
  if (landings === "none") return flight;
  // Where stairs turn by 180° it lies across both flights before it turns again.
  const longest = landings === "half" ? 2 * width : Infinity;
  const corner = aroundCorner(packed, { width, beyond: landing, ceiling: height, longest });
  const within = (attempts: readonly Attempt[], ways: number, less: number) =>
    attempts.slice(0, ways).some(({ passes }) => passes(less));
  return flight.map(({ way }, index) => ({
    way,
    passes: (less) => within(flight, index + 1, less) && within(corner, index + 1, less),
  }));
}

/** Slid straight in is measured; turning something inside the cabin is not. */
function intoLift(packed: Package, { measures }: Measured): readonly Attempt[] {
  const { doorWidth, doorHeight, width, depth, height } = measures;
  const slides = ([across, up, ahead]: Box, less: number) =>
    across <= Math.min(doorWidth, width) - less && up <= Math.min(doorHeight, height) - less && ahead <= depth - less;
  const box = boxOf(packed);
  const upright: readonly Box[] = [
    [packed.width, packed.height, packed.depth],
    [packed.depth, packed.height, packed.width],
  ];
  return [
    { way: "upright", passes: (less) => upright.some((sides) => slides(sides, less)) },
    { way: "on-side", passes: (less) => permutations(box).some((sides) => slides(sides, less)) },
    {
      way: "tilted",
      guessed: true,
      passes: (less) =>
        passesOpening(box, doorWidth - less, doorHeight - less) &&
        fitsBox(box, [width - less, depth - less, height - less]),
    },
  ];
}

function boxOf({ width, depth, height }: Package): Box {
  return [width, depth, height];
}

function footprintOf({ width, depth }: Package): Footprint {
  return { length: width, thickness: depth };
}
