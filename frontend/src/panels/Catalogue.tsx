/** What one can place: found by words or kind, brought onto the plan by dragging, tapping or Enter. */
import { useComputed, useSignal } from "@preact/signals";
import { search } from "../core/catalogue";
import type { Product } from "../core/protocol";
import { nextCard } from "./cardKeys";
import { countSentence, productsLabel } from "./catalogueWords";
import { useWorkshop } from "./context";
import { SearchIcon, UpIcon } from "./icons";
import { groupOf, groupsOf } from "./kinds";
import { ProductCard } from "./ProductCard";

export function Catalogue() {
  const { session } = useWorkshop();
  const query = useSignal("");
  const group = useSignal<string | undefined>(undefined);
  const open = useSignal(false);
  const groups = useComputed(() => groupsOf(session.catalogue.value?.products ?? [])).value;
  const found = useComputed(() => {
    const products = session.catalogue.value?.products.filter(within(group.value));
    return products && search(products, query.value);
  }).value;
  const choose = (chosen: string | undefined) => (group.value = group.value === chosen ? undefined : chosen);
  const fold = open.value ? "Show less of the catalogue" : "Show more of the catalogue";
  return (
    <section class={open.value ? "sheet catalogue open" : "sheet catalogue"} aria-label="Catalogue">
      <div class="sheet-head">
        <label class="search">
          <SearchIcon />
          <input
            type="search"
            class="input"
            placeholder="Sofa, lamp, 140 cm…"
            aria-label="Search the catalogue"
            value={query.value}
            onInput={(event) => (query.value = event.currentTarget.value)}
            onFocus={() => (open.value = true)}
          />
        </label>
        <button
          type="button"
          class="button plain square narrow-only sheet-fold"
          aria-expanded={open.value}
          aria-label={fold}
          onClick={() => (open.value = !open.value)}
        >
          <UpIcon />
        </button>
      </div>
      <div class="chips" role="group" aria-label="Kinds">
        <Chip label="All" pressed={group.value === undefined} onClick={() => choose(undefined)} />
        {groups.map((name) => (
          <Chip key={name} label={name} pressed={group.value === name} onClick={() => choose(name)} />
        ))}
      </div>
      <Cards found={found} query={query.value} onUsed={() => (open.value = false)} />
    </section>
  );
}

interface CardsProps {
  readonly found: readonly Product[] | undefined;
  readonly query: string;
  readonly onUsed: () => void;
}

/** One stop for Tab; within it the arrow keys go from card to card. */
function Cards({ found, query, onUsed }: CardsProps) {
  const stop = useSignal<string | undefined>(undefined);
  // A list of its own while it loads: the kinds that come with the products push what is below, and nothing may jump.
  if (!found) {
    return (
      <ul key="waiting" class="cards" aria-busy="true">
        {Array.from({ length: 8 }, (_, index) => (
          <li key={index} class="card waiting" />
        ))}
      </ul>
    );
  }
  if (found.length === 0) {
    return (
      <p class="nothing-found">
        Nothing found{query === "" ? "" : ` for “${query}”`}. Try a kind, like sofa, or a width, like 140.
      </p>
    );
  }
  const current = found.find(({ sku }) => sku === stop.value) ?? found[0];
  return (
    <>
      <ul key="found" class="cards" aria-label={productsLabel} onKeyDown={walk}>
        {found.map((product) => (
          <li key={product.sku} onFocusCapture={() => (stop.value = product.sku)}>
            <ProductCard product={product} onUsed={onUsed} isStop={product === current} />
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {countSentence(found.length)}
      </p>
    </>
  );
}

function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>(".card")];
  const from = cards.findIndex((card) => card === event.target);
  const spots = cards.map(({ offsetLeft, offsetTop }) => ({ left: offsetLeft, top: offsetTop }));
  const next = nextCard(event.key, from, spots);
  if (next === undefined && !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  event.stopPropagation();
  if (next !== undefined) cards[next]?.focus();
}

interface ChipProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

function Chip({ label, pressed, onClick }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={pressed} onClick={onClick}>
      {label}
    </button>
  );
}

const within = (group: string | undefined) => (product: Product) => group === undefined || groupOf(product) === group;
