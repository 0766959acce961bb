/**
 * Own changes that the server has not answered yet, drawn over its state so that they show at once. A draft ends with
 * its answer: what was accepted is then in the room itself, what was rejected is gone from the picture.
 */
import type { Answer } from "./connection";
import type { Item, Plan, Pose } from "./protocol";
import type { Room } from "./room";

/** What is done to one piece. */
export type PieceChange =
  | { readonly type: "place"; readonly item: Item }
  | { readonly type: "move"; readonly item: string; readonly pose: Pose }
  | { readonly type: "finish"; readonly item: string; readonly finish: string }
  | { readonly type: "remove"; readonly item: string };

export type Change =
  | PieceChange
  | { readonly type: "arrange"; readonly steps: readonly PieceChange[] }
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
  // The answer is the first of a group's changes, which follow each other (R10).
  const further = draft.change.type === "arrange" ? draft.change.steps.length - 1 : 0;
  return drafts.map((other) => (other === draft ? { ...draft, rev: answer.rev + further } : other));
}

/** The pieces that a change is about. */
export function changedItems(change: Change): readonly string[] {
  if (change.type === "arrange") return change.steps.flatMap(changedItems);
  if (change.type === "place") return [change.item.item];
  return change.type === "move" || change.type === "finish" || change.type === "remove" ? [change.item] : [];
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
