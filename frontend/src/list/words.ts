/** What the list of the pieces says. */

export const words = {
  open: "List of the pieces",
  openTitle: "List of the pieces (L)",
  close: "Close the list",
  title: "Pieces in this room",
  empty: "Nothing stands here yet.",
  loading: "The list comes in a moment…",
  choose: "Piece to add",
  add: "Add",
  notChecked: "Not checked yet",
  unknown: "Unknown piece",
} as const;

export const selectName = (piece: string): string => `Select ${piece}`;
export const turnName = (piece: string): string => `Turn ${piece} 90 degrees clockwise`;
export const duplicateName = (piece: string): string => `Duplicate ${piece}`;
export const removeName = (piece: string): string => `Remove ${piece}`;
export const addedSentence = (piece: string): string => `${piece} placed`;
export const removedSentence = (piece: string): string => `${piece} removed`;

export function countSentence(count: number): string {
  return count === 1 ? "1 piece" : `${count} pieces`;
}
