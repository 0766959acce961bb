/** Fingers on a page. */
import type { Page } from "@playwright/test";

export interface Finger {
  readonly x: number;
  readonly y: number;
}

const STEPS = 8;

/** Puts fingers down, moves all of them straight to where they end, and lifts them. */
export async function swipe(page: Page, from: readonly Finger[], to: readonly Finger[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", fingers: readonly Finger[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: fingers.map((at, id) => ({ ...at, id })) });
  await touch("touchStart", from);
  for (let step = 1; step <= STEPS; step++) await touch("touchMove", from.map((at, id) => between(at, to[id]!, step / STEPS))); // prettier-ignore
  await touch("touchEnd", []);
  await session.detach();
}

function between(from: Finger, to: Finger, share: number): Finger {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
