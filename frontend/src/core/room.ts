/** The room as this tab knows it: an immutable value that follows the server's revisions (R3). */
import { refinished } from "./finishes";
import type { Client, Comment, EventFrame, Item, Lock, Plan, ServerFrame, WelcomeFrame } from "./protocol";

export interface Room {
  readonly room: string;
  readonly rev: number;
  readonly title: string;
  readonly plan: Plan;
  readonly items: ReadonlyMap<string, Item>;
  /** By item id (or `plan`). */
  readonly locks: ReadonlyMap<string, Lock>;
  readonly clients: ReadonlyMap<string, Client>;
  /** By their own ids, oldest first. */
  readonly comments: ReadonlyMap<string, Comment>;
}

export function welcomed(frame: WelcomeFrame): Room {
  return {
    room: frame.room,
    rev: frame.rev,
    title: frame.title,
    plan: planOf(frame),
    items: new Map(frame.items.map((item) => [item.item, itemOf(item)])),
    locks: new Map(frame.locks.map((lock) => [lock.item, lock])),
    clients: byId(frame.clients),
    comments: new Map((frame.comments ?? []).map((comment) => [comment.comment, commentOf(comment)])),
  };
}

/**
 * The room after one more frame. A revision seen before changes nothing; one that skips others answers "gap", and the
 * caller asks the server for what is missing. Frames that are not about the room leave it as it is.
 */
export function apply(room: Room, frame: ServerFrame): Room | "gap" {
  switch (frame.type) {
    case "welcome":
      return welcomed(frame);
    case "resumed":
    case "clients":
      return { ...room, clients: byId(frame.clients) };
    case "joined":
      return { ...room, clients: withEntry(room.clients, frame.client, clientOf(frame)) };
    case "left":
      return { ...room, clients: without(room.clients, [frame.client]) };
    case "accepted":
    case "rejected":
    case "motion":
    case "ping":
    case "pong":
    case "bye":
      return room;
    default:
      return follow(room, frame);
  }
}

function follow(room: Room, event: EventFrame): Room | "gap" {
  if (event.rev <= room.rev) return room;
  if (event.rev > room.rev + 1) return "gap";
  return { ...room, ...changed(room, event), rev: event.rev };
}

function changed(room: Room, event: EventFrame): Partial<Room> {
  switch (event.type) {
    case "created":
      return { title: event.title, plan: planOf(event) };
    case "placed":
      return { items: withEntry(room.items, event.item, itemOf(event)) };
    case "moved":
      return { items: moved(room.items, event.item, event) };
    case "finished":
      return { items: finished(room.items, event) };
    case "removed":
      return { items: without(room.items, [event.item]), locks: without(room.locks, [event.item]) };
    case "locked":
      return { locks: new Map([...room.locks, ...event.items.map((item) => granted(item, event))]) };
    case "unlocked":
      return { locks: without(room.locks, event.items) };
    case "reshaped":
      return { plan: planOf(event) };
    case "renamed":
      return { title: event.title };
    case "commented":
      return { comments: withEntry(room.comments, event.comment, commentOf(event)) };
    case "resolved":
      return { comments: without(room.comments, [event.comment]) };
  }
}

function moved(items: Room["items"], id: string, { x, y, rotation }: Item | (EventFrame & { type: "moved" })) {
  const item = items.get(id);
  return item ? withEntry(items, id, { ...item, x, y, rotation }) : items;
}

function finished(items: Room["items"], { item: id, finish }: EventFrame & { type: "finished" }) {
  const item = items.get(id);
  return item ? withEntry(items, id, refinished(item, finish)) : items;
}

function granted(item: string, { rev, by, name, color, until }: EventFrame & { type: "locked" }): [string, Lock] {
  return [item, { item, by, name, color, until, fence: rev }];
}

export const planOf = ({ outline, height, openings, obstacles }: Plan): Plan => ({
  outline,
  height,
  openings,
  ...(obstacles && { obstacles }),
});
const itemOf = ({ item, sku, x, y, rotation, finish }: Item): Item => {
  return { item, sku, x, y, rotation, ...(finish !== undefined && { finish }) };
};
const clientOf = ({ client, user, name, color, role }: Client): Client => ({ client, user, name, color, role });
const commentOf = ({ comment, item, by, name, color, at, text }: Comment): Comment => {
  return { comment, item, by, name, color, at, text };
};
const byId = (clients: readonly Client[]) => new Map(clients.map((client) => [client.client, clientOf(client)]));

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

function without<V>(map: ReadonlyMap<string, V>, keys: readonly string[]): ReadonlyMap<string, V> {
  const rest = new Map(map);
  for (const key of keys) rest.delete(key);
  return rest;
}
