/** The shopping list as the room changes. */
import { computed, type ReadonlySignal } from "@preact/signals";
import type { Session } from "../session";
import { shoppingList, type ShoppingList } from "./list";

/**
 * The list of what stands in the room; undefined until the room and the catalogue are known. It is made anew only when
 * a piece comes, goes or is put down: the view is a new one with each step of every pointer, what stands there is not.
 */
export function liveList({
  view,
  catalogue,
}: Pick<Session, "view" | "catalogue">): ReadonlySignal<ShoppingList | undefined> {
  const items = computed(() => view.value.room?.items);
  return computed(() => {
    const products = catalogue.value?.bySku;
    return products && items.value && shoppingList(items.value.values(), products);
  });
}
