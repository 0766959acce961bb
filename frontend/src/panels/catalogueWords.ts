/** What the catalogue says beside its products' own names. */
import type { Finish } from "../core/protocol";

export const productsLabel = "Products";

export function countSentence(count: number): string {
  return count === 1 ? "1 product" : `${count} products`;
}

export function finishesSentence(finishes: readonly Finish[]): string {
  return `In ${finishes.map(({ name }) => name).join(", ")}`;
}
