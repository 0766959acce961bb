/** What is said of several pieces at once. */

/** Pieces that a group moves without, since somebody else has them. */
export function leftOutSentence(count: number, holder: string): string {
  return count === 1 ? `One piece stays: ${holder} has it.` : `${count} pieces stay: ${holder} has them.`;
}

export function mostSentence(most: number): string {
  return `${most} pieces can be selected at once. The others were left out.`;
}
