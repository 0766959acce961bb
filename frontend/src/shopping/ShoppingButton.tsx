/** In the bar: what all that stands in the room comes to, and the way to the list of it. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { BasketIcon } from "../panels/icons";
import { shoppingList } from "./list";
import { buttonLabel, totalText } from "./words";

export function ShoppingButton() {
  const { session } = useWorkshop();
  const { open } = session.buying;
  const list = useComputed(() => {
    const products = session.catalogue.value?.bySku;
    const items = session.view.value.room?.items;
    return products && items ? shoppingList(items.values(), products) : undefined;
  }).value;
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open.value);
  useEffect(() => {
    // Whoever closed the panel from inside it goes on from here.
    if (wasOpen.current && !open.value && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = open.value;
  }, [open.value]);
  if (!list) return null;
  return (
    <button
      type="button"
      ref={button}
      class="button plain shopping-button"
      aria-label={buttonLabel(list)}
      title={buttonLabel(list)}
      aria-expanded={open.value === "list"}
      aria-controls="buying"
      onClick={() => (open.value = open.value === "list" ? undefined : "list")}
    >
      <BasketIcon />
      {list.pieces > 0 && <span class="shopping-total">{totalText(list.totals)}</span>}
    </button>
  );
}
