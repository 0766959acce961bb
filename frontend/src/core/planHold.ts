/**
 * This tab's hold on the room itself: the lock of `plan`, kept for as long as somebody edits the room, and what they are
 * making of it. A sketch shows in this tab at once and to others as motion (M5); a reshaping is a durable change.
 */
import { texts } from "../texts/texts";
import type { Answer, Connection } from "./connection";
import type { Change } from "./drafts";
import { planBusySentence, refusal } from "./format";
import type { Notice } from "./notices";
import { PLAN, type Lock, type Plan, type RequestBody } from "./protocol";
import type { Room } from "./room";
import { throttled } from "./throttle";
import type { Timings } from "./timings";

/** "asking" until the server has granted the lock. */
export type PlanHoldState = "none" | "asking" | "mine";

/** The side of the designer that the hold works with. */
export interface PlanSurroundings {
  readonly connection: Connection;
  readonly timings: Pick<Timings, "renew">;
  room(): Room | undefined;
  /** As it will be when what is on its way has been answered. */
  plan(): Plan | undefined;
  me(): string | undefined;
  /** Sends a request and draws its change until it is answered. */
  change(change: Change, body: RequestBody): void;
  say(kind: Notice["kind"], text: string): void;
  changed(): void;
}

const SKETCH_MS = 100;

interface Grip {
  /** The lock's fence; undefined while it is asked for. */
  fence: number | undefined;
  /** What the person already made of the room, to be sent as soon as the lock is granted. */
  waiting: Plan | undefined;
  /** Given back before the lock was there: what waits is sent with it, and then it is. */
  leaving: boolean;
  renewal?: ReturnType<typeof setInterval>;
  renewing: boolean;
}

export class PlanHold {
  readonly #around: PlanSurroundings;
  #grip: Grip | undefined;
  #sketch: Plan | undefined;
  #resting = false;
  readonly #tell = throttled(SKETCH_MS, () => this.#tellSketch());

  constructor(around: PlanSurroundings) {
    this.#around = around;
  }

  get state(): PlanHoldState {
    if (!this.#grip) return "none";
    return this.#grip.fence === undefined ? "asking" : "mine";
  }

  /** The room as this tab has it in hand, where that is not yet on its way to the server. */
  get plan(): Plan | undefined {
    return this.#sketch ?? this.#grip?.waiting;
  }

  get sketching(): boolean {
    return this.#sketch !== undefined;
  }

  take(): void {
    if (this.#grip) {
      this.#grip.leaving = false;
      return;
    }
    const grip: Grip = { fence: undefined, waiting: undefined, leaving: false, renewing: false };
    this.#grip = grip;
    void this.#lock().then((answer) => this.#answered(grip, answer));
    this.#around.changed();
  }

  /** Shows a plan while a hand is still at it; undefined puts back what was. */
  sketch(plan: Plan | undefined): void {
    if (!this.#grip && plan) return;
    const seen = this.#sketch !== undefined;
    this.#sketch = plan;
    if (plan || seen) this.#tell.call();
    this.#around.changed();
  }

  /** After a break, or when somebody comes: the others see what the hand is at. */
  tellAll(): void {
    if (this.#sketch) this.#tell.call();
  }

  /** Ends the sketch with a change for everybody. */
  reshape(plan: Plan): void {
    const grip = this.#grip;
    this.#sketch = undefined;
    this.#tell.cancel();
    if (grip && grip.fence === undefined) grip.waiting = plan;
    else if (grip?.fence !== undefined) this.#send(plan, grip.fence);
    this.#around.changed();
  }

  /** Something else is about to happen to the room: a sketch becomes a change before it. */
  settle(): void {
    if (this.#sketch) this.reshape(this.#sketch);
  }

  release(): void {
    const grip = this.#grip;
    if (grip?.waiting) {
      grip.leaving = true;
      return;
    }
    this.#letGo();
    // While it is still asked for, the grant finds nobody and is given back then.
    if (grip?.fence !== undefined) this.#unlock();
  }

  /** Nobody looks at the page: the lease may run out, lest a forgotten window keeps the room from everybody. */
  rest(resting: boolean): void {
    this.#resting = resting;
    if (!resting && this.#grip) this.#renew(this.#grip);
  }

  /** The room has changed: the lock must still be ours there. */
  reconcile(room: Room): void {
    const grip = this.#grip;
    // A fence ahead of the room was granted in a revision that is still on its way.
    if (grip?.fence === undefined || grip.fence > room.rev) return;
    const lock = this.#ours();
    if (lock) grip.fence = lock.fence;
    else this.#lose();
  }

  close(): void {
    this.#letGo();
  }

  #answered(grip: Grip, answer: Answer): void {
    const current = this.#grip;
    if (answer.type === "rejected") {
      if (current !== grip) return;
      this.#letGo();
      if (answer.code === "locked") this.#around.say("refused", planBusySentence(answer.name));
      else this.#around.say(refusal(answer).kind, refusal(answer).text);
      return;
    }
    const behind = answer.rev > (this.#around.room()?.rev ?? 0);
    const fence = behind ? answer.rev : this.#ours()?.fence;
    if (current === grip) {
      if (fence === undefined) this.#lose();
      else this.#hold(grip, fence);
    } else if (!current && fence !== undefined) this.#unlock();
  }

  #hold(grip: Grip, fence: number): void {
    grip.fence = fence;
    grip.renewal = setInterval(() => this.#renew(grip), this.#around.timings.renew);
    if (grip.waiting) this.#send(grip.waiting, fence);
    grip.waiting = undefined;
    if (grip.leaving) this.release();
    this.#around.changed();
  }

  /** Locking what one holds renews it (L4). Without a line it would only wait, and count as a change not yet saved. */
  #renew(grip: Grip): void {
    const { connection } = this.#around;
    this.tellAll();
    if (grip.renewing || grip.fence === undefined || this.#resting || connection.status.state !== "open") return;
    grip.renewing = true;
    void this.#lock().then((answer) => {
      grip.renewing = false;
      if (this.#grip === grip && answer.type === "rejected" && answer.code === "locked") this.#lose();
    });
  }

  #send(plan: Plan, fence: number): void {
    // Left out, they would stay as they are; here what is not in the plan is not to be in the room.
    const { outline, height, openings, obstacles = [] } = plan;
    this.#around.change({ type: "reshape", plan }, { type: "reshape", outline, height, openings, obstacles, fence });
  }

  /** What was put back is told as well: the others are to see the room as it is again. */
  #tellSketch(): void {
    const plan = this.#sketch ?? this.#around.plan();
    const fence = this.#grip?.fence;
    if (!plan || fence === undefined) return;
    const { outline, height, openings, obstacles = [] } = plan;
    this.#around.connection.send({ type: "sketch", outline, height, openings, obstacles, fence });
  }

  #lose(): void {
    this.#letGo();
    this.#around.say("lost", texts().refusals.planLost);
  }

  #letGo(): void {
    clearInterval(this.#grip?.renewal);
    this.#tell.cancel();
    this.#grip = undefined;
    this.#sketch = undefined;
    this.#around.changed();
  }

  #lock(): Promise<Answer> {
    return this.#around.connection.request({ type: "lock", items: [PLAN] });
  }

  #unlock(): void {
    void this.#around.connection.request({ type: "unlock", items: [PLAN] });
  }

  #ours(): Lock | undefined {
    const lock = this.#around.room()?.locks.get(PLAN);
    return lock?.by === this.#around.me() ? lock : undefined;
  }
}
