/** What measuring, and the list of the pieces, say. */
import type { Side } from "./sides";

export const words = {
  x: "X",
  y: "Y",
  turned: "Turned",
  fromWest: "from the west wall",
  fromNorth: "from the north wall",
  clockwise: "degrees clockwise",
  move: "Move, by a tap on where it should go",
  moveTitle: "Move: then tap where it should go (Enter)",
  tools: "Tools",
  tape: "Tape measure",
  tapeTitle: "Tape measure (T)",
  tapeEnd: "Put the tape measure away",
} as const;

export function angleProblem(text: string): string {
  return `${words.turned} is “${text.trim()}”, expected whole degrees from −360 to 360, such as 45.`;
}

const SIDE_NAMES: Record<Side, string> = {
  back: "Behind",
  right: "To the right of",
  front: "In front of",
  left: "To the left of",
};

/** "Behind Kvällsro, up to the wall": what a number on the plan is the distance of. */
export function distanceName(side: Side, piece: string, to: string | undefined): string {
  return `${SIDE_NAMES[side]} ${piece}, up to ${to ?? "the wall"}`;
}

/** Begins the sentence about a number that was not understood. */
export const distanceWord = "The distance";

/** What to do with the tape next, or how long it is. */
export function tapeHint(points: number, length: string | undefined): string {
  if (length !== undefined) return `${length} from point to point`;
  return points === 0 ? "Press where to measure from" : "Press where to measure to";
}
