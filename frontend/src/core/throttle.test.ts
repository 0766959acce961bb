import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { throttled } from "./throttle";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("the first call acts at once, the last of the others in time", () => {
  let value = 0;
  const acted: number[] = [];
  const throttle = throttled(50, () => acted.push(value));
  for (value = 1; value <= 3; value++) throttle.call();
  expect(acted).toEqual([1]);
  value = 4;
  vi.advanceTimersByTime(49);
  expect(acted).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(acted).toEqual([1, 4]);
  throttle.call();
  vi.advanceTimersByTime(50);
  expect(acted).toEqual([1, 4, 4]);
});

test("a call that waits can be forgotten", () => {
  let acted = 0;
  const throttle = throttled(50, () => acted++);
  throttle.call();
  throttle.call();
  throttle.cancel();
  vi.advanceTimersByTime(200);
  expect(acted).toBe(1);
});

test("E5 a second of steady calls makes at most a second's worth", () => {
  let acted = 0;
  const throttle = throttled(1000 / 30, () => acted++);
  for (let ms = 0; ms < 1000; ms += 4) {
    throttle.call();
    vi.advanceTimersByTime(4);
  }
  expect(acted).toBeGreaterThan(25);
  expect(acted).toBeLessThanOrEqual(31);
});
