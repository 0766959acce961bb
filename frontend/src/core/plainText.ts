/** Of characters, by the protocol. */
export const LONGEST_TITLE = 80;
export const LONGEST_NAME = 40;

/**
 * What somebody typed or pasted, as the server takes it: one line without control characters (a paste from a table brings
 * tabs) and without halves of characters, trimmed, and of so many characters at most.
 */
export const plainText = (text: string, most: number): string =>
  [...text.replace(/[\p{Cc}\p{Cs}]+/gu, " ").trim()].slice(0, most).join("").trim();
