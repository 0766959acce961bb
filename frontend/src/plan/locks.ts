/** Who has a piece, as seen from this tab. */
import { chosenFinishName } from "../core/finishes";
import type { DesignerView } from "../core/designer";
import type { Lock, Product } from "../core/protocol";
import { formatDimensions, formatSize } from "../core/format";
import { edgesOf } from "../measure/edges";
import { texts } from "../texts/texts";

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
  const words = texts().pieces;
  const placed = view.room?.items.get(item) ?? view.shown.get(item);
  const finish = product && chosenFinishName(product, placed?.finish);
  const what = product ? `${product.name}, ${finish ? `${finish}, ` : ""}${formatDimensions(product)}` : words.unknown;
  const edges = placed && view.room && edgesOf(placed, product, view.room.plan);
  const where = edges ? words.spokenPlace(formatSize(edges.x), formatSize(edges.y)) : "";
  const turned = placed && placed.rotation !== 0 ? words.spokenTurn(placed.rotation) : "";
  const state = lockState(view, item);
  const whose = state === "mine" ? words.spokenMine : state === "other" ? words.spokenLocked(holderOf(view, item)?.name ?? "") : ""; // prettier-ignore
  return what + where + turned + whose;
}
