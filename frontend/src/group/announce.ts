/** Says to screen readers how many pieces are selected, as that changes. */
import { effect, untracked } from "@preact/signals";
import type { Session } from "../session";
import { texts } from "../texts/texts";
import { selectedOf } from "./several";

export function announceGroup({ view, several, spoken }: Session): void {
  let before = 0;
  effect(() => {
    const choosing = several.choosing.value || view.value.group.size > 0;
    const now = choosing ? selectedOf(view.value).size : 0;
    untracked(() => {
      if (now === before) return;
      if (now > 0 || choosing) spoken.value = texts().group.selected(now);
      else if (view.value.selection === undefined) spoken.value = texts().group.nothing;
      before = now;
    });
  });
}
