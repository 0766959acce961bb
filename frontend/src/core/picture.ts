/** The items as they should be drawn: the room's, with own drafts, others' drags and what is in hand on top. */
import type { Change, Drafts } from "./drafts";
import { refinished } from "./finishes";
import { latestDrags } from "./motion";
import type { Motion } from "./motion";
import type { Item, Pose } from "./protocol";
import type { Room } from "./room";

type Items = ReadonlyMap<string, Item>;

const nothing: Items = new Map();

export class Picture {
  #from: readonly unknown[] = [];
  #standing: Items = nothing;

  /** The items apart from what this tab's hands do with them; the same value until one of these changes. */
  standing(room: Room | undefined, drafts: Drafts, drags: Motion["drags"]): Items {
    const from = [room?.items, drafts, drags];
    if (from.some((part, index) => part !== this.#from[index])) {
      this.#from = from;
      this.#standing = drafted(room?.items ?? nothing, drafts, drags);
    }
    return this.#standing;
  }
}

/** What some hands have, and where and in what finish they have it. */
interface Held {
  readonly empty: boolean;
  readonly poses: readonly {
    readonly item: string;
    readonly pose: Pose | undefined;
    readonly finish?: string | undefined;
    readonly gone: boolean;
  }[];
}

/** With the pieces in hand where the hands have them. */
export function inHand(standing: Items, ...several: readonly Held[]): Items {
  const full = several.filter(({ empty }) => !empty);
  if (full.length === 0) return standing;
  const shown = new Map(standing);
  for (const { item, pose, finish, gone } of full.flatMap(({ poses }) => poses)) {
    if (gone) shown.delete(item);
    if (pose) repose(shown, item, pose);
    if (finish !== undefined) refinish(shown, item, finish);
  }
  return shown;
}

function drafted(items: Items, drafts: Drafts, drags: Motion["drags"]): Items {
  const drawn = new Map(items);
  for (const { change } of drafts) draw(drawn, change);
  for (const drag of latestDrags(drags)) repose(drawn, drag.item, drag);
  return drawn;
}

function draw(drawn: Map<string, Item>, change: Change): void {
  if (change.type === "place") drawn.set(change.item.item, change.item);
  else if (change.type === "move") repose(drawn, change.item, change.pose);
  else if (change.type === "finish") refinish(drawn, change.item, change.finish);
  else if (change.type === "remove") drawn.delete(change.item);
  else if (change.type === "arrange") for (const step of change.steps) draw(drawn, step);
}

/** Draws a piece elsewhere; one that is not there stays away. */
function repose(drawn: Map<string, Item>, id: string, { x, y, rotation }: Pose): void {
  const item = drawn.get(id);
  if (item) drawn.set(id, { ...item, x, y, rotation });
}

function refinish(drawn: Map<string, Item>, id: string, finish: string): void {
  const item = drawn.get(id);
  if (item) drawn.set(id, refinished(item, finish));
}
