/** What floats over the plan about several selected pieces: a box around them with their number and extent. */
import { formatLength, formatSize } from "../core/format";
import { bearing } from "../core/geometry";
import type { Item } from "../core/protocol";
import { element, moveTo } from "../plan/elements";
import { lockState, mayChange } from "../plan/locks";
import { type Scene } from "../plan/marks";
import { toStage } from "../plan/viewport";
import "./group.css";
import { texts } from "../texts/texts";
import { extentOf, middleOf } from "./moves";
import type { Several } from "./several";

/** From the pieces to the line around them, pixels. */
const GAP = 8;
/** From that line to the handle's middle, pixels. */
const ARM = 28;

export class GroupMarks {
  readonly #count = element("strong", "");
  readonly #size = element("span", "");
  readonly #yours = element("span", "tag mine");
  readonly #box = element("div", "group-box", element("div", "label", this.#yours, this.#count, this.#size));
  readonly #frame = element("div", "choosing-frame");

  /** @param handle the selected piece's, which several have in common */
  constructor(
    host: HTMLElement,
    private readonly handle: HTMLElement,
  ) {
    this.#box.hidden = this.#frame.hidden = true;
    host.append(this.#box, this.#frame);
  }

  update({ view, products, poses, viewport }: Scene, several: Several): void {
    const frame = several.frame.value;
    this.#frame.hidden = !frame;
    if (frame) span(this.#frame, toStage(viewport, frame[0]), toStage(viewport, frame[1]));
    const items = [...view.group].flatMap((id): Item[] => {
      const item = view.shown.get(id);
      const pose = poses.get(id);
      return item && pose ? [{ ...item, ...pose }] : [];
    });
    this.#box.hidden = items.length === 0;
    if (items.length === 0) return;
    text(this.#yours, texts().pieces.yours);
    this.#yours.hidden = !items.some(({ item }) => lockState(view, item) === "mine");
    const { left, top, right, bottom, width, height } = extentOf(items, products);
    const [from, to] = [toStage(viewport, { x: left, y: top }), toStage(viewport, { x: right, y: bottom })];
    span(this.#box, { x: from.x - GAP, y: from.y - GAP }, { x: to.x + GAP, y: to.y + GAP });
    this.handle.hidden = !mayChange(view);
    const hand = several.turning.value && toStage(viewport, several.turning.value);
    const at = hand ?? { x: (from.x + to.x) / 2, y: from.y - GAP - ARM };
    const leaning = hand ? bearing(toStage(viewport, middleOf(items)), hand) : 0;
    moveTo(this.handle, at.x, at.y, ` translate(-50%, -50%) rotate(${leaning}deg)`);
    text(this.#count, texts().group.count(items.length));
    text(this.#size, `${formatLength(Math.round(width))} × ${formatSize(Math.round(height))}`);
  }
}

function span(box: HTMLElement, one: { x: number; y: number }, other: { x: number; y: number }): void {
  moveTo(box, Math.min(one.x, other.x), Math.min(one.y, other.y));
  box.style.width = `${Math.abs(other.x - one.x)}px`;
  box.style.height = `${Math.abs(other.y - one.y)}px`;
}

function text(target: HTMLElement, shown: string): void {
  if (target.textContent !== shown) target.textContent = shown;
}
