/** The unit of all lengths on the page. Whoever formats a length within a view or an effect follows it. */
import { signal, type ReadonlySignal } from "@preact/signals";
import { takeUnitFrom, type Unit } from "./core/format";
import { storedUnit, storeUnit } from "./person";

const chosen = signal<Unit>(storedUnit());
takeUnitFrom(() => chosen.value);

export const shownUnit: ReadonlySignal<Unit> = chosen;

export function chooseUnit(unit: Unit): void {
  chosen.value = unit;
  storeUnit(unit);
}
