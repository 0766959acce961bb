import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memoryStorage } from "./testing/tab";
import { Upgrade } from "./upgrade";

let said: string[];
let busy: boolean;
let storage = memoryStorage();

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  busy = false;
  storage = memoryStorage();
});
afterEach(() => vi.useRealTimers());

const page = (version: string | undefined) =>
  new Upgrade({
    version,
    storage,
    announce: () => said.push("told"),
    busy: () => busy,
    reload: () => said.push("reloaded"),
  });

test("an old tab says so and loads again after two seconds", () => {
  page("1").serverIs("2");
  expect(said).toEqual(["told"]);
  vi.advanceTimersByTime(2_000);
  expect(said).toEqual(["told", "reloaded"]);
});

test("a tab of the same version, or of none, stays", () => {
  page("1").serverIs("1");
  page(undefined).serverIs("2");
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([]);
});

test("it waits while something is in hand or not yet saved", () => {
  busy = true;
  page("1").serverIs("2");
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(["told"]);
  busy = false;
  vi.advanceTimersByTime(500);
  expect(said).toEqual(["told", "reloaded"]);
});

test("it loads once for a version, even where a cache still serves the old page", () => {
  page("1").serverIs("2");
  vi.advanceTimersByTime(2_000);
  page("1").serverIs("2");
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(["told", "reloaded"]);
});

test("reconnecting meanwhile does not announce it twice", () => {
  const upgrade = page("1");
  upgrade.serverIs("2");
  upgrade.serverIs("2");
  upgrade.cancel();
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(["told"]);
});
