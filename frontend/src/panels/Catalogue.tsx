/** What one can place: found by words or kind, brought onto the plan by dragging, tapping or Enter. */
import { useComputed, useSignal } from "@preact/signals";
import { search } from "../core/catalogue";
import type { Product } from "../core/protocol";
import { nextCard } from "./cardKeys";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { SearchIcon, UpIcon } from "./icons";
import { groupOf, groupsOf, type Group } from "./kinds";
import { ProductCard } from "./ProductCard";

export function Catalogue() {
  const { session } = useWorkshop();
  const query = useSignal("");
  const group = useSignal<Group | undefined>(undefined);
  const open = useSignal(false);
  const groups = useComputed(() => groupsOf(session.catalogue.value?.products ?? [])).value;
  const found = useComputed(() => {
    const products = session.catalogue.value?.products.filter(within(group.value));
    return products && search(products, query.value);
  }).value;
  const choose = (chosen: Group | undefined) => (group.value = group.value === chosen ? undefined : chosen);
  const words = texts().catalogue;
  const fold = open.value ? words.less : words.more;
  return (
    <section class={open.value ? "sheet catalogue open" : "sheet catalogue"} aria-label={words.title}>
      <div class="sheet-head">
        <label class="search">
          <SearchIcon />
          <input
            type="search"
            class="input"
            placeholder={words.searchExample}
            aria-label={words.search}
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
      <div class="chips" role="group" aria-label={words.kinds}>
        <Chip label={words.all} pressed={group.value === undefined} onClick={() => choose(undefined)} />
        {groups.map((name) => (
          <Chip key={name} label={texts().groups[name]} pressed={group.value === name} onClick={() => choose(name)} />
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
    return <p class="nothing-found">{texts().catalogue.nothingFound(query)}</p>;
  }
  const current = found.find(({ sku }) => sku === stop.value) ?? found[0];
  return (
    <>
      <ul key="found" class="cards" aria-label={texts().catalogue.products} onKeyDown={walk}>
        {found.map((product) => (
          <li key={product.sku} onFocusCapture={() => (stop.value = product.sku)}>
            <ProductCard product={product} onUsed={onUsed} isStop={product === current} />
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {texts().catalogue.count(found.length)}
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

const within = (group: Group | undefined) => (product: Product) => group === undefined || groupOf(product) === group;
