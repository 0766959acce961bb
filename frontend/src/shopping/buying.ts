/** Which of the panels about buying is open beside the plan: the shopping list, or the way into the house. */
import { effect, signal, type Signal } from "@preact/signals";

export type BuyingPanel = "list" | "delivery";

export class Buying {
  readonly open: Signal<BuyingPanel | undefined> = signal(undefined);

  /** There is room for one panel beside the plan: opening one closes the other. */
  constructor(checks: Signal<boolean>) {
    effect(() => {
      if (this.open.value) checks.value = false;
    });
    effect(() => {
      if (checks.value) this.open.value = undefined;
    });
  }
}
