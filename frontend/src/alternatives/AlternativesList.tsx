/** The products that would pass in the place of each piece that a check is about, each one press away. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { keptFinish, productIn } from "../core/finishes";
import { formatDimensions } from "../core/catalogue";
import type { Item, Product } from "../core/protocol";
import type { Check } from "../fit/checks";
import { useWorkshop } from "../panels/context";
import { ProductPicture } from "../panels/ProductPicture";
import type { Session } from "../session";
import "./alternatives.css";
import { texts } from "../texts/texts";
import { alternatives, type Alternative } from "./alternatives";
import { priceBeside } from "./words";

/** The question is asked again when the room has been still for so long. */
const STILL_MS = 200;

interface Found {
  readonly item: Item;
  readonly product: Product;
  readonly alternatives: readonly Alternative[];
}

export function AlternativesList({ check }: { readonly check: Check }) {
  const { session } = useWorkshop();
  const found = useSignal<readonly Found[] | undefined>(undefined);
  const { shown } = session.view.value;
  const checks = session.fitting.checks.value;
  useEffect(() => {
    const ask = () => (found.value = search(session, check));
    if (!found.value) {
      ask();
      return undefined;
    }
    const timer = setTimeout(ask, STILL_MS);
    return () => clearTimeout(timer);
  }, [shown, checks]);
  return (
    <>
      {found.value?.map((one) => (
        <Choices key={one.item.item} {...one} />
      ))}
    </>
  );
}

function search({ view, catalogue, fitting }: Session, check: Check): readonly Found[] {
  const { room, shown } = view.peek();
  const products = catalogue.peek()?.bySku;
  const checks = fitting.checks.peek();
  if (!room || !products || !checks) return [];
  const about = { plan: room.plan, items: [...shown.values()], checks };
  return check.items.flatMap((id) => {
    const item = shown.get(id);
    const product = products.get(item?.sku ?? "");
    return item && product ? [{ item, product, alternatives: alternatives(about, item, products) }] : [];
  });
}

function Choices({ item, product, alternatives }: Found) {
  const { session } = useWorkshop();
  const state = useSignal<"ready" | "swapping" | "refused">("ready");
  if (alternatives.length === 0) return <p class="muted">{texts().alternatives.nothingFits(product.name)}</p>;
  const choose = async ({ product: chosen, pose }: Alternative) => {
    if (state.value === "swapping") return;
    state.value = "swapping";
    const done = await session.designer.swap(item.item, chosen.sku, pose, keptFinish(item, product, chosen));
    state.value = done ? "ready" : "refused";
    if (!done) return;
    session.spoken.value = texts().alternatives.swapped(product.name, chosen.name);
    // The check that this list belongs to goes; whoever came by keyboard goes on from the panel's head.
    document.querySelector<HTMLElement>("#fit .side-panel-head button")?.focus();
  };
  const words = texts().alternatives;
  return (
    <section class="alternatives" aria-label={words.insteadOf(product.name)}>
      <h4>{words.insteadOf(product.name)}</h4>
      <ul>
        {alternatives.map((one) => (
          <li key={one.product.sku} class="alternative">
            <span class="thumb">
              <ProductPicture product={productIn(one.product, keptFinish(item, product, one.product))} size={36} />
            </span>
            <span class="alternative-name">
              <strong>{one.product.name}</strong>
              <span>{formatDimensions(one.product)}</span>
              <span>{priceBeside(one.product, product)}</span>
            </span>
            <button
              type="button"
              class="button small-text"
              aria-label={words.swapFor(product.name, one.product.name)}
              aria-disabled={state.value === "swapping"}
              onClick={() => void choose(one)}
            >
              {state.value === "swapping" ? words.swapping : words.swap}
            </button>
          </li>
        ))}
      </ul>
      {state.value === "refused" && <p class="problem">{words.notSwapped}</p>}
    </section>
  );
}
