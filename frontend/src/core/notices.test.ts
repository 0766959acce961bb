import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Notices } from "./notices";

let changes: number;
let notices: Notices;

beforeEach(() => {
  vi.useFakeTimers();
  changes = 0;
  notices = new Notices(() => changes++);
});
afterEach(() => vi.useRealTimers());

const texts = () => notices.all.map(({ text }) => text);

test("a notice leaves by itself after a while", () => {
  notices.say("refused", "Guest 2 is moving this right now", "sofa-1");
  expect(notices.all).toMatchObject([{ kind: "refused", item: "sofa-1" }]);
  vi.advanceTimersByTime(6_000);
  expect(notices.all).toEqual([]);
  expect(changes).toBe(2);
});

test("said again, it stays on instead of piling up", () => {
  notices.say("refused", "one");
  vi.advanceTimersByTime(5_000);
  notices.say("refused", "one");
  vi.advanceTimersByTime(5_000);
  expect(texts()).toEqual(["one"]);
});

test("each can be dismissed", () => {
  notices.say("lost", "one");
  notices.say("failed", "two");
  notices.dismiss(notices.all[0]?.id ?? 0);
  expect(texts()).toEqual(["two"]);
  notices.clear();
  expect(texts()).toEqual([]);
});

test("news of an upgrade stays until the page is loaded again", () => {
  notices.say("upgraded", "A new version");
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(["A new version"]);
});
