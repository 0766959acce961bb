import { expect, test } from "vitest";
import { nextCard } from "./cardKeys";

/** Five cards in rows of two. */
const spots = [0, 1, 2, 3, 4].map((index) => ({ left: (index % 2) * 150, top: Math.floor(index / 2) * 200 }));

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 1, 2],
  ["ArrowRight", 4, undefined],
  ["ArrowLeft", 0, undefined],
  ["ArrowLeft", 2, 1],
  ["ArrowDown", 0, 2],
  ["ArrowDown", 3, 4],
  ["ArrowDown", 4, undefined],
  ["ArrowUp", 3, 1],
  ["ArrowUp", 1, undefined],
  ["Home", 3, 0],
  ["End", 0, 4],
  ["r", 0, undefined],
])("%s leads from card %i to %s", (key, from, to) => {
  expect(nextCard(key, from, spots)).toBe(to);
});

test("of no cards, none is next", () => {
  expect(nextCard("ArrowRight", 0, [])).toBeUndefined();
});
