/** What is picked, in the catalogue or in the room, and put down by a tap or by letting go where it should stand. */
import { productIn } from "../core/finishes";
import type { Pose } from "../core/protocol";
import type { Ground } from "../plan/gesture";
import type { Picked, Session } from "../session";
import { Snapping } from "./dragging";

type Hand = Pick<PointerEvent, "clientX" | "clientY" | "altKey">;

/** Takes a piece up, or leaves it where it is when it was taken up already. False when it cannot be carried. */
export function carry(session: Session, id: string): boolean {
  const { picked, catalogue, view } = session;
  const item = view.value.shown.get(id);
  const product = catalogue.value?.bySku.get(item?.sku ?? "");
  if (!item || !product) return false;
  const again = picked.value?.item === id;
  picked.value = again
    ? undefined
    : { product: productIn(product, item.finish), rotation: item.rotation, dragged: false, item: id };
  return true;
}

export class Carried {
  #drawn: { readonly what: string; readonly by: Snapping } | undefined;

  constructor(private readonly session: Session) {}

  /** Where it would stand with the hand there: walls and neighbours draw it as they draw a dragged piece. */
  poseUnder(hand: Hand, ground: Ground): Pose | undefined {
    const picked = this.session.picked.value;
    if (!picked || !this.session.view.value.room) return undefined;
    const wanted = { ...ground.inRoom(hand), rotation: picked.rotation };
    return this.#snapping(picked).pose(wanted, ground.viewport.value.scale, hand.altKey);
  }

  /** The hand is elsewhere, or empty. */
  away(): void {
    this.#drawn?.by.end();
    this.#drawn = undefined;
  }

  /** False when nothing was carried. */
  putDown(hand: Hand, ground: Ground): boolean {
    const { picked, designer } = this.session;
    const pose = this.poseUnder(hand, ground);
    if (!pose || !picked.value) return false;
    const { item, product } = picked.value;
    this.away();
    picked.value = undefined;
    if (item === undefined) designer.place(product.sku, pose);
    else designer.put(item, pose);
    return true;
  }

  /** The same for as long as the same is carried, turned or not: what has drawn it lets go of it later. */
  #snapping({ item, product }: Picked): Snapping {
    const what = `${item} ${product.sku}`;
    if (this.#drawn?.what !== what) {
      this.away();
      const stands = item === undefined ? undefined : this.session.view.value.shown.get(item);
      this.#drawn = { what, by: new Snapping(this.session, product.sku, stands) };
    }
    return this.#drawn.by;
  }
}
