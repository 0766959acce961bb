/** The tape: two points on the plan, and the length between them. Nobody else sees it. */
import { effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import { outlineBounds, clamp, type Point } from "../core/geometry";
import { obstaclePieces } from "../fit/obstacles";
import { piecesOf } from "../fit/pieces";
import { distance } from "../fit/shapes";
import type { Session } from "../session";
import { caught, catchesOf } from "./catching";

/** From how far away a corner or an edge holds the tape: pixels under a pointer, mm under the keys. */
const REACH_PIXELS = 12;
const REACH_KEYS = 25;

const ARROWS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export class Tape {
  readonly on: ReadonlySignal<boolean>;
  /** None, the first, or both. */
  readonly points: ReadonlySignal<readonly Point[]>;
  /** Where the next point would be. */
  readonly aim: ReadonlySignal<Point | undefined>;
  /** Whether the keys lead it, which then say where it is. */
  readonly byKeys: ReadonlySignal<boolean>;

  readonly #on: Signal<boolean>;
  readonly #points: Signal<readonly Point[]>;
  readonly #aim: Signal<Point | undefined>;
  readonly #byKeys: Signal<boolean>;

  constructor(private readonly session: Session) {
    this.on = this.#on = signal(false);
    this.points = this.#points = signal([]);
    this.aim = this.#aim = signal(undefined);
    this.byKeys = this.#byKeys = signal(false);
    // One thing in the hand at a time.
    effect(() => {
      if (session.picked.value) untracked(() => this.end());
    });
  }

  toggle(): void {
    if (this.#on.value) return this.end();
    this.session.picked.value = undefined;
    this.#on.value = true;
  }

  end(): void {
    this.#on.value = false;
    this.#points.value = [];
    this.#aim.value = undefined;
    this.#byKeys.value = false;
  }

  /** A pointer is over a point of the room. */
  pointAt(point: Point, scale: number): void {
    this.#byKeys.value = false;
    this.#aim.value = this.#caught(point, REACH_PIXELS / scale);
  }

  /** A tap on a point of the room. */
  tap(point: Point, scale: number): void {
    this.#byKeys.value = false;
    this.#put(this.#caught(point, REACH_PIXELS / scale));
  }

  /** Whether the key was the tape's. */
  key(event: KeyboardEvent): boolean {
    if (!this.#on.value) return false;
    const arrow = ARROWS[event.key];
    const onOther = (event.target as Element).closest?.("button:not(.tape-tool), a, summary");
    if (arrow) this.#lead(arrow, event.shiftKey ? 100 : 10);
    else if (event.key === "Enter" && !onOther) this.#put(this.#caught(this.#aim.value ?? this.#start(), REACH_KEYS));
    else if (event.key === "Escape") this.end();
    else return false;
    return true;
  }

  #lead([x, y]: readonly [number, number], step: number): void {
    const from = this.#aim.value ?? this.#points.value.at(-1) ?? this.#start();
    const { left, right, top, bottom } = outlineBounds(this.session.view.value.room?.plan.outline ?? []);
    this.#byKeys.value = true;
    this.#aim.value = { x: clamp(from.x + x * step, left, right), y: clamp(from.y + y * step, top, bottom) };
  }

  /** A third point begins anew. */
  #put(point: Point): void {
    const before = this.#points.value;
    this.#points.value = before.length === 1 ? [before[0]!, point] : [point];
    this.#aim.value = point;
  }

  /** Where the keys begin: at the selected piece, else in the middle of the room. */
  #start(): Point {
    const { selection, shown, room } = this.session.view.value;
    const item = selection === undefined ? undefined : shown.get(selection);
    if (item) return { x: item.x, y: item.y };
    const { left, right, top, bottom } = outlineBounds(room?.plan.outline ?? []);
    return { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
  }

  #caught(point: Point, reach: number): Point {
    const { room, shown } = this.session.view.value;
    const products = this.session.catalogue.value?.bySku;
    if (!room || !products) return point;
    const pieces = [...piecesOf(shown.values(), products), ...obstaclePieces(room.plan)];
    return caught(point, catchesOf(room.plan, pieces), reach);
  }
}

/** How long the tape is, mm. */
export function lengthOf([a, b]: readonly Point[]): number | undefined {
  return a && b && distance(a, b);
}
