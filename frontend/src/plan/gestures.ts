/**
 * Hands on the stage: press and drag a piece, turn it by its handle, drag the floor or two fingers to look around, turn
 * the wheel or pinch to zoom. Each running gesture is one small object; a second finger ends the first one's.
 */
import type { Point } from "./viewport";
import { dragPiece, lookAround, pinch, TURN_STEP, turnPiece, type Gesture } from "./gesture";
import { scrollsPanel } from "./keys";
import type { Stage } from "./stage";
import { turnGroup } from "../group/actions";
import { choosePieces, dragPieces, turnPieces } from "../group/gestures";
import { selectedOf } from "../group/several";
import { mayChange } from "./locks";
import { removePiece } from "./removal";

/** A pointer that moved less than this many pixels has tapped. */
const SLACK = 4;

export class Gestures {
  readonly #pointers = new Map<number, PointerEvent>();
  #gesture: Gesture | undefined;
  /** Where the first pointer went down, until it moves away from there. */
  #press: { at: Point; target: Element } | undefined;
  #spaceHeld = false;

  constructor(private readonly stage: Stage) {
    const { host, marks } = stage;
    const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
      host.addEventListener(type, listener, { passive: false });
    on("pointerdown", (event) => this.#down(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#up(event));
    on("pointercancel", (event) => this.#lost(event));
    on("lostpointercapture", (event) => this.#lost(event));
    on("wheel", (event) => this.#wheel(event));
    on("contextmenu", (event) => this.#gesture && event.preventDefault());
    on("focusin", (event) => this.#focused(event));
    // By keyboard only: a pointer's tap on the handle is a gesture of its own.
    marks.handle.addEventListener("click", (event) => event.detail === 0 && this.#turnSelected());
    marks.remove.addEventListener("click", () => this.#removeSelected());
    addEventListener("keydown", (event) => this.#space(event, true));
    addEventListener("keyup", (event) => this.#space(event, false));
    addEventListener("blur", () => this.#hold(false));
  }

  /** Gives up what is going on; the piece goes back. False when nothing was. */
  cancel(): boolean {
    const running = this.#gesture;
    this.#gesture = undefined;
    running?.cancel();
    return running !== undefined;
  }

  #down(event: PointerEvent): void {
    const target = event.target as Element;
    if (event.button > 1 || !isStageOwn(target)) return;
    this.#pointers.set(event.pointerId, event);
    this.stage.host.setPointerCapture(event.pointerId);
    if (this.#pointers.size === 1) {
      this.#press = { at: { x: event.clientX, y: event.clientY }, target };
      this.#gesture = this.#begin(event, target);
    } else if (this.#pointers.size === 2) {
      this.cancel();
      this.#press = undefined;
      this.#gesture = pinch(this.stage, [...this.#pointers.values()]);
    }
  }

  #begin(event: PointerEvent, target: Element): Gesture {
    const { stage } = this;
    const view = stage.session.view.value;
    const busy = stage.session.picked.value !== undefined || stage.session.tape.on.value;
    const looking = event.button === 1 || this.#spaceHeld || busy;
    if (looking) return lookAround(stage, event);
    const item = target.closest<SVGElement>(".piece")?.dataset.item;
    if (target.closest(".turn-handle")) {
      return view.selection === undefined ? turnPieces(stage, event) : turnPiece(stage, view.selection);
    }
    const { choosing } = stage.session.several;
    const adding = event.shiftKey || ((event.ctrlKey || event.metaKey) && item !== undefined);
    if (adding) return choosePieces(stage, item, event);
    if (item === undefined) return lookAround(stage, event);
    const { designer } = stage.session;
    const tap = () => (choosing.value ? designer.toggle(item) : designer.select(item));
    if (mayChange(view) && (choosing.value || view.group.size > 0) && selectedOf(view).has(item)) {
      return dragPieces(stage, event, tap);
    }
    if (choosing.value) return { ...lookAround(stage, event), end: (tapped) => tapped && tap() };
    designer.select(item);
    stage.drawing.focus(item);
    return mayChange(view) ? dragPiece(stage, item, event) : lookAround(stage, event);
  }

  #move(event: PointerEvent): void {
    const room = this.stage.inRoom(event);
    if (event.pointerType === "mouse" || this.#gesture) {
      this.stage.session.designer.cursor(Math.round(room.x), Math.round(room.y));
    }
    if (event.pointerType === "mouse" && this.stage.session.tape.on.value) {
      this.stage.session.tape.pointAt(room, this.stage.viewport.value.scale);
    }
    if (!this.#gesture || !this.#pointers.has(event.pointerId)) return;
    this.#pointers.set(event.pointerId, event);
    if (this.#press) {
      if (!travelled(this.#press.at, event)) return;
      this.#press = undefined;
      this.stage.host.classList.add("busy");
    }
    this.#gesture.move(event, [...this.#pointers.values()]);
  }

  #up(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId)) return;
    const gesture = this.#gesture;
    const press = this.#press;
    this.#end();
    gesture?.end(press !== undefined);
    if (press) this.#tapped(event, press.target);
  }

  /** A tap on the plan puts down what was picked, in the catalogue or on the plan; on the bare floor it deselects. */
  #tapped(event: PointerEvent, target: Element): void {
    const { session, viewport } = this.stage;
    if (session.tape.on.value) return session.tape.tap(this.stage.inRoom(event), viewport.value.scale);
    if (session.carried.putDown(event, this.stage)) return;
    const keeps = event.shiftKey || session.several.choosing.value;
    if (event.button === 0 && !keeps && !target.closest(".piece, .turn-handle")) session.designer.select(undefined);
  }

  /** Cancelled by the browser (a call, a system gesture) or the capture lost: as if it had never begun. */
  #lost(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId)) return;
    this.cancel();
    this.#end();
  }

  /** The rest of a pinch does nothing until its last finger is gone. */
  #end(): void {
    this.#gesture = undefined;
    this.#press = undefined;
    this.stage.host.classList.remove("busy");
  }

  #wheel(event: WheelEvent): void {
    if (!isStageOwn(event.target as Element)) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1);
    // A trackpad's pinch comes as a wheel with the control key, in small steps.
    this.stage.zoomAt(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0016)), this.stage.pixels(event));
  }

  #focused(event: FocusEvent): void {
    const item = (event.target as Element).closest<SVGElement>(".piece")?.dataset.item;
    if (item === undefined || this.#pointers.size > 0) return;
    const { designer, several, view } = this.stage.session;
    // With several selected the way by Tab leads along them, and a key adds the one that is reached.
    if (!several.choosing.value && view.value.group.size === 0) designer.select(item);
    this.stage.reveal(item);
  }

  #turnSelected(): void {
    const { designer, view } = this.stage.session;
    const { selection, group } = view.value;
    if (selection !== undefined) designer.rotate(selection, TURN_STEP);
    else if (group.size > 0) turnGroup(this.stage.session, TURN_STEP);
  }

  #removeSelected(): void {
    const { session } = this.stage;
    const { selection } = session.view.value;
    if (selection !== undefined) removePiece(session, selection);
  }

  #space(event: KeyboardEvent, down: boolean): void {
    const target = event.target as Element;
    if (event.key !== " ") return;
    // Also where a control has got the focus meanwhile.
    if (!down) this.#hold(false);
    if (target.closest("input, button, select, textarea, summary, a[href], [contenteditable]")) return;
    if (down && scrollsPanel(event)) return;
    event.preventDefault();
    this.#hold(down);
  }

  #hold(held: boolean): void {
    this.#spaceHeld = held;
    this.stage.host.classList.toggle("looking", held);
  }
}

function travelled(from: Point, { clientX, clientY }: PointerEvent): boolean {
  return Math.hypot(clientX - from.x, clientY - from.y) >= SLACK;
}

/** Controls that float on the stage take their own clicks. */
function isStageOwn(target: Element): boolean {
  return target.closest(".turn-handle") !== null || target.closest("button, input, a, .floating") === null;
}
