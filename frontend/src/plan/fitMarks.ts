/** Checks drawn at their places on the plan: a line as long as the margin, with the margin written on it. */
import { footprint, openingSegments, type Point as RoomPoint } from "../core/geometry";
import type { Plan } from "../core/protocol";
import { keyOf, type Check, type Place } from "../fit/checks";
import type { Fitting } from "../fitting";
import { marginText } from "../fit/words";
import type { LabelBox } from "../measure/labels";
import { attribute, drawn, element, Keyed, moveTo } from "./elements";
import type { Scene } from "./marks";
import { lookOf } from "./picture";
import { toStage, type Viewport } from "./viewport";

/** The ticks at a line's ends reach so far to each side, pixels. */
const TICK = 5;
/** About how wide a letter of a label is, pixels. */
const LETTER = 6.5;
/** A line shorter than this is drawn as a ring, pixels. */
const LEAST_LINE = 3;

export class FitMarks {
  readonly #svg = drawn(`<svg class="fit-marks" aria-hidden="true"></svg>`);
  readonly #lines = new Keyed<SVGGElement>(this.#svg);
  readonly #labels: Keyed<HTMLElement>;
  /** Where something is written just now. */
  boxes: readonly LabelBox[] = [];

  constructor(host: HTMLElement) {
    host.append(this.#svg);
    this.#labels = new Keyed(host);
  }

  update(scene: Scene, fitting: Fitting): void {
    const checks = new Map(chosen(scene, fitting).map((check) => [keyOf(check), check]));
    const pointed = fitting.pointed.value;
    for (const [key, line] of this.#lines.keep(new Set(checks.keys()), newLine)) {
      const check = checks.get(key)!;
      const place = placeOf(check, fitting.plan.value);
      const path = (place ? lineOf(place, scene.viewport) : "") + (key === pointed ? piecesOf(check, scene) : "");
      attribute(line, "class", `fit-mark ${check.verdict}`);
      for (const stroke of line.children) attribute(stroke, "d", path);
    }
    const labelled = [...checks].filter(([, check]) => check.at && marginText(check) !== "");
    const labels = this.#labels.keep(new Set(labelled.map(([key]) => key)), () => element("div", "fit-label"));
    const boxes: LabelBox[] = [];
    for (const [key, label] of labels) {
      const check = checks.get(key)!;
      const text = marginText(check);
      if (label.textContent !== text) label.textContent = text;
      if (!label.classList.contains(check.verdict)) label.className = `fit-label ${check.verdict}`;
      const { x, y } = labelSpot(onStage(check.at!, scene.viewport), text);
      moveTo(label, x, y, " translate(-50%, -50%)");
      boxes.push({ x, y, ...sizeOf(text) });
    }
    this.boxes = boxes;
  }
}

/**
 * The check that somebody points at; else what is wrong: with the selected piece, or all of it while the panel is open.
 */
function chosen({ view }: Scene, { checks, open, pointed }: Fitting): readonly Check[] {
  const all = checks.value ?? [];
  if (pointed.value !== undefined) return all.filter((check) => keyOf(check) === pointed.value);
  const wrong = all.filter(({ verdict, at }) => at && (verdict === "failed" || verdict === "tight"));
  if (open.value) return wrong;
  const { selection } = view;
  return selection === undefined ? [] : wrong.filter(({ items, to }) => items.includes(selection) || to?.includes(selection)); // prettier-ignore
}

/** On the middle of a line that is long enough to be seen on both sides of its label; else beside it. */
function labelSpot({ a, b }: Place, text: string): RoomPoint {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const [dx, dy] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)];
  const { width, height } = sizeOf(text);
  if (dx > width + 2 * TICK || dy > height + 4 * TICK) return middle;
  return dx > dy
    ? { x: middle.x, y: middle.y - height / 2 - dy / 2 - 2 * TICK }
    : { x: middle.x + width / 2 + dx / 2 + 2 * TICK, y: middle.y };
}

/** About how much room a label takes, pixels. */
const sizeOf = (text: string) => ({ width: text.length * LETTER + 14, height: 22 });

/** A check about an opening that has nothing to measure is shown at the opening. */
function placeOf({ at, opening }: Check, plan: Plan | undefined): Place | undefined {
  if (at || opening === undefined || !plan) return at;
  return openingSegments(plan)[opening];
}

function newLine(): SVGGElement {
  // Twice: a wide one in the floor's colour lets the coloured one stand out from furniture.
  return drawn(`<svg><g><path class="halo" /><path class="stroke" /></g></svg>`).firstElementChild as SVGGElement;
}

function lineOf(place: Place, viewport: Viewport): string {
  const { a, b } = onStage(place, viewport);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < LEAST_LINE) return `M${a.x - 8} ${a.y}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0`;
  const across = { x: ((a.y - b.y) / length) * TICK, y: ((b.x - a.x) / length) * TICK };
  const tick = ({ x, y }: RoomPoint) => `M${x - across.x} ${y - across.y}L${x + across.x} ${y + across.y}`;
  return `M${a.x} ${a.y}L${b.x} ${b.y}${tick(a)}${tick(b)}`;
}

/** The outlines of the pieces that a check is about. */
function piecesOf({ items, to = [] }: Check, { view, products, poses, viewport }: Scene): string {
  return [...items, ...to].map((id) => {
    const [item, pose] = [view.shown.get(id), poses.get(id)];
    if (!item || !pose) return "";
    const corners = footprint(pose, lookOf(item.sku, products)).map((corner) => toStage(viewport, corner));
    return `M${corners.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;
  }).join(""); // prettier-ignore
}

function onStage({ a, b }: Place, viewport: Viewport): Place {
  return { a: toStage(viewport, a), b: toStage(viewport, b) };
}
