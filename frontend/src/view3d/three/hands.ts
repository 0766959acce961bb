/**
 * Hands in the 3D room: press and drag a piece, drag anything else to look around; two fingers, the wheel and other
 * buttons move nearer and aside. Pieces are moved by the plan's own gesture.
 */
import { isNear } from "../../core/geometry";
import { dragPiece, type Gesture } from "../../plan/gesture";
import { mayChange } from "../../plan/locks";
import type { Space } from "./space";

/** A pointer that moved less than this many pixels has tapped. */
const SLACK = 4;
/** Degrees of a turn per pixel. */
const TURN = 0.3;
/** How far outside the room a pointer still is somewhere that others can see, mm. */
const BEYOND = 3_000;

export class SpaceHands {
  readonly #pointers = new Map<number, PointerEvent>();
  #gesture: Gesture | undefined;
  #press: { readonly event: PointerEvent; readonly item: string | undefined } | undefined;

  constructor(private readonly space: Space) {
    const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
      space.canvas.addEventListener(type, listener, { passive: false });
    on("pointerdown", (event) => this.#down(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#up(event));
    on("pointercancel", (event) => this.#lost(event));
    on("lostpointercapture", (event) => this.#lost(event));
    on("wheel", (event) => this.#wheel(event));
    on("contextmenu", (event) => event.preventDefault());
  }

  /** Gives up what is going on; a piece goes back. False when nothing was. */
  cancel(): boolean {
    const running = this.#gesture;
    this.#gesture = undefined;
    running?.cancel();
    return running !== undefined;
  }

  #down(event: PointerEvent): void {
    if (event.button > 2) return;
    event.preventDefault();
    this.#pointers.set(event.pointerId, event);
    this.space.canvas.setPointerCapture(event.pointerId);
    if (this.#pointers.size === 1) this.#gesture = this.#begin(event);
    else if (this.#pointers.size === 2) {
      this.cancel();
      this.#press = undefined;
      this.#gesture = pinch(this.space, [...this.#pointers.values()]);
    }
  }

  #begin(event: PointerEvent): Gesture {
    const { session } = this.space;
    const aside = event.button > 0 || event.shiftKey;
    const picked = aside || session.picked.value ? undefined : this.space.pick(event);
    this.#press = { event, item: picked?.item };
    if (!picked) return aside ? panning(this.space, event) : turning(this.space, event);
    session.designer.select(picked.item);
    this.space.focus(picked.item);
    if (!mayChange(session.view.value)) return turning(this.space, event);
    return dragPiece(this.space.groundAt(picked.height), picked.item, event);
  }

  #move(event: PointerEvent): void {
    if (event.pointerType === "mouse" || this.#gesture) this.#tellOthers(event);
    if (event.pointerType === "mouse" && !this.#gesture) this.#hover(event);
    if (!this.#gesture || !this.#pointers.has(event.pointerId)) return;
    this.#pointers.set(event.pointerId, event);
    if (this.#press) {
      const { clientX, clientY } = this.#press.event;
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) < SLACK) return;
      this.#press = undefined;
      this.space.host.classList.add("busy");
    }
    this.#gesture.move(event, [...this.#pointers.values()]);
  }

  #up(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId)) return;
    const [gesture, press] = [this.#gesture, this.#press];
    this.#end();
    gesture?.end(press !== undefined);
    if (press) this.#tapped(event, press.item);
  }

  /** A tap puts down what was picked, in the catalogue or in the room; on the bare floor it deselects. */
  #tapped(event: PointerEvent, item: string | undefined): void {
    const { session } = this.space;
    if (session.carried.putDown(event, this.space.groundAt(0))) return;
    if (event.button === 0 && item === undefined) session.designer.select(undefined);
  }

  #lost(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId)) return;
    this.cancel();
    this.#end();
  }

  #end(): void {
    this.#gesture = undefined;
    this.#press = undefined;
    this.space.host.classList.remove("busy");
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1);
    this.space.zoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0012)), false);
  }

  #hover(event: PointerEvent): void {
    this.space.host.classList.toggle("over-piece", this.space.pick(event) !== undefined);
  }

  /** Others see one's pointer where it is on the floor. */
  #tellOthers(event: PointerEvent): void {
    const plan = this.space.session.view.value.room?.plan;
    const at = this.space.groundAt(0).inRoom(event);
    if (plan && isNear(plan.outline, at, BEYOND))
      this.space.session.designer.cursor(Math.round(at.x), Math.round(at.y));
  }
}

const nothing = () => undefined;

function turning(space: Space, press: PointerEvent): Gesture {
  let last = press;
  return {
    move(event) {
      // Around the room one drags the room; in it, what one looks at.
      const [dx, dy] = [event.clientX - last.clientX, event.clientY - last.clientY];
      if (space.walking.value) space.turn(-dx * TURN * 0.6, dy * TURN * 0.6);
      else space.turn(dx * TURN, dy * TURN);
      last = event;
    },
    end: nothing,
    cancel: nothing,
  };
}

function panning(space: Space, press: PointerEvent): Gesture {
  let last = press;
  return {
    move(event) {
      space.pan(event.clientX - last.clientX, event.clientY - last.clientY);
      last = event;
    },
    end: nothing,
    cancel: nothing,
  };
}

/** Two fingers: apart is nearer, together aside. */
function pinch(space: Space, fingers: readonly PointerEvent[]): Gesture {
  let last = spread(fingers);
  return {
    move(_, all) {
      const next = spread(all);
      space.pan(next.x - last.x, next.y - last.y);
      if (last.distance > 0 && next.distance > 0) space.zoom(next.distance / last.distance, false);
      last = next;
    },
    end: nothing,
    cancel: nothing,
  };
}

function spread(fingers: readonly PointerEvent[]) {
  const [one, other] = [fingers[0]!, fingers[1] ?? fingers[0]!];
  return {
    x: (one.clientX + other.clientX) / 2,
    y: (one.clientY + other.clientY) / 2,
    distance: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
  };
}
