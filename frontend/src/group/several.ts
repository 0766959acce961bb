/** How a person is just selecting several pieces. */
import { signal, type Signal } from "@preact/signals";
import type { DesignerView } from "../core/designer";
import type { Point } from "../core/geometry";

export class Several {
  /** Each press adds a piece or takes it out: for fingers and keys, which have no Shift to hold. */
  readonly choosing: Signal<boolean> = signal(false);
  /** Whether the button that began or ended it had the focus, which the same button of the next panel takes over. */
  passesFocus = false;
  /** Two corners of the frame that is being drawn, in mm. */
  readonly frame: Signal<readonly [Point, Point] | undefined> = signal(undefined);
  /** Where the handle is while a hand turns them by it, in mm. */
  readonly turning: Signal<Point | undefined> = signal(undefined);
}

/** All that is selected, be it one piece or several. */
export function selectedOf({ selection, group }: DesignerView): ReadonlySet<string> {
  return selection === undefined ? group : new Set([selection]);
}
