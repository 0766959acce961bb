import type { Side } from "../../measure/sides";

/** Pieces on the plan, in the list and in one's hands. */
export const pieces = {
  plan: "Floor plan",
  unknown: "Unknown piece",
  yours: "Yours",
  dragToTurn: "Drag to turn",
  turnHandle: "Turn by 15 degrees",
  remove: "Remove",
  removeKey: "Delete",
  selected: "Selected piece",
  deselect: "Deselect",
  inYourHands: "In your hands",
  movedBy: (name: string) => `${name} is moving this`,
  turnBack: "Turn 15 degrees back",
  turnBackKey: "Shift+R",
  turn: "Turn 15 degrees clockwise",
  turnMore: "Turn 90 degrees clockwise",
  /** What follows a piece's name where it is read aloud. */
  spokenPlace: (west: string, north: string) => `, ${west} from the west wall, ${north} from the north wall`,
  spokenTurn: (degrees: number) => `, turned ${degrees} degrees`,
  spokenMine: ", in your hands",
  spokenLocked: (holder: string) => `, locked by ${holder}`,
};

/** The list of the pieces. */
export const list = {
  open: "List of the pieces",
  openTitle: "List of the pieces (L)",
  close: "Close the list",
  title: "Pieces in this room",
  empty: "Nothing stands here yet.",
  loading: "The list comes in a moment…",
  choose: "Piece to add",
  add: "Add",
  notChecked: "Not checked yet",
  select: (piece: string) => `Select ${piece}`,
  turn: (piece: string) => `Turn ${piece} 90 degrees clockwise`,
  duplicate: (piece: string) => `Duplicate ${piece}`,
  remove: (piece: string) => `Remove ${piece}`,
  removed: (piece: string) => `${piece} removed`,
  count: (pieces: number) => (pieces === 1 ? "1 piece" : `${pieces} pieces`),
};

/** Measuring, and where exactly a piece stands. */
export const measure = {
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
  tapeFrom: "Press where to measure from",
  tapeTo: "Press where to measure to",
  tapeLength: (length: string) => `${length} from point to point`,
  /** What a number on the plan is the distance of; to the wall where nothing is between. */
  distance: (side: Side, piece: string, to: string | undefined) => `${SIDES[side]} ${piece}, up to ${to ?? "the wall"}`,
  theDistance: "The distance",
};

const SIDES: Record<Side, string> = {
  back: "Behind",
  right: "To the right of",
  front: "In front of",
  left: "To the left of",
};
