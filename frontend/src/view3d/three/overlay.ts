/**
 * What lies over the picture as ordinary elements: names of holders and of the selected piece, others' pointers, and for
 * the keyboard and for screen readers an invisible button on each piece.
 */
import type { DesignerView } from "../../core/designer";
import type { Cursor } from "../../core/motion";
import { formatDimensions } from "../../core/catalogue";
import { manner } from "../../core/format";
import type { Product } from "../../core/protocol";
import { cursorOf } from "../../plan/cursors";
import { attribute, element, Keyed, moveTo } from "../../plan/elements";
import { lockState, spokenPiece } from "../../plan/locks";
import { tagOf, taggedPieces } from "../../plan/marks";
import type { Products } from "../../plan/picture";
import { texts } from "../../texts/texts";

/** A point of the picture in pixels; undefined when it is behind the camera. */
export type Projection = (
  x: number,
  y: number,
  height: number,
) => { readonly x: number; readonly y: number } | undefined;

export interface Overlaid {
  readonly view: DesignerView;
  readonly products: Products;
  readonly cursors: readonly Cursor[];
  readonly project: Projection;
  /** The point of a piece's upright middle line at a share of its height, in mm. */
  readonly at: (item: string, share: number) => readonly [x: number, y: number, height: number] | undefined;
}

export class Overlay {
  readonly #marks = element("div", "marks");
  readonly #list = element("div", "proxies");
  readonly #tags = new Keyed<HTMLElement>(this.#marks);
  readonly #cursors = new Keyed<HTMLElement>(this.#marks);
  readonly #proxies = new Keyed<HTMLButtonElement>(this.#list);
  /** What each piece was last described from. */
  readonly #described = new WeakMap<HTMLButtonElement, readonly unknown[]>();
  readonly #name = element("strong", "");
  readonly #size = element("span", "");
  readonly #yours = element("span", "tag mine");
  readonly #label = element("div", "label", this.#yours, this.#name, this.#size);

  constructor(
    host: HTMLElement,
    private readonly focused: (item: string) => void,
  ) {
    this.#list.setAttribute("role", "group");
    this.#label.hidden = true;
    this.#marks.append(this.#label);
    host.append(this.#list, this.#marks);
  }

  /** The piece whose button has the keyboard's focus, when that is to be seen. */
  get keyboardFocus(): string | undefined {
    return this.#list.querySelector<HTMLElement>(":focus-visible")?.dataset.item;
  }

  focus(item: string): void {
    [...this.#list.children]
      .find((proxy) => (proxy as HTMLElement).dataset.item === item)
      ?.dispatchEvent(new Event("taken"));
  }

  update(scene: Overlaid): void {
    text(this.#yours, texts().pieces.yours);
    if (this.#list.ariaLabel !== texts().view3d.pieces) this.#list.ariaLabel = texts().view3d.pieces;
    this.#updateProxies(scene);
    this.#updateTags(scene);
    this.#updateLabel(scene);
    this.#updateCursors(scene);
  }

  #updateProxies({ view, products, project, at: pointOf }: Overlaid): void {
    const proxies = this.#proxies.keep(new Set(view.shown.keys()), (item) => this.#proxyOf(item));
    for (const [item, proxy] of proxies) {
      this.#describe(proxy, item, view, products.get(view.shown.get(item)?.sku ?? ""));
      const at = project(...(pointOf(item, 0.5) ?? [0, 0, 0]));
      if (at) moveTo(proxy, at.x, at.y);
    }
  }

  /** Says a piece anew only when there is something else to say: this is done in every frame, for every piece. */
  #describe(proxy: HTMLButtonElement, item: string, view: DesignerView, product: Product | undefined): void {
    const { room, shown, selection, group } = view;
    const lock = lockState(view, item);
    const selected = selection === item || group.has(item);
    const placed = room?.items.get(item) ?? shown.get(item);
    const from = [placed, product, room?.plan, lock, room?.locks.get(item)?.name, selected, manner()];
    const before = this.#described.get(proxy);
    if (before && from.every((part, index) => part === before[index])) return;
    this.#described.set(proxy, from);
    attribute(proxy, "aria-label", spokenPiece(view, item, product));
    attribute(proxy, "aria-pressed", String(selected));
    attribute(proxy, "data-lock", lock);
  }

  #proxyOf(item: string): HTMLButtonElement {
    const proxy = element("button", "proxy");
    proxy.type = "button";
    proxy.dataset.item = item;
    proxy.addEventListener("focus", () => this.focused(item));
    proxy.addEventListener("taken", () => proxy.focus({ preventScroll: true }));
    return proxy;
  }

  #updateTags({ view, project, at }: Overlaid): void {
    const locked = [...taggedPieces(view, (item) => view.shown.has(item))];
    const keys = locked.map(([item, state]) => `${item} ${state} ${view.room?.locks.get(item)?.by ?? ""}`);
    const tags = this.#tags.keep(new Set(keys), (key) => tagOf(view, key.split(" ")[0]!));
    for (const [key, tag] of tags)
      place(tag, project, at(key.split(" ")[0]!, 1), " translate(-50%, calc(-100% - 6px))");
  }

  #updateLabel({ view, products, project, at }: Overlaid): void {
    const item = view.selection === undefined ? undefined : view.shown.get(view.selection);
    this.#label.hidden = !item || lockState(view, item.item) === "other";
    if (!item) return;
    const product = products.get(item.sku);
    this.#yours.hidden = lockState(view, item.item) !== "mine";
    text(this.#name, product?.name ?? texts().pieces.unknown);
    text(this.#size, product ? formatDimensions(product) : "");
    if (!this.#label.hidden) place(this.#label, project, at(item.item, 1), " translate(-50%, calc(-100% - 18px))");
  }

  #updateCursors({ view, cursors, project }: Overlaid): void {
    const places = new Map(cursors.map((cursor) => [`${cursor.client} ${view.room?.clients.get(cursor.client)?.name ?? ""}`, cursor])); // prettier-ignore
    const shown = this.#cursors.keep(new Set(places.keys()), (key) => cursorOf(view, places.get(key)!.client));
    for (const [key, cursor] of shown) place(cursor, project, [places.get(key)!.x, places.get(key)!.y, 0]);
  }
}

function place(
  target: HTMLElement,
  project: Projection,
  point: readonly [number, number, number] | undefined,
  further = "",
) {
  const at = point && project(...point);
  target.style.visibility = at ? "visible" : "hidden";
  if (at) moveTo(target, at.x, at.y, further);
}

function text(target: HTMLElement, value: string): void {
  if (target.textContent !== value) target.textContent = value;
}
