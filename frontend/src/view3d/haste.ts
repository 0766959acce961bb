/**
 * Whether motion is drawn with fewer pixels: on machines that otherwise come too late with their frames. Pure: waits are
 * given, in ms.
 */

/** A frame that comes so long after it was asked for is late. */
const LATE_MS = 40;
/** So many late frames begin the haste; each one in time takes back a little, so that it ends when the machine is free. */
const LIMIT = 2;
const MOST = 3;
const TAKEN_BACK = 0.1;

export class Haste {
  #late = 0;
  #on = false;

  get on(): boolean {
    return this.#on;
  }

  /** A frame came after so long. */
  waited(ms: number): void {
    this.#late = ms > LATE_MS ? Math.min(this.#late + 1, MOST) : Math.max(this.#late - TAKEN_BACK, 0);
    if (this.#late >= LIMIT) this.#on = true;
    else if (this.#late === 0) this.#on = false;
  }
}
