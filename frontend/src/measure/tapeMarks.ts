/** The tape as it lies on the plan. */
import { formatSize } from "../core/format";
import type { Point } from "../core/geometry";
import { drawn, element, moveTo } from "../plan/elements";
import { toStage, type Viewport } from "../plan/viewport";
import { lengthOf, type Tape } from "./tape";

const CROSS = 9;

export class TapeMarks {
  readonly #svg = drawn(`<svg class="tape" aria-hidden="true"><path class="halo" /><path class="stroke" /><path class="aim" /></svg>`); // prettier-ignore
  readonly #label = element("div", "tape-label");

  constructor(host: HTMLElement) {
    host.append(this.#svg, this.#label);
  }

  update({ on, points, aim }: Tape, viewport: Viewport): void {
    const [first, second] = points.value;
    const end = second ?? (first && aim.value);
    const line = first && end ? [first, end] : [];
    const [halo, stroke, cross] = [...this.#svg.children];
    const path = pathOf(line.map((point) => toStage(viewport, point)));
    for (const part of [halo!, stroke!]) attribute(part, path);
    const aimed = on.value && aim.value && !second ? toStage(viewport, aim.value) : undefined;
    attribute(cross!, aimed ? `M${aimed.x - CROSS} ${aimed.y}h${2 * CROSS}M${aimed.x} ${aimed.y - CROSS}v${2 * CROSS}` : ""); // prettier-ignore
    const length = lengthOf(line);
    this.#label.hidden = length === undefined;
    if (length === undefined) return;
    const text = formatSize(Math.round(length));
    if (this.#label.textContent !== text) this.#label.textContent = text;
    const [a, b] = [toStage(viewport, line[0]!), toStage(viewport, line[1]!)];
    moveTo(this.#label, (a.x + b.x) / 2, (a.y + b.y) / 2, " translate(-50%, -50%)");
  }
}

function pathOf([a, b]: readonly Point[]): string {
  if (!a || !b) return "";
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [x, y] = [((a.y - b.y) / length) * 7, ((b.x - a.x) / length) * 7];
  const tick = (end: Point) => `M${end.x - x} ${end.y - y}L${end.x + x} ${end.y + y}`;
  return `M${a.x} ${a.y}L${b.x} ${b.y}${tick(a)}${tick(b)}`;
}

function attribute(target: Element, path: string): void {
  if (target.getAttribute("d") !== path) target.setAttribute("d", path);
}
