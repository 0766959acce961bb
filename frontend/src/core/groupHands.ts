/**
 * Several pieces in this tab's hands at once: locked by one request, shown to the others by one frame a tick, and
 * changed by one request, which is one step to undo. What somebody else has is left out.
 */
import { texts } from "../texts/texts";
import type { Answer } from "./connection";
import type { PieceChange } from "./drafts";
import { lostSentence, refusal } from "./format";
import { samePose, wholePose } from "./geometry";
import type { Hold, Surroundings } from "./hands";
import { MOST_AT_ONCE, type ArrangeStep, type Item, type Lock, type Pose, type UnlockReason } from "./protocol";
import type { Room } from "./room";
import { throttled } from "./throttle";
import type { Throttled } from "./throttle";

export type Poses = ReadonlyMap<string, Pose>;

/** What the hands work with besides: whether the hand for one piece is free, so that a group can be taken. */
export interface GroupSurroundings extends Surroundings {
  free(): boolean;
}

const DRAGS_MS = 1000 / 30;
const nowhere: Poses = new Map();

interface Grip {
  /** Asked for or held; what is lost leaves it. */
  readonly items: Set<string>;
  by: "pointer" | "keys";
  /** By item; undefined while the locks are asked for. */
  fences: Map<string, number> | undefined;
  /** Where the hand has them; without those that stay where the room has them. */
  poses: Poses;
  /** What to do as soon as the locks are granted. */
  ending: "drop" | "remove" | undefined;
  /** Where they were put down already, when they are taken again before the locks came. */
  dropped: Poses;
  /** Locks that had been asked for just before, and were granted when nothing had them in hand but this. */
  readonly takenOver: Map<string, number>;
  readonly tell: Throttled;
  renewal?: ReturnType<typeof setInterval>;
  pause?: ReturnType<typeof setTimeout>;
}

export class GroupHands {
  readonly #around: GroupSurroundings;
  #grip: Grip | undefined;

  constructor(around: GroupSurroundings) {
    this.#around = around;
  }

  get empty(): boolean {
    return this.#grip === undefined;
  }

  get holds(): readonly (readonly [item: string, hold: Hold])[] {
    const grip = this.#grip;
    return [...(grip?.items ?? [])].map((item) => {
      const fence = grip?.fences?.get(item);
      return [item, fence === undefined ? "asking" : { fence }];
    });
  }

  get poses(): readonly { readonly item: string; readonly pose: Pose | undefined; readonly gone: boolean }[] {
    const grip = this.#grip;
    const gone = grip?.ending === "remove";
    return [...(grip?.items ?? [])].map((item) => ({ item, pose: grip?.poses.get(item), gone }));
  }

  /** Whether the piece is in this hand, so that the other must not reach for it. */
  has(item: string): boolean {
    return this.#grip?.items.has(item) ?? false;
  }

  /** Keeps a lock that was granted to the other hand, when it was free already. Answers whether it is wanted. */
  takeOver(item: string, fence: number): boolean {
    const grip = this.#grip;
    if (!grip?.items.has(item)) return false;
    if (grip.fences) grip.fences.set(item, fence);
    else grip.takenOver.set(item, fence);
    return true;
  }

  /** Takes pieces, asking for their locks unless just these are in hand. Answers which; nothing while it is busy. */
  take(items: Iterable<string>, by: Grip["by"]): ReadonlySet<string> {
    const wanted = this.#free([...items]);
    const held = this.#grip;
    if (held && !sameItems(held.items, wanted)) {
      this.drop();
      if (this.#grip) return new Set();
    }
    if (wanted.length === 0 || !this.#around.free() || this.#grip?.ending === "remove") return new Set();
    const grip = this.#grip ?? this.#ask(wanted, by);
    clearTimeout(grip.pause);
    if (grip.ending === "drop") grip.dropped = grip.poses;
    grip.by = by;
    grip.ending = undefined;
    this.#around.changed();
    return new Set(grip.items);
  }

  drag(poses: Poses): void {
    const grip = this.#grip;
    if (!grip || grip.ending !== undefined) return;
    grip.poses = new Map([...poses].flatMap(([item, pose]) => (grip.items.has(item) ? [[item, wholePose(pose)]] : [])));
    grip.tell.call();
    this.#around.changed();
  }

  /** Moves pieces by keys: taken with the first, let go after a pause. Within a drag it is part of that. */
  adjust(items: Iterable<string>, change: (standing: readonly Item[]) => Poses): number {
    const held = this.#grip;
    const dragged = held?.by === "pointer" && held.ending === undefined;
    const taken = this.take(dragged ? held.items : items, dragged ? "pointer" : "keys");
    const grip = this.#grip;
    if (!grip || taken.size === 0) return 0;
    this.drag(change(this.standing(taken)));
    if (grip.by === "keys") grip.pause = setTimeout(() => this.drop(), this.#around.timings.keyPause);
    return taken.size;
  }

  /** The pieces as the hand has them. */
  standing(items: Iterable<string>): readonly Item[] {
    return [...items].flatMap((id) => {
      const item = this.#around.room()?.items.get(id);
      const pose = this.#grip?.poses.get(id) ?? this.#around.standing(id);
      return item && pose ? [{ ...item, x: pose.x, y: pose.y, rotation: pose.rotation }] : [];
    });
  }

  /** Answers how many go. */
  remove(items: Iterable<string>): number {
    const taken = this.take(items, "keys");
    if (!this.#grip || taken.size === 0) return 0;
    this.#end(this.#grip, "remove");
    return taken.size;
  }

  /** Places several at once. */
  place(items: readonly Item[]): void {
    const steps: ArrangeStep[] = items.map((item) => ({ type: "place", ...item }));
    const changes = items.map((item): PieceChange => ({ type: "place", item }));
    void this.#around.change({ type: "arrange", steps: changes }, { type: "arrange", steps });
  }

  drop(): void {
    const grip = this.#grip;
    if (!grip || grip.ending !== undefined) return;
    if (grip.fences === undefined && grip.poses.size === 0) this.#giveBack(grip);
    else this.#end(grip, "drop");
  }

  /** Gives back what is not decided yet; the pieces return. */
  cancel(): void {
    if (this.#grip && this.#grip.ending === undefined) this.#giveBack(this.#grip);
  }

  /** The person looks away: a move by keys was complete, a drag was not. */
  leave(): void {
    if (this.#grip?.by === "keys") this.drop();
    else this.cancel();
  }

  /** After a break: others see again what is in hand, and its leases are renewed. */
  tellAll(): void {
    this.#grip?.tell.call();
  }

  /** The room has changed: what is held must still be ours there, and what is not goes back by itself. */
  reconcile(room: Room, reason?: UnlockReason): void {
    const grip = this.#grip;
    if (!grip?.fences) return;
    let lost = false;
    for (const [item, fence] of grip.fences) {
      // A fence ahead of the room was granted in a revision that is still on its way.
      if (fence > room.rev) continue;
      const lock = this.#ours(item);
      if (lock) grip.fences.set(item, lock.fence);
      else {
        lost ||= room.items.has(item);
        this.#leaveOut(grip, item);
      }
    }
    if (grip.items.size === 0) this.#letGo(grip);
    if (lost) this.#around.say("lost", lostSentence(reason));
  }

  close(): void {
    if (this.#grip) this.#letGo(this.#grip);
  }

  /** Those that nobody else has; says so when some are left out. */
  #free(items: readonly string[]): readonly string[] {
    const room = this.#around.room();
    const others = items.flatMap((item) => {
      const lock = room?.locks.get(item);
      return lock && lock.by !== this.#around.me() ? [lock] : [];
    });
    if (others[0]) this.#around.say("refused", texts().group.leftOut(others.length, others[0].name));
    const taken = new Set(others.map(({ item }) => item));
    return items.filter((item) => room?.items.has(item) && !taken.has(item)).slice(0, MOST_AT_ONCE);
  }

  #ask(items: readonly string[], by: Grip["by"]): Grip {
    const tell = throttled(DRAGS_MS, () => this.#tell(grip));
    const grip: Grip = {
      items: new Set(items),
      by,
      fences: undefined,
      poses: nowhere,
      ending: undefined,
      dropped: nowhere,
      takenOver: new Map(),
      tell,
    };
    this.#grip = grip;
    this.#lock(grip);
    return grip;
  }

  #lock(grip: Grip): void {
    const items = [...grip.items];
    void this.#around.connection.request({ type: "lock", items }).then((answer) => this.#answered(grip, items, answer));
  }

  #answered(grip: Grip, items: readonly string[], answer: Answer): void {
    if (answer.type === "rejected") {
      if (this.#grip === grip) this.#refused(grip, answer);
      else this.#unlock([...grip.takenOver.keys()]);
      return;
    }
    // A room that is not there yet knows only older locks, if any; one that is tells which were lost since.
    const behind = answer.rev > (this.#around.room()?.rev ?? 0);
    const fences = items.flatMap((item): (readonly [string, number])[] => {
      const granted = isGrantedBy(answer, item) ? answer.rev : (grip.takenOver.get(item) ?? renewedBy(answer));
      const fence = (behind ? granted : undefined) ?? this.#ours(item)?.fence;
      return fence === undefined ? [] : [[item, fence]];
    });
    if (this.#grip !== grip) {
      return this.#unlock(fences.flatMap(([item, fence]) => (this.takeOver(item, fence) ? [] : [item])));
    }
    grip.fences = new Map(fences);
    for (const item of items) if (!grip.fences.has(item)) this.#leaveOut(grip, item);
    if (grip.items.size === 0) return this.#letGo(grip);
    grip.renewal = setInterval(() => this.#tell(grip), this.#around.timings.renew);
    if (grip.ending !== undefined) this.#finish(grip, grip.fences);
    else if (grip.poses.size > 0) grip.tell.call();
    this.#around.changed();
  }

  /** A group is granted whole or not at all (L1): somebody was faster with one of them, so it is asked for without. */
  #refused(grip: Grip, answer: Answer & { type: "rejected" }): void {
    const free = answer.code === "locked" ? this.#free([...grip.items]) : [];
    if (free.length === 0 || free.length === grip.items.size) {
      this.#letGo(grip);
      this.#unlock([...grip.takenOver.keys()]);
      const { kind, text } = refusal(answer);
      return this.#around.say(kind, text);
    }
    for (const item of grip.items) if (!free.includes(item)) this.#leaveOut(grip, item);
    this.#unlock([...grip.takenOver.keys()]);
    this.#lock(grip);
    this.#around.changed();
  }

  #end(grip: Grip, ending: "drop" | "remove"): void {
    clearTimeout(grip.pause);
    grip.ending = ending;
    if (grip.fences) this.#finish(grip, grip.fences);
    this.#around.changed();
  }

  /** A change that is refused lets go of nothing: where only some of the locks were lost, the others go then. */
  #finish(grip: Grip, fences: ReadonlyMap<string, number>): void {
    this.#letGo(grip);
    const done = [...fences].flatMap(([item, fence]) => this.#step(grip, item, fence) ?? []);
    const still = grip.ending === "drop" && done.every(({ moved }) => !moved);
    if (still) return this.#unlock([...fences.keys()]);
    void this.#around
      .change(
        { type: "arrange", steps: done.map(({ change }) => change) },
        { type: "arrange", steps: done.map(({ step }) => step), release: true },
      )
      .then((answer) => {
        if (answer.type === "rejected") this.#unlock([...fences.keys()].filter((item) => this.#ours(item)));
      });
  }

  #step({ ending, poses }: Grip, item: string, fence: number) {
    const standing = this.#around.standing(item);
    if (!standing) return undefined;
    if (ending === "remove") {
      const change: PieceChange = { type: "remove", item };
      return { moved: true, change, step: { type: "remove", item, fence } satisfies ArrangeStep };
    }
    const { x, y, rotation } = poses.get(item) ?? standing;
    const change: PieceChange = { type: "move", item, pose: { x, y, rotation } };
    const step: ArrangeStep = { type: "move", item, x, y, rotation, fence };
    return { moved: !samePose(change.pose, standing), change, step };
  }

  #giveBack(grip: Grip): void {
    if (grip.dropped.size > 0) {
      grip.poses = grip.dropped;
      return this.#end(grip, "drop");
    }
    this.#letGo(grip);
    // While they are still asked for, the grant finds nobody and is given back then.
    if (grip.fences) this.#unlock([...grip.fences.keys()]);
  }

  #leaveOut(grip: Grip, item: string): void {
    grip.items.delete(item);
    grip.fences?.delete(item);
    grip.poses = new Map([...grip.poses].filter(([other]) => other !== item));
  }

  #letGo(grip: Grip): void {
    grip.tell.cancel();
    clearInterval(grip.renewal);
    clearTimeout(grip.pause);
    if (this.#grip === grip) this.#grip = undefined;
    this.#around.changed();
  }

  /** What a hand has taken again meanwhile stays. Where one lock had ended by itself, the others go one by one. */
  #unlock(items: readonly string[]): void {
    const unwanted = items.filter((item) => !this.has(item) && !this.#around.takenOver(item, 0));
    if (unwanted.length === 0) return;
    void this.#around.connection.request({ type: "unlock", items: unwanted }).then((answer) => {
      if (answer.type === "rejected" && unwanted.length > 1) for (const item of unwanted) this.#unlock([item]);
    });
  }

  #tell(grip: Grip): void {
    if (!grip.fences) return;
    const drags = [...grip.fences].flatMap(([item, fence]) => {
      const pose = grip.poses.get(item) ?? this.#around.standing(item);
      return pose ? [[item, pose.x, pose.y, pose.rotation, fence] as const] : [];
    });
    if (drags.length > 0) this.#around.connection.send({ type: "drags", drags });
  }

  #ours(item: string): Lock | undefined {
    const lock = this.#around.room()?.locks.get(item);
    return lock?.by === this.#around.me() ? lock : undefined;
  }
}

/** What was in hand before keeps its fence, and is not named (L1). */
function isGrantedBy(answer: Answer, item: string): boolean {
  return answer.type === "locked" && answer.items.includes(item);
}

/** The answer to a repeated request, or to one for what is in hand already, names no pieces: any may have this fence. */
function renewedBy(answer: Answer): number | undefined {
  return answer.type === "accepted" ? answer.rev : undefined;
}

function sameItems(some: ReadonlySet<string>, others: readonly string[]): boolean {
  return some.size === others.length && others.every((item) => some.has(item));
}
