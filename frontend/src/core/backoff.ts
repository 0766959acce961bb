/** How long to wait before trying again: doubling from `least` to `most` ms, the first attempt being number 0. */
export function backoff(attempt: number, least: number, most: number): number {
  return Math.min(most, least * 2 ** Math.min(attempt, 30));
}

/** Spreads a wait over its upper half, so that tabs cut off together do not come back together. */
export function jittered(ms: number, random: () => number = Math.random): number {
  return ms * (0.5 + random() / 2);
}
