import { describe, expect, test } from "vitest";
import { answered, pending, titled } from "./drafts";
import type { Draft } from "./drafts";
import { Picture } from "./picture";
import { welcomed } from "./room";
import { stillness } from "./motion";
import { welcomeFrame } from "./testing/fixtures";

const room = welcomed(welcomeFrame());
const rename = (title: string): Draft => ({ change: { type: "rename", title } });
const move = (item: string, x: number): Draft => {
  return { change: { type: "move", item, pose: { x, y: 0, rotation: 0 } } };
};

describe("an answered draft", () => {
  const [first, second] = [rename("First"), rename("Second")];

  test("goes when it was rejected", () => {
    const drafts = answered([first, second], second, { type: "rejected", code: "unavailable", message: "" });
    expect(titled(room, drafts)).toBe("First");
  });

  test("R3 stays drawn until the room has come to its revision: nothing flickers back meanwhile", () => {
    const drafts = answered([first], first, { type: "accepted", id: "a", rev: room.rev + 2 });
    const later = { ...room, rev: room.rev + 1 };
    expect(titled(later, pending(drafts, later))).toBe("First");
    const there = { ...room, rev: room.rev + 2, title: "First, and then changed" };
    expect(titled(there, pending(drafts, there))).toBe("First, and then changed");
  });

  test("unanswered ones stay", () => {
    const drafts = [first, second];
    expect(pending(drafts, room)).toBe(drafts);
  });
});

describe("drawing drafts", () => {
  const drawn = (...drafts: readonly Draft[]) => new Picture().standing(room, drafts, stillness.drags);

  test("in their order, each over the one before", () => {
    const placed: Draft = { change: { type: "place", item: { item: "a", sku: "chair", x: 1, y: 2, rotation: 3 } } };
    expect(drawn(placed, move("a", 50), move("a", 60)).get("a")).toMatchObject({ sku: "chair", x: 60 });
    const removed: Draft = { change: { type: "remove", item: "a" } };
    expect(drawn(placed, removed).has("a")).toBe(false);
  });

  test("a move of a piece that somebody removed draws nothing", () => {
    expect(drawn(move("gone", 1)).has("gone")).toBe(false);
  });

  test("the picture keeps its identity while nothing changes", () => {
    const picture = new Picture();
    const drafts = [move("sofa-1", 1)];
    const before = picture.standing(room, drafts, stillness.drags);
    expect(picture.standing({ ...room, rev: 99 }, drafts, stillness.drags)).toBe(before);
    expect(picture.standing(room, [], stillness.drags)).not.toBe(before);
  });
});
