/** Says to screen readers how many pieces are selected, as that changes. */
import { effect, untracked } from "@preact/signals";
import type { Session } from "../session";
import { texts } from "../texts/texts";
import { space } from "../view3d/mode";
import { selectedOf } from "./several";

export function announceGroup({ view, several, spoken }: Session): void {
  let before: ReadonlySet<string> = new Set();
  effect(() => {
    const { group, selection, shown } = view.value;
    const choosing = several.choosing.value || group.size > 0;
    const now = choosing ? selectedOf(view.value) : new Set<string>();
    untracked(() => {
      // What has left the room has been spoken of otherwise.
      const known = [...before].filter((item) => shown.has(item)).length;
      before = now;
      if (now.size === known) return;
      if (now.size > 0 || choosing) spoken.value = texts().group.selected(now.size);
      else if (selection === undefined) spoken.value = texts().group.nothing;
    });
  });
  effect(() => {
    if (space.value) several.choosing.value = false;
  });
}
