/** Lets `act` through at most once in `everyMs`: the first call at once, of the later ones the last. */
export interface Throttled {
  call(): void;
  /** Forgets a call that still waits. */
  cancel(): void;
}

export function throttled(everyMs: number, act: () => void): Throttled {
  let last = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    waiting = undefined;
    last = performance.now();
    act();
  };
  return {
    call() {
      if (waiting !== undefined) return;
      const wait = last + everyMs - performance.now();
      if (wait <= 0) now();
      else waiting = setTimeout(now, wait);
    },
    cancel() {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
