/** What goes with a piece that is removed: its name is said, and the keyboard goes on from where it was. */
import { effect } from "@preact/signals";
import { selectedOf } from "../group/several";
import type { Session } from "../session";
import { texts } from "../texts/texts";
import { space } from "../view3d/mode";
import type { Stage } from "./stage";

/** Removes a piece for everybody, unless somebody else has it; says so by the name by which it was told to. */
export function removePiece(session: Session, item: string, name = productName(session, item)): void {
  if (session.designer.remove(item)) session.spoken.value = texts().list.removed(name);
}

function productName({ view, catalogue }: Session, item: string): string {
  const sku = view.peek().shown.get(item)?.sku ?? "";
  return catalogue.peek()?.bySku.get(sku)?.name ?? texts().pieces.unknown;
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
