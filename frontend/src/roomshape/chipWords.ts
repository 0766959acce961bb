/** What the button to the panel says: apart from the panel's `words`, which come with it. */
import type { Access } from "./access";

export const chipWords = {
  edit: "Edit the room",
  look: "The room",
  notNow: "The room cannot be edited just now. Please try again in a moment.",
  title: "The room",
} as const;

/** On the button that opens the panel. */
export function chipText(access: Access): string {
  if (access.kind === "held") return `${access.holder} edits the room`;
  return access.kind === "viewer" ? chipWords.look : chipWords.edit;
}
