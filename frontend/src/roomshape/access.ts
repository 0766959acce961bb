/** Whether this tab may edit the room itself just now, and if not, why. */
import type { DesignerView } from "../core/designer";
import { PLAN } from "../core/protocol";

export type Access =
  /** In this tab's hands, or about to be. */
  | { readonly kind: "mine" }
  | { readonly kind: "viewer" }
  /** In somebody else's. */
  | { readonly kind: "held"; readonly holder: string }
  /** In nobody's. */
  | { readonly kind: "free" };

export function accessOf({ you, planHold, room }: Pick<DesignerView, "you" | "planHold" | "room">): Access {
  if (you?.role === "viewer") return { kind: "viewer" };
  const lock = room?.locks.get(PLAN);
  if (lock && lock.by !== you?.client) return { kind: "held", holder: lock.name };
  return planHold === "none" ? { kind: "free" } : { kind: "mine" };
}
