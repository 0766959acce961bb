/**
 * The keyboard. Keys act on the selected piece wherever the focus is, except where somebody is typing; arrow keys and
 * Space scroll a panel that took the focus when it opened.
 *
 * Enter on a piece takes it up, to be put down by a tap · Arrows 1 cm, with Shift 10 cm · R turns 15° clockwise,
 * Shift+R back · Delete or Backspace removes · Escape cancels, then deselects · T takes the tape measure, or puts it
 * away · L shows the list, C the comments · + and − zoom, 0 shows the whole room · Ctrl (Cmd) and Z takes back, with Shift does
 * again, as Ctrl and Y does · Shift and Enter adds the piece to the selected ones or takes it out, Ctrl and A selects all.
 */
import { outlineBounds, clamp } from "../core/geometry";
import { COMMENTS } from "../comments/words";
import { deselectGroup, nudgeGroup, removeGroup, selectEverything, toggleFocused, turnGroup } from "../group/actions";
import { carry } from "../measure/carry";
import { mayChange } from "./locks";
import type { Gestures } from "./gestures";
import { TURN_STEP } from "./gesture";
import { removePiece } from "./removal";
import type { Stage } from "./stage";

const ARROWS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const ZOOM_STEP = 1.3;

export function listenToKeys(stage: Stage, gestures: Gestures): void {
  const { session } = stage;

  addEventListener("keydown", (event) => {
    // What the 3D view has made of a key is done.
    if (event.defaultPrevented || event.altKey || isTyping(event.target) || scrollsPanel(event)) return;
    if (document.querySelector(":popover-open, [aria-modal='true']")) return;
    if (event.ctrlKey || event.metaKey ? command(event) : handle(event)) event.preventDefault();
  });

  function command(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === "a") return done(selectEverything(session));
    // Held down, one step is taken back after the other, and none after the key is let go.
    if ((key === "z" || key === "y") && event.repeat && session.view.value.unsaved > 0) return true;
    if (key === "z") return done(event.shiftKey ? session.designer.redo() : session.designer.undo());
    return key === "y" && done(session.designer.redo());
  }

  function handle(event: KeyboardEvent): boolean {
    if (session.tape.key(event)) return true;
    const arrow = ARROWS[event.key];
    if (arrow) return nudge(arrow, event.shiftKey ? 100 : 10);
    switch (event.key) {
      case "r":
      case "R":
        return turn(event.shiftKey ? -TURN_STEP : TURN_STEP);
      case "Enter":
        return event.shiftKey ? toggle(event.target) : isPiece(event.target) && takeUp(event.target);
      case "t":
      case "T":
        return done(session.tape.toggle());
      case "l":
      case "L":
        return done(void (session.panel.value = session.panel.value === "pieces" ? undefined : "pieces"));
      case "Delete":
      case "Backspace":
        return remove();
      case "Escape":
        return escape();
      case "c":
      case "C":
        return done(document.getElementById(COMMENTS)?.showPopover());
      case "+":
      case "=":
        return done(stage.zoom(ZOOM_STEP));
      case "-":
        return done(stage.zoom(1 / ZOOM_STEP));
      case "0":
        return done(stage.fit());
      default:
        return false;
    }
  }

  function nudge([x, y]: readonly [number, number], step: number): boolean {
    const { selection, group, shown, room } = session.view.value;
    if (group.size > 0) return done(nudgeGroup(session, { x: x * step, y: y * step }));
    const item = selection === undefined ? undefined : shown.get(selection);
    if (!item || !room) return false;
    const { left, right, top, bottom } = outlineBounds(room.plan.outline);
    const dx = clamp(item.x + x * step, left, right) - item.x;
    const dy = clamp(item.y + y * step, top, bottom) - item.y;
    return done(session.designer.nudge(item.item, dx, dy));
  }

  function turn(degrees: number): boolean {
    const picked = session.picked.value;
    if (picked) {
      session.picked.value = { ...picked, rotation: (picked.rotation + degrees + 360) % 360 };
      return true;
    }
    const { selection, group } = session.view.value;
    if (group.size > 0) return done(turnGroup(session, degrees));
    return selection !== undefined && done(session.designer.rotate(selection, degrees));
  }

  function toggle(target: EventTarget | null): boolean {
    const item = target instanceof Element && target.closest<SVGElement>(".piece")?.dataset.item;
    return typeof item === "string" && done(toggleFocused(session, item));
  }

  function takeUp(target: Element): boolean {
    const item = target.closest<SVGElement>(".piece")?.dataset.item;
    return item !== undefined && mayChange(session.view.value) && carry(session, item);
  }

  function remove(): boolean {
    const { selection, group } = session.view.value;
    if (group.size > 0) return done(removeGroup(session));
    return selection !== undefined && done(removePiece(session, selection));
  }

  function escape(): boolean {
    const { holds, selection, group } = session.view.value;
    if (session.picked.value) session.picked.value = undefined;
    else if (gestures.cancel()) return true;
    else if (holds.size > 0 && mayChange(session.view.value)) session.designer.cancel();
    else if (session.following.value !== undefined) session.following.value = undefined;
    else if (group.size > 0 || session.several.choosing.value) deselectGroup(session);
    else if (selection !== undefined) session.designer.select(undefined);
    else return false;
    return true;
  }
}

function done(_: void): true {
  return true;
}

function isPiece(target: EventTarget | null): target is Element {
  return target instanceof Element && target.closest(".piece") !== null;
}

/** Whether a key goes into a field. A swatch needs only its arrow keys, which do not come here. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not(.swatch input), textarea, select, [contenteditable]") !== null
  );
}

/** Whether a key scrolls the panel it is pressed in, rather than moving what is on the plan. */
export function scrollsPanel({ key, target }: KeyboardEvent): boolean {
  if (key !== " " && !(key in ARROWS)) return false;
  return target instanceof Element && target.closest(".side-panel[tabindex]") !== null;
}
