/** What is said about several pieces that are selected. */

export const words = {
  title: "Selected pieces",
  deselect: "Deselect all",
  several: "Select several pieces",
  severalTitle: "Select several: press pieces to add them or to take them out (Shift + Enter)",
  done: "Done",
  add: "Press pieces on the plan to add them or to take them out.",
  back: "Turn 15 degrees back, all together",
  clockwise: "Turn 15 degrees clockwise, all together",
  quarter: "Turn 90 degrees clockwise, all together",
  duplicate: "Duplicate all of them",
  remove: "Remove all of them",
  nothing: "Nothing is selected",
  choosing: "Press Shift and Enter on further pieces to add them, Escape to end",
} as const;

export function countSentence(count: number): string {
  return count === 1 ? "1 piece" : `${count} pieces`;
}

export const selectedSentence = (count: number): string => `${countSentence(count)} selected`;
export const movedSentence = (count: number): string => `${countSentence(count)} moved`;
export const removedSentence = (count: number): string => `${countSentence(count)} removed`;
export const duplicatedSentence = (count: number): string => `${countSentence(count)} duplicated`;

export function turnedSentence(count: number, degrees: number): string {
  const way = degrees < 0 ? "back" : "clockwise";
  return `${countSentence(count)} turned ${Math.abs(degrees)} degrees ${way}`;
}

/** Said in the panel while others have some of the pieces. */
export function heldSentence(count: number): string {
  return count === 1 ? "Somebody else has one of them: it stays." : `Others have ${count} of them: they stay.`;
}

/** What the keys do that are about several pieces. */
export const shortcuts: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["Shift", "Enter"], "Add the piece to the selected ones, or take it out"],
  [["Ctrl", "A"], "Select all pieces"],
  [["Shift"], "Hold and press, or draw a frame: select several"],
];
