const pieces = (count: number) => (count === 1 ? "1 piece" : `${count} pieces`);

/** Several pieces that are selected. */
export const group = {
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
  count: pieces,
  selected: (count: number) => `${pieces(count)} selected`,
  moved: (count: number) => `${pieces(count)} moved`,
  removed: (count: number) => `${pieces(count)} removed`,
  duplicated: (count: number) => `${pieces(count)} duplicated`,
  turned: (count: number, degrees: number) =>
    `${pieces(count)} turned ${Math.abs(degrees)} degrees ${degrees < 0 ? "back" : "clockwise"}`,
  /** Said in the panel while others have some of the pieces. */
  held: (count: number) =>
    count === 1 ? "Somebody else has one of them: it stays." : `Others have ${count} of them: they stay.`,
  /** Pieces that a group moves without, since somebody else has them. */
  leftOut: (count: number, holder: string) =>
    count === 1 ? `One piece stays: ${holder} has it.` : `${count} pieces stay: ${holder} has them.`,
  most: (most: number) => `${most} pieces can be selected at once. The others were left out.`,
};
