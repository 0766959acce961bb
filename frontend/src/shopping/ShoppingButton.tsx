/** In the bar: what all that stands in the room comes to, and the way to the list of it. */
import { useComputed } from "@preact/signals";
import { useState } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { BasketIcon } from "../panels/icons";
import { useOpener } from "../panels/SidePanel";
import { liveList } from "./live";
import { buttonLabel, totalText } from "./words";

export function ShoppingButton() {
  const { session } = useWorkshop();
  const { panel } = session;
  const { button } = useOpener("shopping", "delivery");
  const [list] = useState(() => liveList(session));
  const label = useComputed(() => list.value && buttonLabel(list.value)).value;
  const sum = useComputed(() => (list.value?.pieces ? totalText(list.value.totals) : undefined)).value;
  if (label === undefined) return null;
  return (
    <button
      type="button"
      ref={button}
      class="button plain shopping-button"
      aria-label={label}
      title={label}
      aria-expanded={panel.value === "shopping"}
      aria-controls="buying"
      onClick={() => (panel.value = panel.value === "shopping" ? undefined : "shopping")}
    >
      <BasketIcon />
      {sum !== undefined && <span class="shopping-total">{sum}</span>}
    </button>
  );
}
