/**
 * Walls, openings, obstacles and corners that can be taken hold of on the plan: buttons at their places, so that keyboards and
 * screen readers have them too. Drawn at most once a frame.
 */
import { effect, untracked } from "@preact/signals";
import { openingSegments, rotated, walls, type Point, type Wall } from "../core/geometry";
import type { Plan } from "../core/protocol";
import { element, Keyed, moveTo } from "../plan/elements";
import { readable } from "../plan/measures";
import { WALL } from "../plan/picture";
import type { Stage } from "../plan/stage";
import { toStage, type Viewport } from "../plan/viewport";
import { shownLanguage } from "../language";
import { shownUnit } from "../unit";
import { PartGesture } from "./gesture";
import { listenToPartKeys } from "./keys";
import { obstaclesOf } from "./obstacles";
import type { Part, Shaper } from "./shaper";
import { cornerName, lengthText, spokenObstacle, spokenOpening, spokenWall } from "./words";

/** How far outside a wall its length is written, pixels. */
const LABEL_DISTANCE = 20;
/** Shorter walls have no room for their length, pixels. */
const LEAST_LABEL = 34;
/** What a finger can hit, pixels. */
const LEAST_TARGET = 24;

type Kind = Part["kind"];

export class Handles {
  readonly #layer = element("div", "shape-handles");
  readonly #buttons: Readonly<Record<Kind, Keyed<HTMLButtonElement>>>;
  readonly #labels: Keyed<HTMLElement>;
  readonly #ended = new AbortController();
  readonly #stop: () => void;
  readonly #gesture: PartGesture;
  #frame = 0;
  #outlines: Plan["outline"] | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly shaper: Shaper,
  ) {
    const below = (className: string) => {
      const group = element("div", className);
      this.#layer.append(group);
      return group;
    };
    this.#labels = new Keyed(below("shape-lengths"));
    this.#buttons = {
      wall: new Keyed(below("shape-walls")),
      // Below a window's handle: what stands under it can also be taken from the room's side.
      obstacle: new Keyed(below("shape-obstacles")),
      opening: new Keyed(below("shape-openings")),
      corner: new Keyed(below("shape-corners")),
    };
    this.#layer.setAttribute("role", "group");
    stage.host.append(this.#layer);
    stage.host.classList.add("shaping");
    stage.drawing.standBy(true);
    this.#gesture = new PartGesture(stage, shaper, this.#layer, this.#ended.signal);
    listenToPartKeys(stage, shaper, this.#layer, this.#ended.signal);
    this.#stop = effect(() => {
      const { selected, adding, hasCorners } = shaper;
      void [
        stage.session.view.value,
        stage.viewport.value,
        selected.value,
        adding.value,
        hasCorners,
        shownUnit.value,
        shownLanguage.value,
      ];
      untracked(() => this.#schedule());
    });
  }

  /** Gives up a drag; false when there was none. */
  cancel(): boolean {
    return this.#gesture.cancel();
  }

  end(): void {
    this.#gesture.cancel();
    this.#stop();
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
    this.stage.host.classList.remove("shaping");
    this.stage.drawing.standBy(false);
    this.#layer.remove();
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const { plan } = this.shaper;
    const viewport = this.stage.viewport.peek();
    if (!plan || viewport.width === 0) return;
    this.shaper.forgetGone(plan);
    const sides = walls(plan.outline);
    this.#drawWalls(plan, sides, viewport);
    this.#drawObstacles(plan, viewport);
    this.#drawOpenings(plan, viewport);
    this.#drawCorners(plan, viewport);
    this.#drawLengths(sides, viewport);
    this.#layer.classList.toggle("adding", this.shaper.adding.peek() !== undefined);
    this.#layer.classList.toggle("looking", !this.shaper.editable);
  }

  #drawWalls(plan: Plan, sides: readonly Wall[], viewport: Viewport): void {
    for (const [index, button] of this.#parts("wall", sides.length)) {
      const wall = sides[index]!;
      const label = spokenWall(plan, index);
      const thick = Math.max(WALL * viewport.scale, LEAST_TARGET);
      // The hand's place is over the wall and reaches as much into the room as it must.
      const middle = toStage(viewport, between(wall, 0.5, -WALL / 2));
      along(button, wall, middle, wall.length * viewport.scale, thick);
      this.#mark(button, { kind: "wall", index }, label);
      button.style.cursor = resizing(wall);
    }
  }

  #drawOpenings(plan: Plan, viewport: Viewport): void {
    const segments = openingSegments(plan);
    for (const [index, button] of this.#parts("opening", segments.length)) {
      const { wall, a, b } = segments[index]!;
      const out = -WALL / 2;
      const middle = { x: (a.x + b.x) / 2 + wall.inward.x * out, y: (a.y + b.y) / 2 + wall.inward.y * out };
      const length = Math.max(plan.openings[index]!.width * viewport.scale, LEAST_TARGET);
      along(button, wall, toStage(viewport, middle), length, Math.max(WALL * viewport.scale, LEAST_TARGET));
      this.#mark(button, { kind: "opening", index }, spokenOpening(plan, index));
    }
  }

  #drawObstacles(plan: Plan, viewport: Viewport): void {
    const obstacles = obstaclesOf(plan);
    for (const [index, button] of this.#parts("obstacle", obstacles.length)) {
      const { x, y, width, depth, rotation } = obstacles[index]!;
      const [across, deep] = [width, depth].map((mm) => Math.max(mm * viewport.scale, LEAST_TARGET)) as [
        number,
        number,
      ];
      // What is too flat for a hand is taken from its front.
      const front = rotated({ x: 0, y: (deep / viewport.scale - depth) / 2 }, rotation);
      const middle = toStage(viewport, { x: x + front.x, y: y + front.y });
      button.style.width = `${across}px`;
      button.style.height = `${deep}px`;
      // Its frame is drawn at its true size.
      button.style.setProperty("--beside", `${(across - width * viewport.scale) / 2}px`);
      button.style.setProperty("--before", `${deep - depth * viewport.scale}px`);
      moveTo(button, middle.x, middle.y, ` translate(-50%, -50%) rotate(${rotation}deg)`);
      this.#mark(button, { kind: "obstacle", index }, spokenObstacle(plan, index));
    }
  }

  #drawCorners({ outline }: Plan, viewport: Viewport): void {
    const count = this.shaper.hasCorners ? outline.length : 0;
    for (const [index, button] of this.#parts("corner", count)) {
      const [x, y] = outline[index]!;
      const at = toStage(viewport, { x, y });
      moveTo(button, at.x, at.y, " translate(-50%, -50%)");
      this.#mark(button, { kind: "corner", index }, cornerName(outline, index));
    }
  }

  /** While a hand is at the room, the lengths that change stand out. */
  #drawLengths(sides: readonly Wall[], viewport: Viewport): void {
    const { sketching, room } = this.stage.session.designer.view;
    if (!sketching || !this.#outlines) this.#outlines = room?.plan.outline;
    const before = new Set(walls(this.#outlines ?? []).map(({ length }) => lengthText(length)));
    const labels = this.#labels.keep(keys(sides.length), () => element("div", "shape-length"));
    for (const [key, label] of labels) {
      const wall = sides[Number(key)]!;
      const text = lengthText(wall.length);
      if (label.textContent !== text) label.textContent = text;
      label.hidden = wall.length * viewport.scale < LEAST_LABEL;
      label.classList.toggle("live", sketching && !before.has(text));
      const middle = toStage(viewport, between(wall, 0.5, -WALL - LABEL_DISTANCE / viewport.scale));
      moveTo(label, middle.x, middle.y, ` translate(-50%, -50%) rotate(${readable(wall)}deg)`);
    }
  }

  #parts(kind: Kind, count: number): readonly (readonly [number, HTMLButtonElement])[] {
    const buttons = this.#buttons[kind].keep(keys(count), (key) => partButton(kind, key));
    return [...buttons].map(([key, button]) => [Number(key), button] as const);
  }

  #mark(button: HTMLButtonElement, { kind, index }: Part, label: string): void {
    const selected = this.shaper.selected.peek();
    button.setAttribute("aria-pressed", String(selected?.kind === kind && selected.index === index));
    if (button.getAttribute("aria-label") !== label) button.setAttribute("aria-label", label);
  }
}

function partButton(kind: Kind, key: string): HTMLButtonElement {
  const button = element("button", `shape-part shape-${kind}`);
  button.type = "button";
  button.dataset.part = kind;
  button.dataset.index = key;
  return button;
}

/** Lays a button over a stretch of a wall. */
function along(button: HTMLElement, wall: Wall, middle: Point, length: number, thick: number): void {
  button.style.width = `${length}px`;
  button.style.height = `${thick}px`;
  const degrees = (Math.atan2(wall.along.y, wall.along.x) * 180) / Math.PI;
  moveTo(button, middle.x, middle.y, ` translate(-50%, -50%) rotate(${degrees}deg)`);
}

function between({ a, b, inward }: Wall, share: number, inwards: number): Point {
  return { x: a.x + (b.x - a.x) * share + inward.x * inwards, y: a.y + (b.y - a.y) * share + inward.y * inwards };
}

const CURSORS = ["ew-resize", "nwse-resize", "ns-resize", "nesw-resize"];

/** The cursor that shows which way a wall moves. */
function resizing({ inward }: Wall): string {
  const degrees = (Math.atan2(inward.y, inward.x) * 180) / Math.PI;
  return CURSORS[Math.round((degrees + 360) / 45) % 4]!;
}

const keys = (count: number): ReadonlySet<string> =>
  new Set(Array.from({ length: count }, (_, index) => String(index)));
