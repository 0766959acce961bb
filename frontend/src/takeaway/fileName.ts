/** What a file is called: the room's title, without what some file system does not take. */
import { later } from "../texts/texts";

/** Separators, wildcards, and characters that cannot be seen or that turn the direction of writing. */
const UNSAFE = /[\\/:*?"<>|\p{C}]+/gu;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const MOST_CHARACTERS = 80;

export function fileName(title: string, ending: string): string {
  const safe = [...title.replace(UNSAFE, " ").replace(/\s+/g, " ")].slice(0, MOST_CHARACTERS).join("");
  // Dots and blanks at the ends hide a file, or are lost.
  const name = safe.replace(/^[\s.]+|[\s.]+$/g, "");
  return `${name === "" || DEVICE.test(name) ? `${later().takeaway.untitled} ${name}`.trim() : name}.${ending}`;
}
