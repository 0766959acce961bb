/** The fit engine on a thread of its own, so that dragging stays smooth however much there is to check. */
import type { Item, Plan, Product } from "../core/protocol";
import type { Check } from "./checks";
import { fit } from "./fit";

/** A question; the products come with the first, and when they change. */
export interface FitQuestion {
  readonly plan: Plan;
  readonly items: readonly Item[];
  readonly products?: ReadonlyMap<string, Product>;
}

export type FitAnswer = readonly Check[];

let products: ReadonlyMap<string, Product> = new Map();

onmessage = ({ data }: MessageEvent<FitQuestion>) => {
  products = data.products ?? products;
  postMessage(fit(data.plan, data.items, products) satisfies FitAnswer);
};
