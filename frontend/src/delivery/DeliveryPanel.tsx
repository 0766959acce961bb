/** The way in, typed once; and for everything in the room, the selected piece first, whether it gets in. */
import { signal, useComputed } from "@preact/signals";
import { useState } from "preact/hooks";
import { unit } from "../core/format";
import type { Product } from "../core/protocol";
import { useWorkshop } from "../panels/context";
import { BasketIcon } from "../panels/icons";
import { shoppingList } from "../shopping/list";
import { later } from "../texts/texts";
import { delivery } from "./delivery";
import "./delivery.css";
import { PassageFields } from "./PassageFields";
import { AddPassage } from "./AddPassage";
import { Results, type Result } from "./Results";
import type { Passage } from "./passages";
import { storedWay, storeWay } from "./wayStore";
import { passageName } from "./words";

/** A passage with a name of its own, so that what is typed stays with it while others come and go. */
interface Step {
  readonly id: number;
  readonly passage: Passage;
}

let made = 0;

const stepOf = (passage: Passage): Step => ({ id: ++made, passage });

export function DeliveryPanel() {
  const { session } = useWorkshop();
  const { room } = session.options;
  const [steps] = useState(() => signal<readonly Step[]>(storedWay(room).map(stepOf)));
  const way = useComputed(() => steps.value.map(({ passage }) => passage));
  const change = (changed: readonly Step[]) => {
    steps.value = changed;
    storeWay(room, way.value);
  };
  const products = useComputed(() => session.catalogue.value?.bySku ?? new Map<string, Product>());
  const selected = useComputed(() => {
    const { selection, shown } = session.view.value;
    return shown.get(selection ?? "")?.sku;
  });
  const items = useComputed(() => session.view.value.room?.items);
  const results = useComputed(() => {
    // Packages are the same in every finish.
    const pieces = [...(items.value?.values() ?? [])].map(({ sku }) => ({ sku }));
    const { lines } = shoppingList(pieces, products.value);
    return lines.map(({ product }): Result => ({ product, ...delivery(product, way.value) }));
  }).value;
  return (
    <div class="delivery" data-scrolls>
      <section aria-labelledby="way-in">
        <h3 id="way-in">{later().delivery.wayTitle}</h3>
        <p class="muted">{later().delivery.wayHint}</p>
        <ol class="passages">
          {steps.value.map(({ id, passage }, index) => (
            <PassageFields
              // What is typed is in the unit that was shown then.
              key={`${id} ${unit()}`}
              passage={passage}
              name={passageName(way.value, index)}
              onChange={(changed) =>
                change(steps.value.map((step) => (step.id === id ? { id, passage: changed } : step)))
              }
              onRemove={() => change(steps.value.filter((step) => step.id !== id))}
            />
          ))}
        </ol>
        <AddPassage onAdd={(passage) => change([...steps.value, stepOf(passage)])} />
      </section>
      <Results results={results} way={way.value} selected={selected.value} />
      <button type="button" class="button wide" onClick={() => (session.panel.value = "shopping")}>
        <BasketIcon />
        {later().delivery.backToList}
      </button>
    </div>
  );
}
