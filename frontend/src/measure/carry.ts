/** Moving a piece without dragging: taken up by a press, put down by a tap where it should go. */
import type { Session } from "../session";

/** Takes a piece up, or leaves it where it is when it was taken up already. False when it cannot be carried. */
export function carry(session: Session, id: string): boolean {
  const { picked, catalogue, view } = session;
  const item = view.value.shown.get(id);
  const product = catalogue.value?.bySku.get(item?.sku ?? "");
  if (!item || !product) return false;
  const again = picked.value?.item === id;
  picked.value = again ? undefined : { product, rotation: item.rotation, dragged: false, item: id };
  return true;
}
