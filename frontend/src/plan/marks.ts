/** What floats over the plan at its own size whatever the zoom: tags of locks, the selected piece's label and handle. */
import { formatLength, formatSize } from "../core/format";
import type { DesignerView } from "../core/designer";
import { extent, rotated } from "../core/geometry";
import type { Pose, Product } from "../core/protocol";
import type { LabelBox } from "../measure/labels";
import { BIN, PADLOCK, TURN } from "./icons";
import { drawn, element, inkOn, Keyed, moveTo } from "./elements";
import { lockState, mayChange, type LockState } from "./locks";
import { lookOf, type Products } from "./picture";
import { texts } from "../texts/texts";
import { toStage, type Viewport } from "./viewport";

const HANDLE_DISTANCE = 30;
const LABEL_GAP = 10;

export interface Scene {
  readonly view: DesignerView;
  readonly products: Products;
  readonly viewport: Viewport;
  /** Where each piece is drawn just now. */
  readonly poses: ReadonlyMap<string, Pose>;
}

export class Marks {
  readonly handle = element("button", "turn-handle", drawn(TURN));
  readonly remove = element("button", "label-remove", drawn(BIN));
  readonly #name = element("strong", "");
  readonly #size = element("span", "");
  readonly #yours = element("span", "tag mine");
  readonly #label = element("div", "label", this.#yours, this.#name, this.#size, this.remove);
  readonly #tags: Keyed<HTMLElement>;
  /** Where the selected piece's label and handle are just now, about. */
  boxes: readonly LabelBox[] = [];

  constructor(host: HTMLElement) {
    this.#tags = new Keyed(host);
    this.handle.type = this.remove.type = "button";
    this.#label.hidden = this.handle.hidden = true;
    host.append(this.#label, this.handle);
  }

  update(scene: Scene): void {
    this.#say();
    this.#updateTags(scene);
    this.#updateSelection(scene);
  }

  #say(): void {
    const { yours, dragToTurn, turnHandle, remove } = texts().pieces;
    if (this.#yours.textContent === yours && this.remove.title === remove) return;
    this.#yours.textContent = yours;
    this.handle.title = dragToTurn;
    this.handle.setAttribute("aria-label", turnHandle);
    this.remove.title = remove;
    this.remove.setAttribute("aria-label", remove);
  }

  #updateTags(scene: Scene): void {
    const { view, poses } = scene;
    const locked = taggedPieces(view, (item) => poses.has(item));
    const keys = new Set(
      [...locked].map(([item, state]) => `${item} ${state} ${view.room?.locks.get(item)?.by ?? ""}`),
    );
    const tags = this.#tags.keep(keys, (key) => tagOf(view, key.split(" ")[0]!));
    for (const [key, tag] of tags) {
      const { left, top } = this.#reach(scene, key.split(" ")[0]!);
      moveTo(tag, left, top, " translateY(-100%)");
    }
  }

  #updateSelection(scene: Scene): void {
    const { view, products, poses, viewport } = scene;
    const item = view.selection === undefined ? undefined : view.shown.get(view.selection);
    const pose = item && poses.get(item.item);
    this.#label.hidden = !pose;
    const state = item ? lockState(view, item.item) : "none";
    this.handle.hidden = this.remove.hidden = !pose || !mayChange(view) || state === "other";
    this.#yours.hidden = state !== "mine";
    this.boxes = [];
    if (!pose) return;
    const product = products.get(item.sku);
    setText(this.#name, product?.name ?? texts().pieces.unknown);
    setText(this.#size, sizeOf(product));
    const reach = this.#reach(scene, item.item);
    const { depth } = lookOf(item.sku, products);
    const tip = rotated({ x: 0, y: -depth / 2 - HANDLE_DISTANCE / viewport.scale }, pose.rotation);
    const at = toStage(viewport, { x: pose.x + tip.x, y: pose.y + tip.y });
    moveTo(this.handle, at.x, at.y, ` translate(-50%, -50%) rotate(${pose.rotation}deg)`);
    const written = `${this.#name.textContent}${this.#size.textContent}${this.#yours.hidden ? "" : `${this.#yours.textContent}  `}`;
    // On the side where the handle is not.
    const above = at.y > (reach.top + reach.bottom) / 2 + 1;
    const [x, edge] = [(reach.left + reach.right) / 2, above ? reach.top - LABEL_GAP : reach.bottom + LABEL_GAP];
    moveTo(this.#label, x, edge, above ? " translate(-50%, -100%)" : " translateX(-50%)");
    const label = { x, y: edge + (above ? -15 : 15), width: written.length * 7 + 60, height: 30 };
    this.boxes = this.handle.hidden ? [label] : [label, { ...at, width: 34, height: 34 }];
  }

  /** The upright box around a piece, in pixels of the stage. */
  #reach({ view, products, poses, viewport }: Scene, item: string) {
    const pose = poses.get(item)!;
    const size = extent(lookOf(view.shown.get(item)?.sku ?? "", products), pose.rotation);
    const corner = toStage(viewport, { x: pose.x - size.width / 2, y: pose.y - size.depth / 2 });
    const [width, height] = [size.width * viewport.scale, size.depth * viewport.scale];
    return { left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height };
  }
}

/** The pieces that have a tag with the holder's name. What was taken together has one; the selected say so in their label. */
export function taggedPieces(view: DesignerView, drawn: (item: string) => boolean): ReadonlyMap<string, LockState> {
  const tagged = new Map<string, LockState>();
  const seen = new Set<string>();
  for (const item of new Set([...(view.room?.locks.keys() ?? []), ...view.holds.keys()])) {
    const state = lockState(view, item);
    const lock = view.room?.locks.get(item);
    const together = lock ? `${lock.by} ${lock.fence}` : item;
    const selected = item === view.selection || view.group.has(item);
    if (!drawn(item) || seen.has(together) || (state !== "other" && (state !== "mine" || selected))) continue;
    seen.add(together);
    tagged.set(item, state);
  }
  return tagged;
}

/** Says who has a piece. */
export function tagOf(view: DesignerView, item: string): HTMLElement {
  const lock = view.room?.locks.get(item);
  if (lockState(view, item) === "mine" || !lock) return element("div", "tag mine", texts().pieces.yours);
  const tag = element("div", "tag other", drawn(PADLOCK), lock.name);
  tag.style.backgroundColor = lock.color;
  tag.style.color = inkOn(lock.color);
  return tag;
}

function sizeOf(product: Product | undefined): string {
  return product ? `${formatLength(product.width)} × ${formatSize(product.depth)}` : "";
}

function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
