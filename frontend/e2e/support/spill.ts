/** Text that does not fit its place: German is long. */
import { expect, type Page } from "@playwright/test";

/** Nothing that is to be read is wider than its own box, its button or the window. */
export async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`); // prettier-ignore
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== ""); // prettier-ignore
      // What scrolls sideways by design, what is drawn at its place in the room, and what is only for screen readers.
      const isElsewhere = element.closest("svg, .visually-hidden, .stage, .chips, .cards, .paper, [hidden]");
      if (!isText || isElsewhere || !element.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const { right: edge = innerWidth } = element.parentElement?.closest("button, label, .button")?.getBoundingClientRect() ?? {}; // prettier-ignore
      const isCut = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
      if (width > 0 && (isCut || left < -1 || right > Math.min(edge, innerWidth) + 1)) found.push(element.textContent!);
    }
    return found;
  });
  expect(cut).toEqual([]);
}
