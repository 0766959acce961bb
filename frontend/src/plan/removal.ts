/** What goes with a piece that is removed: its name is said, and the keyboard goes on from where it was. */
import { effect } from "@preact/signals";
import { selectedOf } from "../group/several";
import type { Session } from "../session";
import { texts } from "../texts/texts";
import { space } from "../view3d/mode";
import type { Stage } from "./stage";

/** Removes a piece for everybody, unless somebody else has it. */
export function removePiece({ designer, view, catalogue, spoken }: Session, item: string): void {
  const sku = view.peek().shown.get(item)?.sku ?? "";
  const name = catalogue.peek()?.bySku.get(sku)?.name ?? texts().pieces.unknown;
  if (designer.remove(item)) spoken.value = texts().list.removed(name);
}

/**
 * A piece that had the focus, or a button about the selected one, leaves it to the picture of the room when it goes: from
 * there Tab leads to the other pieces, and not from the top of the page. Panels look after what is in them themselves.
 */
export function keepFocus({ session, drawing }: Stage): void {
  let before = session.view.peek();
  effect(() => {
    const [old, now] = [before, session.view.value];
    before = now;
    const gone = [...old.shown.keys()].some((item) => !now.shown.has(item));
    const deselected = selectedOf(old).size > 0 && selectedOf(now).size === 0;
    const focused = document.activeElement;
    if (!(gone || deselected) || !focused?.closest(".piece, .proxy, .marks, .selected")) return;
    // The next frame draws the room without the piece, in the plan or in 3D.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (!focused.isConnected && document.activeElement === document.body) passFocusTo(space.peek()?.host ?? drawing.svg);
    })); // prettier-ignore
  });
}

/** What cannot have the focus otherwise: a tap there does not give it. */
function passFocusTo(place: HTMLElement | SVGElement): void {
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  place.focus({ preventScroll: true });
}
