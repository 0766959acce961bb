/** On the plan: how many remarks each piece has, at its upper right corner. Pressing one shows them. */
import { PLAN } from "../core/protocol";
import { extent } from "../core/geometry";
import { drawn, element, Keyed, moveTo } from "../plan/elements";
import { COMMENT } from "../plan/icons";
import type { Scene } from "../plan/marks";
import { lookOf } from "../plan/picture";
import { toStage } from "../plan/viewport";
import { texts } from "../texts/texts";
import { COMMENTS } from "./words";

export class CommentPins {
  readonly #pins: Keyed<HTMLButtonElement>;

  constructor(
    host: HTMLElement,
    private readonly select: (item: string) => void,
  ) {
    this.#pins = new Keyed(host);
  }

  update({ view, products, poses, viewport }: Scene): void {
    const counts = new Map<string, number>();
    for (const { item } of view.room?.comments.values() ?? []) {
      if (item !== PLAN && poses.has(item)) counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    for (const [item, pin] of this.#pins.keep(new Set(counts.keys()), (key) => this.#make(key))) {
      const count = counts.get(item)!;
      const sku = view.shown.get(item)?.sku ?? "";
      const label = texts().comments.pin(products.get(sku)?.name ?? sku, count);
      if (pin.getAttribute("aria-label") !== label) {
        pin.setAttribute("aria-label", label);
        pin.lastElementChild!.textContent = String(count);
      }
      const pose = poses.get(item)!;
      const size = extent(lookOf(sku, products), pose.rotation);
      const at = toStage(viewport, { x: pose.x + size.width / 2, y: pose.y - size.depth / 2 });
      moveTo(pin, at.x, at.y, " translate(-50%, -50%)");
    }
  }

  #make(item: string): HTMLButtonElement {
    const pin = element("button", "comment-pin", drawn(COMMENT), element("span", ""));
    pin.type = "button";
    pin.addEventListener("click", () => {
      this.select(item);
      document.getElementById(COMMENTS)?.showPopover();
    });
    return pin;
  }
}
