/** How long things take, in milliseconds. */
export interface Timings {
  /** Between attempts to connect. */
  readonly reconnect: readonly [first: number, most: number];
  /** After `unavailable`, before the unanswered requests are sent again. */
  readonly retry: readonly [first: number, most: number];
  /** Silence before a `ping`, and the wait for any frame after it (or for the first one). */
  readonly silence: number;
  readonly patience: number;
  /** The same wait after a hint that the network changed. */
  readonly hurry: number;
  /** A connection that lived this long was a good one: the next attempts begin with the shortest wait again. */
  readonly settled: number;
  /** How long a request is worth sending again; the server forgets its id after ten minutes (R5). */
  readonly giveUp: number;
  /** A piece held still is told again this often, so that its lock stays: a lease is 30 s (L4). */
  readonly renew: number;
  /** The pause after the last key that ends a move by keys. */
  readonly keyPause: number;
}

export const usualTimings: Timings = {
  reconnect: [250, 8_000],
  retry: [250, 4_000],
  silence: 25_000,
  patience: 10_000,
  hurry: 3_000,
  settled: 5_000,
  giveUp: 600_000,
  renew: 8_000,
  keyPause: 600,
};
