/** What keys and buttons do with the selected pieces, and what a screen reader says then. */
import type { Point } from "../core/geometry";
import type { Session } from "../session";
import { texts } from "../texts/texts";
import { nudged, shifted, turned } from "./moves";
import { selectedOf } from "./several";

export function selectEverything({ designer, view }: Session): void {
  designer.selectAll(view.value.shown.keys());
}

/** On a focused piece. The first time, what is selected already stays, and more is added to it. */
export function toggleFocused(session: Session, item: string): void {
  const { choosing } = session.several;
  if (!choosing.value && session.view.value.selection === item) session.spoken.value = texts().group.choosing;
  else session.designer.toggle(item);
  choosing.value = true;
}

/** Ends selecting several, and deselects them. */
export function deselectGroup({ designer, several }: Session): void {
  several.choosing.value = false;
  designer.select(undefined);
}

export function nudgeGroup(session: Session, by: Point): void {
  const { designer, view, spoken } = session;
  const outline = view.value.room?.plan.outline ?? [];
  const count = designer.group.adjust(view.value.group, (items) => shifted(items, nudged(items, by, outline)));
  if (count > 0) spoken.value = texts().group.moved(count);
}

export function turnGroup({ designer, view, spoken }: Session, degrees: number): void {
  const count = designer.group.adjust(view.value.group, (items) => turned(items, degrees));
  if (count > 0) spoken.value = texts().group.turned(count, degrees);
}

export function removeGroup({ designer, view, spoken }: Session): void {
  const count = designer.group.remove(selectedOf(view.value));
  if (count > 0) spoken.value = texts().group.removed(count);
}
