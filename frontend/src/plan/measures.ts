/** How long the walls are, written outside them. Of walls with the same length only the first is marked. */
import { formatSize, manner } from "../core/format";
import { walls, type Wall } from "../core/geometry";
import type { Plan } from "../core/protocol";
import { element, moveTo } from "./elements";
import { WALL } from "./picture";
import { toStage, type Viewport } from "./viewport";

const DISTANCE = 20;
/** A wall shorter than this many pixels has no room for its measure. */
const LEAST_PIXELS = 60;

export class Measures {
  #plan: Plan | undefined;
  #manner: string | undefined;
  #marks: (readonly [Wall, HTMLElement])[] = [];

  constructor(private readonly host: HTMLElement) {}

  update(plan: Plan, viewport: Viewport): void {
    if (plan !== this.#plan || manner() !== this.#manner) this.#rebuild(plan);
    for (const [wall, mark] of this.#marks) {
      mark.hidden = wall.length * viewport.scale < LEAST_PIXELS;
      const outwards = WALL + DISTANCE / viewport.scale;
      const { x, y } = toStage(viewport, {
        x: (wall.a.x + wall.b.x) / 2 - wall.inward.x * outwards,
        y: (wall.a.y + wall.b.y) / 2 - wall.inward.y * outwards,
      });
      moveTo(mark, x, y, ` translate(-50%, -50%) rotate(${readable(wall)}deg)`);
    }
  }

  #rebuild(plan: Plan): void {
    for (const [, mark] of this.#marks) mark.remove();
    const lengths = new Set<string>();
    this.#marks = walls(plan.outline).flatMap((wall) => {
      const text = formatSize(Math.round(wall.length));
      if (lengths.has(text)) return [];
      lengths.add(text);
      return [[wall, element("div", "wall-measure", text)] as const];
    });
    this.#plan = plan;
    this.#manner = manner();
    for (const [, mark] of this.#marks) this.host.prepend(mark);
  }
}

/** The turn of a text along the wall, degrees: never upside down. */
export function readable({ along }: Wall): number {
  const degrees = (Math.atan2(along.y, along.x) * 180) / Math.PI;
  return degrees > 90 || degrees <= -90 ? degrees + 180 : degrees;
}
