/** What somebody does to the room: the chosen part, edits kept at once or after a pause, and what is to be said of them. */
import { computed, signal, type Signal } from "@preact/signals";
import type { Opening, Plan } from "../core/protocol";
import { usualTimings } from "../core/timings";
import type { Session } from "../session";
import { accessOf, type Access } from "./access";
import type { Changed, Outcome } from "./edits";
import { shapeOf } from "./shapes";
import { changedSentence, problemSentence } from "./words";

/** A part of the room, by its index in the plan. */
export interface Part {
  readonly kind: "wall" | "corner" | "opening" | "obstacle";
  readonly index: number;
}

export interface Said {
  readonly kind: "problem" | "told";
  readonly text: string;
}

export class Shaper {
  readonly selected: Signal<Part | undefined> = signal(undefined);
  /** What the next pressed wall gets. */
  readonly adding: Signal<Opening["kind"] | undefined> = signal(undefined);
  readonly said: Signal<Said | undefined> = signal(undefined);
  /** Somebody wants free corners, though the room has a simpler shape. */
  readonly free: Signal<boolean> = signal(false);

  /** Changes less often than the view that it comes from. */
  readonly #hasCorners = computed(() => {
    const plan = this.session.view.value.room?.plan;
    return this.free.value || (plan !== undefined && shapeOf(plan.outline).kind === "free");
  });
  /** The latest sketch that could be kept, and the time until it is. */
  #latest: Changed | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly session: Session) {}

  /** As it is just now, a sketch included. */
  get plan(): Plan | undefined {
    return this.session.designer.view.room?.plan;
  }

  get access(): Access {
    return accessOf(this.session.view.value);
  }

  get editable(): boolean {
    return this.access.kind === "mine";
  }

  /** Corners are for rooms that are no rectangle and no L, or shall not stay so. */
  get hasCorners(): boolean {
    return this.#hasCorners.value;
  }

  take(): void {
    // Also while it is asked for: it may be on its way back as soon as it comes.
    if (this.access.kind !== "held") this.session.designer.takePlan();
  }

  select(part: Part | undefined): void {
    const { value } = this.selected;
    if (value?.kind === part?.kind && value?.index === part?.index) return;
    this.selected.value = part;
    this.said.value = undefined;
  }

  /** The next pressed wall gets one; undefined for none after all. */
  add(kind: Opening["kind"] | undefined): void {
    this.adding.value = kind;
    this.said.value = undefined;
  }

  /** Changes the room for everybody; where it cannot be, says why, and answers false. */
  change(edit: (plan: Plan) => Outcome): boolean {
    const problem = this.set(edit);
    if (problem !== undefined) this.said.value = { kind: "problem", text: problem };
    return problem === undefined;
  }

  /** The same for a field, which says itself why not: with the sentence that comes back. */
  set(edit: (plan: Plan) => Outcome): string | undefined {
    this.keep();
    if (!this.plan || !this.editable) return undefined;
    const outcome = edit(this.plan);
    if ("problem" in outcome) return problemSentence(outcome);
    this.#do(outcome);
    return undefined;
  }

  /** Shows what an edit would do, until `keep` or `drop`. An edit that is not possible leaves the last one that was. */
  sketch(outcome: Outcome): void {
    if (!this.editable) return;
    if ("problem" in outcome) {
      this.said.value = { kind: "problem", text: problemSentence(outcome) };
      return;
    }
    this.#latest = outcome;
    this.#tell(outcome);
    this.session.designer.sketch(outcome.plan);
  }

  /** An edit by keys: shown at once, kept after a pause, so that ten steps are one change. */
  nudge(edit: (plan: Plan) => Outcome): void {
    if (!this.plan) return;
    clearTimeout(this.#pause);
    this.sketch(edit(this.plan));
    this.#pause = setTimeout(() => this.keep(), usualTimings.keyPause);
  }

  keep(): void {
    clearTimeout(this.#pause);
    const latest = this.#latest;
    this.#latest = undefined;
    // A sketch that was settled or put back meanwhile, as by an undo, is none any more.
    if (latest && this.session.designer.view.sketching) this.#do(latest);
  }

  drop(): void {
    clearTimeout(this.#pause);
    this.#latest = undefined;
    this.said.value = undefined;
    this.session.designer.sketch(undefined);
  }

  /** Gives the room back, with what was done. */
  end(): void {
    this.keep();
    this.session.designer.releasePlan();
  }

  /** After a change from elsewhere the chosen part may be gone. */
  forgetGone(plan: Plan): void {
    const part = this.selected.peek();
    if (part && part.index >= countOf(plan, part.kind)) this.selected.value = undefined;
  }

  #do(changed: Changed): void {
    this.#latest = undefined;
    this.#tell(changed);
    this.session.designer.reshape(changed.plan);
  }

  #tell(changed: Changed): void {
    const text = changedSentence(changed);
    this.said.value = text === "" ? undefined : { kind: "told", text };
  }
}

function countOf({ outline, openings, obstacles = [] }: Plan, kind: Part["kind"]): number {
  if (kind === "opening") return openings.length;
  return kind === "obstacle" ? obstacles.length : outline.length;
}
