import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Heartbeat } from "./heartbeat";

let said: string[];
let heartbeat: Heartbeat;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  heartbeat = new Heartbeat({
    silenceMs: 25_000,
    patienceMs: 10_000,
    ask: () => said.push("ping"),
    dead: () => said.push("dead"),
  });
});

afterEach(() => {
  heartbeat.stop();
  vi.useRealTimers();
});

test("P1 after a silence it asks, and without any frame the line is dead", () => {
  vi.advanceTimersByTime(24_999);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(["ping"]);
  vi.advanceTimersByTime(9_999);
  expect(said).toEqual(["ping"]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(["ping", "dead"]);
});

test("P1 any frame counts as life, before and after it asked", () => {
  vi.advanceTimersByTime(20_000);
  heartbeat.heard();
  vi.advanceTimersByTime(24_999);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(["ping"]);
  vi.advanceTimersByTime(5_000);
  heartbeat.heard();
  vi.advanceTimersByTime(24_999);
  expect(said).toEqual(["ping"]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(["ping", "ping"]);
});

test("a hint makes it ask at once and wait less", () => {
  heartbeat.check(3_000);
  expect(said).toEqual(["ping"]);
  vi.advanceTimersByTime(3_000);
  expect(said).toEqual(["ping", "dead"]);
});

test("a hint never gives a line that is in doubt more time", () => {
  vi.advanceTimersByTime(34_000);
  heartbeat.check(3_000);
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual(["ping", "ping", "dead"]);
});

test("stopped, it is silent", () => {
  heartbeat.stop();
  vi.advanceTimersByTime(100_000);
  expect(said).toEqual([]);
});
