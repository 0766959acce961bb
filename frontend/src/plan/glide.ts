/**
 * Pieces that change place without a hand on them (a refused move going back, somebody's finished move) glide there
 * instead of jumping. Pure: times are given, in ms.
 */
import { samePose, turn } from "../core/geometry";
import type { Pose } from "../core/protocol";

const GLIDE_MS = 220;

interface Glide {
  readonly from: Pose;
  readonly to: Pose;
  readonly start: number;
}

export class Glides {
  readonly #drawn = new Map<string, Pose>();
  readonly #running = new Map<string, Glide>();

  /** Whether a later moment would look different. */
  get moving(): boolean {
    return this.#running.size > 0;
  }

  /** Where to draw a piece now. `atOnce` for a piece in somebody's hand, which must not lag behind it. */
  pose(item: string, target: Pose, now: number, atOnce: boolean): Pose {
    const drawn = this.#drawn.get(item) ?? target;
    const pose = atOnce ? this.#jump(item, target) : this.#step(item, drawn, target, now);
    this.#drawn.set(item, pose);
    return pose;
  }

  forget(item: string): void {
    this.#drawn.delete(item);
    this.#running.delete(item);
  }

  #jump(item: string, target: Pose): Pose {
    this.#running.delete(item);
    return target;
  }

  #step(item: string, drawn: Pose, target: Pose, now: number): Pose {
    const running = this.#running.get(item);
    const glide = running && samePose(running.to, target) ? running : { from: drawn, to: target, start: now };
    const share = (now - glide.start) / GLIDE_MS;
    if (share >= 1 || samePose(glide.from, target)) return this.#jump(item, target);
    this.#running.set(item, glide);
    return mixed(glide.from, target, 1 - Math.pow(1 - share, 3));
  }
}

function mixed(from: Pose, to: Pose, share: number): Pose {
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    rotation: from.rotation + turn(from.rotation, to.rotation) * share,
  };
}
