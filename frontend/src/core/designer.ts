/**
 * One tab's live room, for any view to draw: the server's truth, with what this tab and others are just doing on top.
 * Every change shows at once; the server's answer then has the last word.
 */
import { texts } from "../texts/texts";
import { Connection } from "./connection";
import type { Answer, Status } from "./connection";
import { answered, changedItems, pending, planned, titled } from "./drafts";
import type { Change, Draft, Drafts } from "./drafts";
import { refinished } from "./finishes";
import { busySentence, planBusySentence, refusal, stopSentence } from "./format";
import { GroupHands } from "./groupHands";
import { wholeCoordinate, wholePose } from "./geometry";
import type { Point } from "./geometry";
import { Hands } from "./hands";
import type { Hold, Surroundings } from "./hands";
import type { DesignerOptions, DesignerView } from "./designerView";
import { randomId } from "./ids";
import { heard, pruned, sample, sketchless, stillness } from "./motion";
import type { Motion, MotionPicture } from "./motion";
import { Notices } from "./notices";
import type { Notice } from "./notices";
import { inHand, Picture } from "./picture";
import { LONGEST_TITLE, plainText } from "./plainText";
import { PlanHold } from "./planHold";
import { MOST_AT_ONCE } from "./protocol";
import type { Client, Item, Plan, Pose, RequestBody, ServerFrame, WelcomeFrame } from "./protocol";
import { tabStorage } from "./resumeKey";
import { apply, welcomed } from "./room";
import type { Room } from "./room";
import { openSpot } from "./snap";
import { throttled } from "./throttle";
import { usualTimings } from "./timings";
import { Upgrade } from "./upgrade";

export type { DesignerOptions, DesignerView, Hold, Notice };

const CURSOR_MS = 50;
/** A `sync` not answered for so long is sent again when a further gap shows, ms. */
const SYNC_MS = 2_000;

const none: ReadonlySet<string> = new Set();

export class Designer {
  /** The hands on several pieces at once; who may not change the room finds them closed. */
  readonly group: GroupHands;
  readonly #connection: Connection;
  readonly #hands: Hands;
  readonly #plan: PlanHold;
  readonly #notices = new Notices(() => this.#changed());
  readonly #upgrade: Upgrade;
  readonly #listeners = new Set<() => void>();
  #room: Room | undefined;
  #you: Client | undefined;
  #drafts: Drafts = [];
  #motion: Motion = stillness;
  #selected = none;
  #cursor: Point = { x: 0, y: 0 };
  readonly #pointer = throttled(CURSOR_MS, () => this.#connection.send({ type: "cursor", ...this.#cursor }));
  #syncedAt = -Infinity;
  readonly #picture = new Picture();
  #view: DesignerView | undefined;
  #announced = false;
  #wishes: readonly ("undo" | "redo")[] = [];

  constructor(options: DesignerOptions) {
    this.#connection = new Connection({ ...options, revision: () => this.#room?.rev });
    this.#connection.on("frame", (frame) => this.#heard(frame));
    this.#connection.on("status", ({ state }) => this.#statusChanged(state));
    const around: Omit<Surroundings, "takenOver"> = {
      connection: this.#connection,
      timings: { ...usualTimings, ...options.timings },
      room: () => this.#room,
      me: () => this.#you?.client,
      standing: (item) => this.#standing().get(item),
      change: (change, body) => this.#change(change, body),
      say: (kind, text, item) => this.#notices.say(kind, text, item),
      changed: () => {
        this.#changed();
        if (this.#wishes.length > 0) queueMicrotask(() => this.#takeBack());
      },
    };
    this.#hands = new Hands({ ...around, takenOver: (item, fence) => this.group.takeOver(item, fence) });
    // Its own request for the lock is on its way, and is answered after the one that is not wanted any more.
    const takenOver = (item: string) => this.#hands.has(item);
    this.group = new GroupHands({ ...around, takenOver, free: () => this.#mayChange() && this.#lettingGo() });
    this.#plan = new PlanHold({
      connection: this.#connection,
      timings: { ...usualTimings, ...options.timings },
      room: () => this.#room,
      plan: () => this.#room && planned(this.#room, this.#drafts),
      me: () => this.#you?.client,
      change: (change, body) => void this.#change(change, body),
      say: (kind, text) => this.#notices.say(kind, text),
      changed: () => this.#changed(),
    });
    this.#upgrade = new Upgrade({
      version: options.version,
      storage: options.storage ?? tabStorage(),
      announce: () => this.#notices.say("upgraded", texts().refusals.upgraded),
      busy: () =>
        !this.#handsEmpty ||
        this.#plan.state !== "none" ||
        this.#connection.unanswered > 0 ||
        options.typing?.() === true,
      reload: () => options.reload?.(),
    });
  }

  /** The same value until something changes. */
  get view(): DesignerView {
    return (this.#view ??= {
      room: this.#shaped(),
      planHold: this.#plan.state,
      sketching: this.#plan.sketching || this.#motion.sketch !== undefined,
      title: this.#room ? titled(this.#room, this.#drafts) : "",
      you: this.#you,
      status: this.#connection.status,
      holds: this.group.empty ? this.#hands.holds : new Map([...this.#hands.holds, ...this.group.holds]),
      shown: this.#shown(),
      selection: this.#selected.size === 1 ? [...this.#selected][0] : undefined,
      group: this.#selected.size > 1 ? this.#selected : none,
      notices: this.#notices.all,
      unsaved: this.#connection.unanswered,
    });
  }

  /** Calls the listener after changes, merged to once a microtask. Returns the way to unsubscribe. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Others' cursors and drags, smoothed, at a moment of `performance.now()`. A new view announces new motion; from
   * then on draw it each animation frame for as long as it says `moving`.
   */
  motion(nowMs: number): MotionPicture {
    return sample(this.#motion, nowMs);
  }

  open(): void {
    this.#connection.open();
  }

  close(): void {
    this.#upgrade.cancel();
    this.#pointer.cancel();
    this.#connection.close();
    this.#notices.clear();
  }

  select(item?: string): void {
    this.#selected = item === undefined ? none : new Set([item]);
    this.#changed();
  }

  /** Selects as many of these as can be changed at once, and says so where some are left out. */
  selectAll(items: Iterable<string>): void {
    const wanted = [...new Set(items)].filter((item) => this.#shown().has(item));
    this.#selected = new Set(wanted.slice(0, MOST_AT_ONCE));
    if (wanted.length > MOST_AT_ONCE) this.#notices.say("failed", texts().group.most(MOST_AT_ONCE));
    this.#changed();
  }

  /** Adds a piece to the selection, or takes it out. */
  toggle(item: string): void {
    const others = [...this.#selected].filter((other) => other !== item);
    this.selectAll(this.#selected.has(item) ? others : [...others, item]);
  }

  /** Asks for the lock and returns at once; false when that makes no sense (a viewer, a piece somebody else has). */
  press(item: string): boolean {
    if (!this.#may(item)) return false;
    this.#hands.take(item, "pointer");
    return true;
  }

  /** Moves a pressed piece; one that is not (or no longer) in hand stays where it is. */
  drag(item: string, pose: Pose): void {
    this.#hands.drag(item, pose);
  }

  /** Puts down what is in hand, where it is. */
  drop(): void {
    this.#hands.drop();
    this.group.drop();
  }

  /** Gives back what is in hand; it returns to where it was. */
  cancel(): void {
    this.#hands.cancel();
    this.group.cancel();
  }

  /**
   * Places a product, in the middle of the room unless told where, in its first finish unless told which, and selects it.
   * Answers the new item's id.
   */
  place(sku: string, at?: Point & { readonly rotation?: number }, finish?: string): string | undefined {
    const room = this.#room;
    if (!room || !this.#mayChange()) return undefined;
    const spot = at ?? openSpot(room.plan, [...this.#shown().values()]);
    const item = refinished({ item: randomId(), sku, ...wholePose({ rotation: 0, ...spot }) }, finish);
    void this.#change({ type: "place", item }, { type: "place", ...item });
    this.select(item.item);
    return item.item;
  }

  /** Answers whether it goes; where not, a notice says why. */
  remove(item: string): boolean {
    if (!this.#may(item)) return false;
    if (this.#selected.has(item)) this.toggle(item);
    this.#hands.remove(item);
    return true;
  }

  /**
   * Puts a product in a piece's place: takes the piece's lock, then removes the piece and places the product in one
   * request. Answers whether it was done; where it was not, a notice says why, and the room is as it was.
   */
  async swap(item: string, sku: string, pose: Pose, finish?: string): Promise<boolean> {
    if (!this.#may(item)) return false;
    this.#hands.drop();
    const locked = await this.#connection.request({ type: "lock", items: [item] });
    if (locked.type === "rejected") {
      const { kind, text } = refusal(locked);
      this.#notices.say(kind, text, item);
      return false;
    }
    const made = refinished({ item: randomId(), sku, ...wholePose(pose) }, finish);
    const swapped = await this.#change(
      { type: "arrange", steps: [{ type: "remove", item }, { type: "place", item: made }] }, // prettier-ignore
      { type: "arrange", steps: [{ type: "remove", item, fence: locked.rev }, { type: "place", ...made }] }, // prettier-ignore
    );
    if (swapped.type === "rejected") void this.#connection.request({ type: "unlock", items: [item] });
    else this.select(made.item);
    return swapped.type !== "rejected";
  }

  /** Moves a piece to where it is told, in one step. False, with a notice, when it may not be taken. */
  put(item: string, pose: Pose): boolean {
    if (!this.#may(item)) return false;
    this.#hands.put(item, pose);
    return true;
  }

  /** Gives a piece another finish of its product, in one step; nothing happens where it is in that already. */
  finish(item: string, finish: string): void {
    if (this.#may(item) && this.#shown().get(item)?.finish !== finish) this.#hands.finish(item, finish);
  }

  /** Turns a piece clockwise: at once within a drag, else taken for it and let go after a pause of 600 ms. */
  rotate(item: string, degrees: number): void {
    if (this.#may(item)) this.#hands.adjust(item, (pose) => ({ ...pose, rotation: pose.rotation + degrees }));
  }

  /** Moves a piece by some millimetres, taken and let go like `rotate`. */
  nudge(item: string, dx: number, dy: number): void {
    if (this.#may(item)) this.#hands.adjust(item, (pose) => ({ ...pose, x: pose.x + dx, y: pose.y + dy }));
  }

  /** An empty or unchanged title changes nothing; a long one is cut to 80 characters. */
  rename(title: string): void {
    const text = plainText(title, LONGEST_TITLE);
    if (text === "" || text === this.view.title || !this.#mayChange()) return;
    void this.#change({ type: "rename", title: text }, { type: "rename", title: text });
  }

  /** Pins a remark to a piece, or to `PLAN`; answers whether it was stored, and says why where not. */
  async comment(item: string, text: string): Promise<boolean> {
    return this.#mayChange() && this.#asked({ type: "comment", comment: randomId(), item, text });
  }

  /** Takes a comment away for everybody. */
  async resolve(comment: string): Promise<boolean> {
    return this.#mayChange() && this.#asked({ type: "resolve", comment });
  }

  /** Takes back one's own latest change (U1), after letting go of what is in hand. */
  undo(): void {
    this.#wish("undo");
  }

  /** Takes back the latest `undo` (U1). */
  redo(): void {
    this.#wish("redo");
  }

  /** Takes the room itself in hand, to edit its walls and openings; asks for the lock of `plan` and keeps it. */
  takePlan(): void {
    if (this.#room && this.#mayChange()) this.#plan.take();
  }

  /** Gives the room itself back; what is sketched of it is kept. */
  releasePlan(): void {
    this.#plan.settle();
    this.#plan.release();
  }

  /** Shows a plan while a hand is still at it; undefined puts back what was. */
  sketch(plan: Plan | undefined): void {
    this.#plan.sketch(plan);
  }

  /** Makes the room this plan, for everybody; nothing happens unless the plan is in hand or asked for. */
  reshape(plan: Plan): void {
    this.#plan.reshape(plan);
  }

  /** While the page cannot be seen, its hold on the room may run out. */
  restPlan(resting: boolean): void {
    this.#plan.rest(resting);
  }

  /** One's own cursor, in mm. */
  cursor(x: number, y: number): void {
    const [wholeX, wholeY] = [wholeCoordinate(x), wholeCoordinate(y)];
    if (wholeX === this.#cursor.x && wholeY === this.#cursor.y) return;
    this.#cursor = { x: wholeX, y: wholeY };
    this.#pointer.call();
  }

  /** The window lost the focus: drags are given back, moves by keys completed. */
  leave(): void {
    this.#hands.leave();
    this.group.leave();
  }

  /** The page is being hidden for good or for a reload: `leave`, and be the same client after a reload. */
  pageHidden(): void {
    this.leave();
    this.#connection.keepForReload();
  }

  /** For the browser's `online`, `offline`, `pageshow`, and a page that becomes visible: looks now for the line. */
  checkNow(): void {
    this.#connection.checkNow();
  }

  dismiss(notice: number): void {
    this.#notices.dismiss(notice);
  }

  #heard(frame: ServerFrame): void {
    if (frame.type === "welcome" || frame.type === "resumed") {
      const { resume: _, ...you } = frame.you;
      this.#you = you;
      this.#syncedAt = -Infinity;
      this.#upgrade.serverIs(frame.version);
    }
    if (frame.type === "motion") this.#motion = heard(this.#motion, frame, performance.now());
    if (frame.type === "reshaped") this.#motion = sketchless(this.#motion);
    const before = this.#room;
    const after = before ? apply(before, frame) : frame.type === "welcome" ? welcomed(frame) : undefined;
    if (after === "gap") return this.#sync();
    if (!after) return;
    this.#follow(after, frame);
    if (!before && frame.type === "welcome") this.#giveBackForgotten(frame);
    if (bringsSomebody(frame)) this.#tellAll();
  }

  /** Who has just come, oneself included, has missed what hands were at before. */
  #tellAll(): void {
    this.#hands.tellAll();
    this.group.tellAll();
    this.#plan.tellAll();
  }

  #follow(room: Room, frame: ServerFrame): void {
    this.#room = room;
    this.#motion = pruned(this.#motion, room);
    this.#drafts = pending(this.#drafts, room);
    this.#hands.reconcile(room, frame.type === "unlocked" ? frame.reason : undefined);
    this.group.reconcile(room, frame.type === "unlocked" ? frame.reason : undefined);
    this.#plan.reconcile(room);
    this.#deselectGone();
    this.#changed();
  }

  /** R3: some revision did not come; everything after it waits until the server has sent what is missing. */
  #sync(): void {
    const now = performance.now();
    if (now - this.#syncedAt < SYNC_MS || !this.#room) return;
    this.#syncedAt = now;
    this.#connection.send({ type: "sync", since: this.#room.rev });
  }

  /** A page that was reloaded is the same client and still has its locks, but nothing in its hands. */
  #giveBackForgotten({ locks, you }: WelcomeFrame): void {
    const items = locks.filter(({ by }) => by === you.client).map(({ item }) => item);
    for (const item of items) void this.#connection.request({ type: "unlock", items: [item] });
  }

  #statusChanged(state: Status["state"]): void {
    // What hands are at is not known while the line is away; who was here stays as it was.
    if (state === "lost" || state === "stopped") this.#motion = stillness;
    if (state === "stopped") {
      this.#hands.close();
      this.group.close();
      this.#plan.close();
    }
    this.#changed();
  }

  async #change(change: Change, body: RequestBody): Promise<Answer> {
    const draft: Draft = { change };
    this.#drafts = [...this.#drafts, draft];
    this.#changed();
    const answer = await this.#connection.request(body);
    this.#drafts = answered(this.#drafts, draft, answer);
    if (this.#room) this.#drafts = pending(this.#drafts, this.#room);
    if (answer.type === "rejected") this.#refused(change, answer);
    this.#changed();
    return answer;
  }

  #refused(change: Change, answer: Answer & { type: "rejected" }): void {
    const { kind, text } = refusal(answer);
    if (change.type === "reshape") return this.#notices.say(kind, planRefusal(answer) ?? text);
    const items = changedItems(change);
    this.#notices.say(kind, text, items.length === 1 ? items[0] : undefined);
    this.#deselectGone();
  }

  async #asked(body: RequestBody): Promise<boolean> {
    const sent = this.#connection.request(body);
    this.#changed();
    const answer = await sent;
    if (answer.type === "rejected") {
      const { kind, text } = refusal(answer);
      this.#notices.say(kind, text);
    }
    this.#changed();
    return answer.type !== "rejected";
  }

  #wish(wish: "undo" | "redo"): void {
    if (!this.#mayChange()) return;
    this.#wishes = [...this.#wishes, wish];
    this.leave();
    this.#plan.settle();
    queueMicrotask(() => this.#takeBack());
  }

  /** A move that still waits for its lock comes before what takes it back. */
  #takeBack(): void {
    if (!this.#handsEmpty) return;
    const wishes = this.#wishes;
    this.#wishes = [];
    for (const type of wishes) void this.#connection.request({ type }).then((answer) => this.#tookBack(answer));
    if (wishes.length > 0) this.#changed();
  }

  /** Shows what was changed. */
  #tookBack(answer: Answer): void {
    if (answer.type === "rejected") {
      const { kind, text } = refusal(answer);
      this.#notices.say(kind, text);
    } else if (
      (answer.type === "placed" || answer.type === "moved" || answer.type === "finished") &&
      !this.#selected.has(answer.item)
    ) {
      this.select(answer.item);
    }
    this.#changed();
  }

  /** Whether one may take this piece; where not, says why. */
  #may(item: string): boolean {
    const room = this.#room;
    if (!room || !this.#shown().has(item) || !this.#mayChange()) return false;
    if (this.group.has(item)) this.group.leave();
    if (this.group.has(item)) return false;
    const lock = room.locks.get(item);
    if (!lock || lock.by === this.#you?.client) return true;
    this.#notices.say("refused", busySentence(lock.name), item);
    return false;
  }

  get #handsEmpty(): boolean {
    return this.#hands.empty && this.group.empty;
  }

  /** Whether one piece was in hand no more, or could be put down at once. */
  #lettingGo(): boolean {
    this.#hands.drop();
    return this.#hands.empty;
  }

  #deselectGone(): void {
    const there = [...this.#selected].filter((item) => this.#standing().has(item));
    if (there.length < this.#selected.size) this.#selected = new Set(there);
  }

  #mayChange(): boolean {
    const { reason } = this.#connection.status;
    if (reason) {
      this.#notices.say("failed", stopSentence(reason));
      return false;
    }
    if (this.#you && this.#you.role !== "viewer") return true;
    if (this.#you) this.#notices.say("readonly", texts().refusals.viewer);
    return false;
  }

  #shaped(): Room | undefined {
    if (!this.#room) return undefined;
    const plan = this.#plan.plan ?? this.#motion.sketch?.plan ?? planned(this.#room, this.#drafts);
    return plan === this.#room.plan ? this.#room : { ...this.#room, plan };
  }

  #standing(): ReadonlyMap<string, Item> {
    return this.#picture.standing(this.#room, this.#drafts, this.#motion.drags);
  }

  #shown(): ReadonlyMap<string, Item> {
    return inHand(this.#standing(), this.#hands, this.group);
  }

  #changed(): void {
    this.#view = undefined;
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      for (const listener of this.#listeners) listener();
    });
  }
}

/** Whether there is somebody now, here or elsewhere, who was not there before. */
function bringsSomebody({ type }: ServerFrame): boolean {
  return type === "welcome" || type === "resumed" || type === "joined" || type === "clients";
}

/** Sentences about locks that are about the room, not about a piece. */
function planRefusal({ code, name }: Answer & { type: "rejected" }): string | undefined {
  if (code === "locked") return planBusySentence(name);
  return code === "not-locked" || code === "stale-lock" ? texts().refusals.planLost : undefined;
}
