/** Who has a piece, as seen from this tab. */
import { finishName } from "../core/finishes";
import type { DesignerView } from "../core/designer";
import type { Lock, Product } from "../core/protocol";
import { formatDimensions, formatSize } from "../core/format";
import { edgesOf } from "../measure/edges";

export type LockState = "mine" | "other" | "asking" | "none";

export function lockState(view: DesignerView, item: string): LockState {
  const hold = view.holds.get(item);
  if (hold !== undefined) return hold === "asking" ? "asking" : "mine";
  const lock = view.room?.locks.get(item);
  if (!lock) return "none";
  return lock.by === view.you?.client ? "mine" : "other";
}

/** Somebody else's lock on a piece. */
export function holderOf(view: DesignerView, item: string): Lock | undefined {
  return lockState(view, item) === "other" ? view.room?.locks.get(item) : undefined;
}

export function mayChange(view: DesignerView): boolean {
  return view.you !== undefined && view.you.role !== "viewer";
}

/** What a screen reader says about a piece. */
export function spokenPiece(view: DesignerView, item: string, product: Product | undefined): string {
  const placed = view.room?.items.get(item) ?? view.shown.get(item);
  const finish = product && finishName(product, placed?.finish);
  const what = product
    ? `${product.name}, ${finish ? `${finish}, ` : ""}${formatDimensions(product)}`
    : "Unknown piece";
  const edges = placed && view.room && edgesOf(placed, product, view.room.plan);
  const where = edges ? `, ${formatSize(edges.x)} from the west wall, ${formatSize(edges.y)} from the north wall` : "";
  const turned = placed && placed.rotation !== 0 ? `, turned ${placed.rotation} degrees` : "";
  return what + where + turned + SPOKEN[lockState(view, item)](holderOf(view, item)?.name ?? "");
}

const SPOKEN: Record<LockState, (holder: string) => string> = {
  mine: () => ", in your hands",
  other: (holder) => `, locked by ${holder}`,
  asking: () => "",
  none: () => "",
};
