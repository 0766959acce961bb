/** A page that moves by itself: panels rise and fold, and what has just been asked for is drawn with the next frame. */
import type { Page } from "@playwright/test";

/** Until what is about to appear, or to move, has done so. */
export async function stillPage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}
