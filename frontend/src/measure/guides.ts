/** The lines that a piece in the hand was drawn to. */
import type { Guide } from "../core/snapping";
import { drawn } from "../plan/elements";
import { toStage, type Viewport } from "../plan/viewport";

export class Guides {
  readonly #svg = drawn(`<svg class="guides" aria-hidden="true"><path /></svg>`);

  constructor(host: HTMLElement) {
    host.append(this.#svg);
  }

  update(guides: readonly Guide[], viewport: Viewport): void {
    const path = guides.map(({ a, b }) => {
      const [from, to] = [toStage(viewport, a), toStage(viewport, b)];
      return `M${from.x} ${from.y}L${to.x} ${to.y}`;
    }).join(""); // prettier-ignore
    const line = this.#svg.firstElementChild!;
    if (line.getAttribute("d") !== path) line.setAttribute("d", path);
  }
}
