/**
 * The live plan's SVG. It starts from the server's picture where there is one and then changes only what differs: a
 * piece that moves gets a new `transform`, nothing else is touched.
 */
import type { DesignerView } from "../core/designer";
import { manner } from "../core/format";
import type { Item, Plan, Pose } from "../core/protocol";
import { texts } from "../texts/texts";
import { attribute } from "./elements";
import { lockState, mayChange, spokenPiece, type LockState } from "./locks";
import { colorIn, isRug, lookOf, piecePicture, placing, planPicture, shellPicture, type Products } from "./picture";
import { showsFineGrid, viewBoxOf, type Viewport } from "./viewport";

interface Drawn {
  readonly element: SVGGElement;
  item?: Item | undefined;
  lock?: LockState;
  selected?: boolean;
  transform?: string;
  color?: string | undefined;
}

export class Drawing {
  readonly svg: SVGSVGElement;
  readonly #pieces = new Map<string, Drawn>();
  #plan: Plan | undefined;
  #outline: Plan["outline"] | undefined;
  #manner: string | undefined;
  #products: Products | undefined;
  #standingBy = false;

  /** Takes over the picture in `host`, or makes an empty one. */
  constructor(host: HTMLElement) {
    const found = host.querySelector<SVGSVGElement>("svg.plan");
    this.svg = found ?? parsed<SVGSVGElement>(planPicture(EMPTY, [], new Map()));
    if (!found) host.prepend(this.svg);
    this.svg.setAttribute("role", "group");
  }

  /** Brings structure, locks and labels up to date; positions are `pose`'s business. */
  update(view: DesignerView, products: Products): void {
    if (!view.room) return;
    const relabel = this.#outline !== view.room.plan.outline || this.#manner !== manner();
    this.#outline = view.room.plan.outline;
    this.#manner = manner();
    attribute(this.svg, "aria-label", texts().pieces.plan);
    if (this.#plan !== view.room.plan) this.#drawShell(view.room.plan);
    if (this.#products !== products) this.#forgetAll(products);
    for (const id of this.#pieces.keys()) if (!view.shown.has(id)) this.#remove(id);
    for (const item of view.shown.values()) this.#updatePiece(item, view, products, relabel);
    attribute(this.svg, "data-mode", mayChange(view) ? "edit" : "view");
  }

  pose(item: string, pose: Pose): void {
    const drawn = this.#pieces.get(item);
    const transform = placing(pose);
    if (!drawn || drawn.transform === transform) return;
    drawn.transform = transform;
    drawn.element.setAttribute("transform", transform);
  }

  look(viewport: Viewport): void {
    attribute(this.svg, "viewBox", viewBoxOf(viewport));
    attribute(this.svg, "data-grid", showsFineGrid(viewport) ? "fine" : "coarse");
  }

  /** While something else is worked on, pieces are seen, but not reached by Tab. */
  standBy(standingBy: boolean): void {
    this.#standingBy = standingBy;
    for (const { element } of this.#pieces.values()) this.#offer(element);
  }

  focus(item: string): void {
    this.#pieces.get(item)?.element.focus({ preventScroll: true });
  }

  #drawShell(plan: Plan): void {
    this.#plan = plan;
    for (const child of [...this.svg.children]) if (!isLayer(child)) child.remove();
    this.svg.insertAdjacentHTML("afterbegin", shellPicture(plan));
    // How far a piece is from the walls is told anew.
    for (const drawn of this.#pieces.values()) drawn.item = undefined;
  }

  #forgetAll(products: Products): void {
    this.#products = products;
    this.#pieces.clear();
    for (const layer of this.svg.querySelectorAll(".rugs, .pieces")) layer.replaceChildren();
  }

  #remove(id: string): void {
    this.#pieces.get(id)?.element.remove();
    this.#pieces.delete(id);
  }

  #updatePiece(item: Item, view: DesignerView, products: Products, relabel: boolean): void {
    const drawn = this.#pieces.get(item.item) ?? this.#add(item, products);
    const lock = lockState(view, item.item);
    const stored = view.room?.items.get(item.item);
    const selected = view.selection === item.item || view.group.has(item.item);
    if (drawn.lock !== lock || drawn.item !== stored || relabel) {
      drawn.element.dataset.lock = lock;
      drawn.element.setAttribute("aria-label", spokenPiece(view, item.item, products.get(item.sku)));
    }
    if (drawn.selected !== selected) {
      drawn.element.toggleAttribute("data-selected", selected);
      drawn.element.setAttribute("aria-pressed", String(selected));
    }
    const color = colorIn(lookOf(item.sku, products), item);
    if (drawn.color !== color && color !== undefined) drawn.element.querySelector("use")?.setAttribute("color", color);
    drawn.color = color;
    drawn.lock = lock;
    drawn.item = stored;
    drawn.selected = selected;
  }

  #offer(element: SVGGElement): void {
    element.setAttribute("tabindex", this.#standingBy ? "-1" : "0");
    if (this.#standingBy) element.setAttribute("aria-disabled", "true");
    else element.removeAttribute("aria-disabled");
  }

  #add(item: Item, products: Products): Drawn {
    const look = lookOf(item.sku, products);
    const element = parsed<SVGSVGElement>(`<svg>${piecePicture(item, look)}</svg>`).firstElementChild as SVGGElement;
    element.setAttribute("role", "button");
    this.#offer(element);
    this.svg.querySelector(isRug(look) ? ".rugs" : ".pieces")?.append(element);
    const drawn: Drawn = { element, color: colorIn(look, item) };
    this.#pieces.set(item.item, drawn);
    return drawn;
  }
}

const EMPTY: Plan = { outline: [[0, 0], [4000, 0], [4000, 5000], [0, 5000]], height: 2500, openings: [] }; // prettier-ignore

const isLayer = (element: Element) => element.matches(".rugs, .pieces");

function parsed<E extends Element>(markup: string): E {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content.firstElementChild as E;
}
