/**
 * The keyboard in the 3D room. It hears keys before the plan does and takes those that are about the camera; pieces are
 * moved, turned and removed by the plan's keys as ever.
 */
import { isTyping, scrollsPanel, ZOOM_STEP } from "../../plan/keys";
import { selectedOf } from "../../group/several";
import type { SpaceHands } from "./hands";
import { STANDING, type Space, type Stride } from "./space";

const STRIDES: Record<string, Stride> = {
  KeyW: { ahead: 1, right: 0, turn: 0 },
  KeyS: { ahead: -1, right: 0, turn: 0 },
  KeyA: { ahead: 0, right: -1, turn: 0 },
  KeyD: { ahead: 0, right: 1, turn: 0 },
  ArrowUp: { ahead: 1, right: 0, turn: 0 },
  ArrowDown: { ahead: -1, right: 0, turn: 0 },
  ArrowLeft: { ahead: 0, right: 0, turn: -1 },
  ArrowRight: { ahead: 0, right: 0, turn: 1 },
};

/** Degrees of one press. */
const ORBIT_STEP = 10;
const ORBITS: Record<string, readonly [right: number, up: number]> = {
  ArrowLeft: [ORBIT_STEP, 0],
  ArrowRight: [-ORBIT_STEP, 0],
  ArrowUp: [0, ORBIT_STEP],
  ArrowDown: [0, -ORBIT_STEP],
};

/** Listens until the signal ends it. */
export function listenToSpaceKeys(space: Space, hands: SpaceHands, signal: AbortSignal): void {
  const held = new Set<string>();
  const on = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    addEventListener(type, listener, { capture: true, signal });

  on("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || scrollsPanel(event)) return;
    if (document.querySelector(":popover-open, [aria-modal='true']")) return;
    if (handle(event)) event.preventDefault();
  });
  on("keyup", (event) => {
    // While Command is held, macOS tells of no other key that is let go of.
    if (event.key === "Meta") letGo();
    else if (held.delete(event.code)) stride();
  });
  on("blur", letGo);

  function handle(event: KeyboardEvent): boolean {
    const selected = selectedOf(space.session.view.value).size > 0;
    const arrow = event.code.startsWith("Arrow");
    // There they walk from card to card, and scroll.
    if (arrow && (event.target as Element).closest?.(".cards, .side-panel")) return false;
    if (space.walking.value && STRIDES[event.code] && !(arrow && selected)) {
      held.add(event.code);
      return done(stride());
    }
    const orbit = ORBITS[event.code];
    if (orbit && !selected) return done(space.turn(...orbit, true));
    switch (event.key) {
      case "e":
      case "E":
        return done(space.toggleWalk());
      case "+":
      case "=":
        return done(space.zoom(ZOOM_STEP));
      case "-":
        return done(space.zoom(1 / ZOOM_STEP));
      case "0":
        return done(space.fit());
      case "Escape":
        return hands.cancel();
      default:
        return false;
    }
  }

  function letGo(): void {
    held.clear();
    stride();
  }

  /** All held keys together; opposite ones make one stand. */
  function stride(): void {
    const all = [...held].map((code) => STRIDES[code]!);
    const sum = (part: keyof Stride) => Math.sign(all.reduce((total, one) => total + one[part], 0));
    const together = { ahead: sum("ahead"), right: sum("right"), turn: sum("turn") };
    space.stride(Object.values(together).some((part) => part !== 0) ? together : STANDING);
  }
}

function done(_: void): true {
  return true;
}
