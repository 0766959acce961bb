/** The 3D view's own chunk: everything that needs three.js is reached through here. */
import type { Session } from "../../session";
import { SpaceHands } from "./hands";
import { listenToSpaceKeys } from "./keys";
import { hasWebGl, Space } from "./space";

export { roomFile } from "./roomFile";
export type { Space };

export interface OpenSpace {
  readonly space: Space;
  close(): void;
}

/** Undefined where there is no WebGL. */
export function openSpace(host: HTMLElement, session: Session): OpenSpace | undefined {
  if (!hasWebGl()) return undefined;
  const ending = new AbortController();
  const space = new Space(host, session);
  const hands = new SpaceHands(space);
  listenToSpaceKeys(space, hands, ending.signal);
  return {
    space,
    close() {
      hands.cancel();
      ending.abort();
      space.close();
    },
  };
}
