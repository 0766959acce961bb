/** What axe has to say about a page: nothing. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { stillPage } from "./still";

/** Once all is still: half-transparent text has no contrast. */
export async function expectAccessible(page: Page): Promise<void> {
  await stillPage(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary }))); // prettier-ignore
  expect(found).toEqual([]);
}
