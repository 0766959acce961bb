/**
 * Own changes that the server has not answered yet, drawn over its state so that they show at once. A draft ends with
 * its answer: what was accepted is then in the room itself, what was rejected is gone from the picture.
 */
import type { Answer } from "./connection";
import type { Item, Plan, Pose } from "./protocol";
import type { Room } from "./room";

export type Change =
  | { readonly type: "place"; readonly item: Item }
  | { readonly type: "move"; readonly item: string; readonly pose: Pose }
  | { readonly type: "remove"; readonly item: string }
  | { readonly type: "reshape"; readonly plan: Plan }
  | { readonly type: "rename"; readonly title: string };

export interface Draft {
  readonly change: Change;
  /** The revision that holds it, once that is known; the room may still be on its way there. */
  readonly rev?: number;
}

export type Drafts = readonly Draft[];

/** The drafts after one of them was answered. */
export function answered(drafts: Drafts, draft: Draft, answer: Answer): Drafts {
  const rest = drafts.filter((other) => other !== draft);
  if (answer.type === "rejected") return rest;
  return drafts.map((other) => (other === draft ? { ...draft, rev: answer.rev } : other));
}

/** The drafts that the room does not hold yet. */
export function pending(drafts: Drafts, room: Room): Drafts {
  const rest = drafts.filter(({ rev }) => rev === undefined || rev > room.rev);
  return rest.length === drafts.length ? drafts : rest;
}

export function titled(room: Room, drafts: Drafts): string {
  return drafts.reduce((title, { change }) => (change.type === "rename" ? change.title : title), room.title);
}

/** The room's own shape as this tab has last made it. */
export function planned(room: Room, drafts: Drafts): Plan {
  return drafts.reduce((plan, { change }) => (change.type === "reshape" ? change.plan : plan), room.plan);
}
