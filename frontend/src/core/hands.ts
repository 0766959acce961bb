/**
 * What this tab has in its hands: pieces it holds a lock on or asks for. A piece follows the hand at once; what becomes
 * of it (dropped, removed, given back) waits for the lock where that has not been granted yet.
 */
import type { Answer, Connection } from "./connection";
import type { Change } from "./drafts";
import { lostSentence, refusal } from "./format";
import { samePose, wholePose } from "./geometry";
import type { Notice } from "./notices";
import type { Lock, Pose, RequestBody, UnlockReason } from "./protocol";
import type { Room } from "./room";
import { throttled } from "./throttle";
import type { Throttled } from "./throttle";
import type { Timings } from "./timings";

/** "asking" until the server has granted the lock, then its fence. */
export type Hold = "asking" | { readonly fence: number };

/** The side of the designer that the hands work with. */
export interface Surroundings {
  readonly connection: Connection;
  readonly timings: Pick<Timings, "renew" | "keyPause">;
  room(): Room | undefined;
  me(): string | undefined;
  /** Where a piece stands apart from what the hands do with it. */
  standing(item: string): Pose | undefined;
  /** A lock that is not wanted any more: whether another hand of this tab asks for the piece, and takes it over. */
  takenOver(item: string, fence: number): boolean;
  /** Sends a request and draws its change until it is answered. */
  change(change: Change, body: RequestBody): Promise<Answer>;
  say(kind: Notice["kind"], text: string, item?: string): void;
  changed(): void;
}

const DRAG_MS = 1000 / 30;

interface Grip {
  readonly item: string;
  by: "pointer" | "keys";
  /** The lock's fence; undefined while it is asked for. */
  fence: number | undefined;
  /** Where the hand has it; undefined until it moves, so that it stays where the room has it. */
  pose: Pose | undefined;
  /** What it is to be made in when it is let go; undefined for as it is. */
  finish: string | undefined;
  /** What to do as soon as the lock is granted. */
  ending: "drop" | "remove" | undefined;
  /** Where it was put down already, when it is taken again before the lock came: a cancel returns it there. */
  dropped?: Pose | undefined;
  readonly tell: Throttled;
  renewal?: ReturnType<typeof setInterval>;
  pause?: ReturnType<typeof setTimeout>;
}

export class Hands {
  readonly #around: Surroundings;
  readonly #grips = new Map<string, Grip>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get holds(): ReadonlyMap<string, Hold> {
    return new Map([...this.#grips].map(([item, { fence }]) => [item, fence === undefined ? "asking" : { fence }]));
  }

  has(item: string): boolean {
    return this.#grips.has(item);
  }

  get empty(): boolean {
    return this.#grips.size === 0;
  }

  /** The pieces as the hands have them; `gone` for one about to be removed. */
  get poses(): readonly (Pick<Grip, "item" | "pose" | "finish"> & { readonly gone: boolean })[] {
    return [...this.#grips.values()].map(({ item, pose, finish, ending }) => {
      return { item, pose, finish, gone: ending === "remove" };
    });
  }

  /** Takes a piece, asking for its lock unless it is already in hand. */
  take(item: string, by: Grip["by"]): void {
    const grip = this.#grips.get(item) ?? this.#ask(item, by);
    clearTimeout(grip.pause);
    if (grip.ending === "drop") grip.dropped = grip.pose;
    grip.by = by;
    grip.ending = undefined;
    this.#around.changed();
  }

  drag(item: string, pose: Pose): void {
    const grip = this.#grips.get(item);
    if (!grip || grip.ending !== undefined) return;
    grip.pose = wholePose(pose);
    grip.tell.call();
    this.#around.changed();
  }

  /** Moves a piece by keys: taken with the first, let go after a pause. Within a drag it is part of that. */
  adjust(item: string, change: (pose: Pose) => Pose): void {
    const held = this.#grips.get(item);
    this.take(item, held?.by === "pointer" && held.ending === undefined ? "pointer" : "keys");
    const grip = this.#grips.get(item);
    const pose = grip?.pose ?? this.#around.standing(item);
    if (!grip || !pose) return;
    this.drag(item, change(pose));
    if (grip.by === "keys") grip.pause = setTimeout(() => this.#drop(grip), this.#around.timings.keyPause);
  }

  /** Moves a piece in one step: taken, moved, let go. Within a drag it is part of that. */
  put(item: string, pose: Pose): void {
    this.#atOnce(item, () => this.drag(item, pose));
  }

  /** Gives a piece another finish in one step, as `put` gives it another place. */
  finish(item: string, finish: string): void {
    this.#atOnce(item, (grip) => (grip.finish = finish));
  }

  #atOnce(item: string, change: (grip: Grip) => void): void {
    const held = this.#grips.get(item);
    const dragged = held?.by === "pointer" && held.ending === undefined;
    this.take(item, dragged ? "pointer" : "keys");
    const grip = this.#grips.get(item);
    if (!grip) return;
    change(grip);
    if (dragged) this.#around.changed();
    else this.#drop(grip);
  }

  remove(item: string): void {
    this.take(item, "keys");
    const grip = this.#grips.get(item);
    if (!grip) return;
    grip.ending = "remove";
    if (grip.fence !== undefined) this.#finish(grip, grip.fence);
    this.#around.changed();
  }

  drop(): void {
    for (const grip of this.#grips.values()) this.#drop(grip);
  }

  /** Gives back what is not decided yet; the pieces return. */
  cancel(): void {
    for (const grip of this.#grips.values()) if (grip.ending === undefined) this.#giveBack(grip);
  }

  /** The person looks away: a move by keys was complete, a drag was not. */
  leave(): void {
    for (const grip of this.#grips.values()) {
      if (grip.ending !== undefined) continue;
      if (grip.by === "keys") this.#drop(grip);
      else this.#giveBack(grip);
    }
  }

  /** After a break: others see again what is in hand, and its leases are renewed. */
  tellAll(): void {
    for (const grip of this.#grips.values()) grip.tell.call();
  }

  /** The room has changed: what is held must still be ours there. */
  reconcile(room: Room, reason?: UnlockReason): void {
    for (const grip of this.#grips.values()) {
      // A fence ahead of the room was granted in a revision that is still on its way.
      if (grip.fence === undefined || grip.fence > room.rev) continue;
      const lock = this.#ours(grip.item);
      if (lock) grip.fence = lock.fence;
      else if (room.items.has(grip.item)) this.#lose(grip, reason);
      else this.#letGo(grip);
    }
  }

  close(): void {
    for (const grip of this.#grips.values()) this.#letGo(grip);
  }

  #ask(item: string, by: Grip["by"]): Grip {
    const tell = throttled(DRAG_MS, () => this.#tell(grip));
    const grip: Grip = { item, by, fence: undefined, pose: undefined, finish: undefined, ending: undefined, tell };
    this.#grips.set(item, grip);
    void this.#around.connection
      .request({ type: "lock", items: [item] })
      .then((answer) => this.#answered(grip, answer));
    return grip;
  }

  #answered(grip: Grip, answer: Answer): void {
    const current = this.#grips.get(grip.item);
    if (answer.type === "rejected") {
      if (current !== grip) return;
      this.#letGo(grip);
      const { kind, text } = refusal(answer);
      this.#around.say(kind, text, grip.item);
      return;
    }
    const fence = this.#granted(grip.item, answer.rev);
    if (current === grip) {
      if (fence === undefined) this.#lose(grip, undefined);
      else this.#hold(grip, fence);
    } else if (!current && fence !== undefined && !this.#around.takenOver(grip.item, fence)) {
      this.#unlock(grip.item);
    }
  }

  /**
   * The fence of a granted lock is the revision of its answer (L1, L4, R5). A room that is not there yet knows only an
   * older lock, if any; one that is tells whether the lock was lost since (`undefined`).
   */
  #granted(item: string, rev: number): number | undefined {
    const behind = rev > (this.#around.room()?.rev ?? 0);
    return behind ? rev : this.#ours(item)?.fence;
  }

  #hold(grip: Grip, fence: number): void {
    grip.fence = fence;
    grip.renewal = setInterval(() => this.#tell(grip), this.#around.timings.renew);
    if (grip.ending !== undefined) this.#finish(grip, fence);
    else if (grip.pose) grip.tell.call();
    this.#around.changed();
  }

  #drop(grip: Grip): void {
    if (grip.ending !== undefined) return;
    if (grip.fence === undefined && !grip.pose && grip.finish === undefined) return this.#giveBack(grip);
    grip.ending = "drop";
    if (grip.fence !== undefined) this.#finish(grip, grip.fence);
    this.#around.changed();
  }

  #finish(grip: Grip, fence: number): void {
    const { item, pose, finish, ending } = grip;
    this.#letGo(grip);
    const standing = this.#around.standing(item);
    if (ending === "remove") {
      void this.#around.change({ type: "remove", item }, { type: "remove", item, fence });
      return;
    }
    const moves = pose && standing && !samePose(pose, standing);
    const release = finish === undefined;
    if (moves) void this.#around.change({ type: "move", item, pose }, { type: "move", item, ...pose, fence, release });
    if (finish !== undefined) {
      void this.#around.change(
        { type: "finish", item, finish },
        { type: "finish", item, finish, fence, release: true },
      );
    } else if (!moves) this.#unlock(item);
  }

  #giveBack(grip: Grip): void {
    if (grip.dropped || grip.finish !== undefined) {
      grip.pose = grip.dropped;
      return this.#drop(grip);
    }
    this.#letGo(grip);
    // While it is still asked for, the grant finds nobody and is given back then.
    if (grip.fence !== undefined) this.#unlock(grip.item);
  }

  #lose(grip: Grip, reason: UnlockReason | undefined): void {
    this.#letGo(grip);
    this.#around.say("lost", lostSentence(reason), grip.item);
  }

  #letGo(grip: Grip): void {
    grip.tell.cancel();
    clearInterval(grip.renewal);
    clearTimeout(grip.pause);
    if (this.#grips.get(grip.item) === grip) this.#grips.delete(grip.item);
    this.#around.changed();
  }

  /** Nothing waits for the answer: a lock that had ended by itself is given back just as well. */
  #unlock(item: string): void {
    void this.#around.connection.request({ type: "unlock", items: [item] });
  }

  #tell({ item, pose = this.#around.standing(item), fence }: Grip): void {
    if (pose && fence !== undefined) {
      const { x, y, rotation } = pose;
      this.#around.connection.send({ type: "drag", item, x, y, rotation, fence });
    }
  }

  #ours(item: string): Lock | undefined {
    const lock = this.#around.room()?.locks.get(item);
    return lock?.by === this.#around.me() ? lock : undefined;
  }
}
