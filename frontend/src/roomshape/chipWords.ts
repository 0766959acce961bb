/** What the button to the panel says: apart from the panel's `words`, which come with it. */
import { texts } from "../texts/texts";
import type { Access } from "./access";

/** On the button that opens the panel. */
export function chipText(access: Access): string {
  const { edit, editedBy, look } = texts().room;
  if (access.kind === "held") return editedBy(access.holder);
  return access.kind === "viewer" ? look : edit;
}
