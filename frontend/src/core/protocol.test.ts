import { describe, expect, test } from "vitest";
import { isEvent, parseServerFrame, serverFrameTypes } from "./protocol";
import type { ClientFrame, ServerFrame } from "./protocol";
import { clientFrames, fixtures, serverFrames } from "./testing/fixtures";

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown, at: string) => readonly string[];
type Shape = Readonly<Record<string, Check>>;

const is =
  (expected: string, accepts: (value: unknown) => boolean): Check =>
  (value, at) =>
    accepts(value) ? [] : [`${at} is ${JSON.stringify(value)}, expected ${expected}`];
const text = is("a text", (value) => typeof value === "string");
const flag = is("true or false", (value) => typeof value === "boolean");
const whole = is("a whole number", (value) => Number.isSafeInteger(value));
const oneOf = (...words: readonly string[]): Check =>
  is(words.join(" or "), (value) => words.includes(value as string));
const maybe =
  (check: Check): Check =>
  (value, at) =>
    value === undefined ? [] : check(value, at);
const listOf =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((entry, index) => check(entry, `${at}[${index}]`)) : [`${at} is no list`];
const tuple =
  (...checks: readonly Check[]): Check =>
  (value, at) =>
    Array.isArray(value) && value.length === checks.length
      ? checks.flatMap((check, index) => check(value[index], `${at}[${index}]`))
      : [`${at} is ${JSON.stringify(value)}, expected ${checks.length} values`];
const shape =
  (fields: Shape): Check =>
  (value, at) => {
    const given = value as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(given).filter((field) => !(field in fields));
    return [
      ...unknown.map((field) => `${at}.${field} is not known`),
      ...Object.entries(fields).flatMap(([field, check]) => check(given[field], `${at}.${field}`)),
    ];
  };

const type = text;
const pose: Shape = { x: whole, y: whole, rotation: whole };
const opening: Shape = {
  kind: oneOf("door", "window", "passage"),
  wall: whole,
  offset: whole,
  width: whole,
  height: whole,
  sill: whole,
  hinge: oneOf("left", "right"),
  swing: oneOf("in", "out"),
};
const openingDraft: Shape = { ...opening, hinge: maybe(oneOf("left", "right")), swing: maybe(oneOf("in", "out")) };
const outline = listOf(tuple(whole, whole));
const size: Shape = { width: whole, depth: whole, height: whole };
const obstacles = maybe(listOf(shape({ kind: oneOf("column", "radiator", "fixture"), ...size, ...pose })));
const plan: Shape = { outline, height: whole, openings: listOf(shape(opening)), obstacles };
const item: Shape = { item: text, sku: text, ...pose, finish: maybe(text) };
const client: Shape = {
  client: text,
  user: text,
  name: text,
  color: text,
  role: oneOf("owner", "editor", "viewer"),
};
const clients = listOf(shape(client));
const lock: Shape = { item: text, by: text, name: text, color: text, fence: whole, until: whole };
const comment: Shape = { comment: text, item: text, by: text, name: text, color: text, at: whole, text };
const limits: Shape = {
  requestsPerSecond: whole,
  motionPerSecond: whole,
  messageBytes: whole,
  items: whole,
  clients: whole,
};
const recorded: Shape = { type, rev: whole, at: whole, by: text, id: maybe(text) };
const admission: Shape = {
  type,
  room: text,
  rev: whole,
  version: text,
  you: shape({ ...client, resume: text }),
  clients,
};

const steps: Readonly<Record<string, Shape>> = {
  place: { type, ...item },
  move: { type, item: text, ...pose, fence: whole },
  remove: { type, item: text, fence: whole },
};
const step: Check = (value, at) => {
  const fields = steps[(value as { readonly type: string }).type];
  return fields ? shape(fields)(value, at) : [`${at} is no step`];
};

const clientShapes = {
  place: { type, id: text, ...item },
  lock: { type, id: text, items: listOf(text) },
  move: { type, id: text, item: text, ...pose, fence: whole, release: maybe(flag) },
  finish: { type, id: text, item: text, finish: text, fence: whole, release: maybe(flag) },
  remove: { type, id: text, item: text, fence: whole },
  arrange: { type, id: text, steps: listOf(step), release: maybe(flag) },
  unlock: { type, id: text, items: listOf(text), force: maybe(flag) },
  reshape: { type, id: text, outline, height: whole, openings: listOf(shape(openingDraft)), obstacles, fence: whole },
  rename: { type, id: text, title: text },
  comment: { type, id: text, comment: text, item: text, text },
  resolve: { type, id: text, comment: text },
  undo: { type, id: text },
  redo: { type, id: text },
  drag: { type, item: text, ...pose, fence: whole },
  drags: { type, drags: listOf(tuple(text, whole, whole, whole, whole)) },
  sketch: { type, outline, height: whole, openings: listOf(shape(openingDraft)), obstacles, fence: whole },
  cursor: { type, x: whole, y: whole },
  sync: { type, since: whole },
  ping: { type, id: maybe(text) },
  pong: { type, id: maybe(text) },
} satisfies Record<ClientFrame["type"], Shape>;

const serverShapes = {
  welcome: {
    ...admission,
    title: text,
    ...plan,
    items: listOf(shape(item)),
    locks: listOf(shape(lock)),
    comments: maybe(listOf(shape(comment))),
    limits: shape(limits),
  },
  resumed: { ...admission, from: whole },
  created: { ...recorded, title: text, ...plan },
  placed: { ...recorded, ...item },
  moved: { ...recorded, item: text, ...pose },
  finished: { ...recorded, item: text, finish: maybe(text) },
  removed: { ...recorded, item: text },
  locked: { ...recorded, items: listOf(text), name: text, color: text, until: whole },
  unlocked: { ...recorded, items: listOf(text), reason: oneOf("released", "expired", "left", "forced") },
  reshaped: { ...recorded, ...plan },
  renamed: { ...recorded, title: text },
  commented: { ...recorded, comment: text, item: text, name: text, color: text, text },
  resolved: { ...recorded, comment: text },
  accepted: { type, id: text, rev: whole },
  rejected: {
    type,
    id: maybe(text),
    code: text,
    message: text,
    holder: maybe(text),
    name: maybe(text),
    until: maybe(whole),
    field: maybe(text),
    value: maybe(text),
    expected: maybe(text),
  },
  clients: { type, clients },
  joined: { type, ...client },
  left: { type, client: text },
  motion: {
    type,
    cursors: listOf(tuple(text, whole, whole)),
    drags: listOf(tuple(text, text, whole, whole, whole)),
    sketch: maybe(shape({ client: text, ...plan })),
  },
  ping: { type, id: maybe(text) },
  pong: { type, id: maybe(text) },
  bye: { type, code: whole, reason: text, retryAfterMs: maybe(whole) },
} satisfies Record<ServerFrame["type"], Shape>;

describe("the fixtures", () => {
  test.each(fixtures("server"))("server/$name is a frame that we know", ({ text }) => {
    const frame = parseServerFrame(text);
    if (!frame) throw new Error("its type is not known");
    expect(shape(serverShapes[frame.type])(frame, frame.type)).toEqual([]);
  });

  test.each(fixtures("client"))("client/$name is a frame that we could send", ({ text }) => {
    const frame = JSON.parse(text) as ClientFrame;
    expect(Object.keys(clientShapes)).toContain(frame.type);
    expect(shape(clientShapes[frame.type])(frame, frame.type)).toEqual([]);
  });

  test("there is one at least for each type of frame", () => {
    const types = (frames: readonly { readonly type: string }[]) =>
      [...new Set(frames.map((frame) => frame.type))].sort();
    expect(types(serverFrames())).toEqual([...serverFrameTypes].sort());
    expect(types(clientFrames())).toEqual(Object.keys(clientShapes).sort());
  });
});

describe("reading a message", () => {
  test.each(["", "null", "7", "[]", "{}", '{"type":7}', '{"type":"toString"}', "{"])("%s is no frame", (message) => {
    expect(parseServerFrame(message)).toBeUndefined();
  });

  test("a type of a later version is skipped", () => {
    expect(parseServerFrame('{"type":"weather","sun":true}')).toBeUndefined();
  });

  test("R1 the frames with a revision of their own are the events", () => {
    const events = serverFrames().filter(isEvent);
    expect(new Set(events.map((event) => event.type)).size).toBe(11);
    for (const event of events) expect(event.rev).toBeGreaterThan(0);
  });
});
