/**
 * Bringing a product from the catalogue onto the plan: drag it there, or tap it and then tap the spot, or press Enter
 * to let the room find one. A ghost of true size shows where it would stand.
 */
import { texts } from "../texts/texts";
import { effect } from "@preact/signals";
import type { Pose, Product } from "../core/protocol";
import type { Picked } from "../session";
import { space } from "../view3d/mode";
import { drawn, element } from "./elements";
import type { Ground } from "./gesture";
import { mayChange } from "./locks";
import { productPicture } from "./picture";
import { freeSpot } from "./placement";
import type { Stage } from "./stage";
import { toStage } from "./viewport";

const SLACK = 6;

type Hand = Pick<PointerEvent, "clientX" | "clientY" | "altKey">;

export class Placing {
  readonly #ghost = element("div", "ghost");
  #hand: Hand | undefined;

  constructor(private readonly stage: Stage) {
    const { picked, view } = stage.session;
    this.#ghost.hidden = true;
    document.body.append(this.#ghost);
    effect(() => {
      void [picked.value, stage.viewport.value];
      stage.host.classList.toggle("placing", picked.value !== undefined);
      this.#draw();
    });
    effect(() => {
      const item = picked.value?.item;
      const gone = item !== undefined && !view.value.shown.has(item);
      if (picked.value && (gone || !mayChange(view.value))) picked.value = undefined;
    });
    this.#followOn(stage.host);
    effect(() => space.value && this.#followOn(space.value.host));
  }

  #followOn(host: HTMLElement): void {
    host.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.#follow(event));
    host.addEventListener("pointerleave", () => this.#follow(undefined));
  }

  /** A pointer went down on a card; from here it may become a drag (`onDrag` tells so). */
  begin(press: PointerEvent, product: Product, onDrag: () => void): void {
    const { picked } = this.stage.session;
    if (press.button !== 0) return;
    const gesture = new AbortController();
    const on = (type: "pointermove" | "pointerup" | "pointercancel", listener: (event: PointerEvent) => void) =>
      addEventListener(type, (event) => event.pointerId === press.pointerId && listener(event), gesture);
    let dragging = false;
    on("pointermove", (event) => {
      if (!dragging) {
        if (Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < SLACK) return;
        // Once: Escape takes it out of the hand while that goes on.
        dragging = true;
        if (picked.value?.product !== product) {
          this.#pick({ product, rotation: 0, dragged: true });
          onDrag();
        }
      }
      this.#follow(event);
    });
    on("pointerup", (event) => {
      gesture.abort();
      if (!dragging) return;
      // The click that follows a drag which ended where it began must not pick again.
      const swallow = (click: Event) => click.stopPropagation();
      addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }));
      if (this.#isOverStage(event)) this.stage.session.carried.putDown(event, this.#ground);
      picked.value = undefined;
    });
    on("pointercancel", () => {
      gesture.abort();
      if (dragging) picked.value = undefined;
    });
  }

  /** A tap on a card: in hand until the next tap on the plan, or put back by a second tap. */
  toggle(product: Product): void {
    const { picked } = this.stage.session;
    this.#hand = undefined;
    if (picked.value?.product.sku === product.sku && picked.value.item === undefined) picked.value = undefined;
    else this.#pick({ product, rotation: 0, dragged: false });
  }

  /** Places without pointing: in the middle of the room, or as near to it as there is space. */
  placeFree(product: Product): void {
    const { view, catalogue, designer, spoken } = this.stage.session;
    const { room, shown } = view.value;
    if (!room) return;
    const products = catalogue.value?.bySku ?? new Map<string, Product>();
    const spot = freeSpot(product, room.plan, shown.values(), products);
    if (designer.place(product.sku, spot) !== undefined) spoken.value = texts().catalogue.placed(product.name);
  }

  #pick(picked: Picked): void {
    const { session } = this.stage;
    session.designer.select(undefined);
    session.picked.value = picked;
  }

  get #ground(): Ground {
    return space.value?.groundAt(0) ?? this.stage;
  }

  #follow(hand: Hand | undefined): void {
    this.#hand = hand && { clientX: hand.clientX, clientY: hand.clientY, altKey: hand.altKey };
    if (this.stage.session.picked.value) this.#draw();
  }

  #draw(): void {
    const { picked, carried } = this.stage.session;
    const over = this.#hand && this.#isOverStage(this.#hand);
    const pose = over ? carried.poseUnder(this.#hand!, this.#ground) : undefined;
    if (!pose) carried.away();
    space.value?.preview(pose && picked.value && { product: picked.value.product, pose });
    this.#ghost.hidden = !picked.value || !this.#hand || (pose !== undefined && space.value !== undefined);
    if (!this.#ghost.hidden) this.#drawGhost(picked.value!, this.#hand!, pose);
  }

  /** Over the plan the ghost stands where the piece would; elsewhere it follows the hand. In 3D it is a piece like others. */
  #drawGhost({ product, rotation }: Picked, hand: Hand, pose: Pose | undefined): void {
    const { scale } = this.stage.viewport.value;
    const look = `${product.sku} ${product.color}`;
    if (this.#ghost.dataset.look !== look) {
      this.#ghost.replaceChildren(drawn(productPicture(product)));
      this.#ghost.dataset.look = look;
    }
    const at = pose ? this.#onScreen(pose) : { x: hand.clientX, y: hand.clientY };
    this.#ghost.style.width = `${product.width * scale}px`;
    this.#ghost.style.height = `${product.depth * scale}px`;
    this.#ghost.style.transform = `translate(${at.x}px, ${at.y}px) translate(-50%, -50%) rotate(${pose?.rotation ?? rotation}deg)`;
  }

  #onScreen(pose: Pose) {
    const { left, top } = this.stage.host.getBoundingClientRect();
    const { x, y } = toStage(this.stage.viewport.value, pose);
    return { x: left + x, y: top + y };
  }

  #isOverStage({ clientX, clientY }: Hand): boolean {
    return (space.value ?? this.stage).host.contains(document.elementFromPoint(clientX, clientY));
  }
}
