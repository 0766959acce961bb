/** Whether this tab shows the plan or the room in 3D. Remembered for the tab. */
import { signal } from "@preact/signals";
import type { Space } from "./three/space";

export type Mode = "2d" | "3d";

const KEY = "homstyle.view";

export const mode = signal<Mode>(remembered());
/** The room in 3D, while it is shown. */
export const space = signal<Space | undefined>(undefined);
/** What kept the 3D view from being shown. */
export const problem = signal<string | undefined>(undefined);

export function show(wanted: Mode): void {
  mode.value = wanted;
  problem.value = undefined;
  try {
    sessionStorage.setItem(KEY, wanted);
  } catch {
    // Storage may be forbidden; then nothing is remembered.
  }
}

/** Back to the plan, saying why. */
export function giveUp(reason: string): void {
  show("2d");
  problem.value = reason;
}

function remembered(): Mode {
  try {
    return sessionStorage.getItem(KEY) === "3d" ? "3d" : "2d";
  } catch {
    return "2d";
  }
}
