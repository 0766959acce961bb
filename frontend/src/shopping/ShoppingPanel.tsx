/** Everything that stands in the room, what it costs, and ways to take the list along. */
import { useComputed, useSignal } from "@preact/signals";
import { formatDimensions, formatPrice } from "../core/catalogue";
import { useWorkshop } from "../panels/context";
import { title as willItGetIn } from "../delivery/titles";
import { CheckIcon, CopyIcon, DownloadIcon, PrintIcon, TruckIcon } from "../panels/icons";
import { ProductPicture } from "../panels/ProductPicture";
import { TakeawayButton } from "../takeaway/Takeaway";
import { shoppingList, type Line, type ShoppingList } from "./list";
import "./shopping.css";
import * as words from "./words";

export function ShoppingPanel() {
  const { session } = useWorkshop();
  const list = useComputed(() => {
    const products = session.catalogue.value?.bySku ?? new Map();
    return shoppingList(session.view.value.room?.items.values() ?? [], products);
  }).value;
  const room = useComputed(() => session.view.value.title).value;
  if (list.pieces === 0) return <Empty />;
  return (
    <div class="shopping">
      <p class="shopping-room">{room}</p>
      <ul class="shopping-lines" tabIndex={0} aria-label={words.title}>
        {list.lines.map((line) => (
          <Row key={`${line.product.sku} ${line.finish}`} line={line} />
        ))}
      </ul>
      <footer class="shopping-foot">
        {list.unknown > 0 && <p class="muted">{words.unknownText(list.unknown)}</p>}
        <p class="shopping-sum">
          <span>
            {words.total} <span class="muted">{words.piecesText(list.pieces)}</span>
          </span>
          <strong>{words.totalText(list.totals)}</strong>
        </p>
        <button type="button" class="button wide get-in" onClick={() => (session.panel.value = "delivery")}>
          <TruckIcon />
          {willItGetIn}
        </button>
        <TakeAlong list={list} room={room} />
        <TakeawayButton />
      </footer>
    </div>
  );
}

function Empty() {
  return (
    <div class="shopping-empty">
      <p class="muted">{words.empty}</p>
      <TakeawayButton />
    </div>
  );
}

function Row({ line }: { readonly line: Line }) {
  const { product, count, price } = line;
  return (
    <li class="shopping-line">
      <span class="thumb">
        <ProductPicture product={product} size={40} />
      </span>
      <span class="shopping-name">
        <strong>{words.countedName(line)}</strong>
        {words.finishText(line) && <span>{words.finishText(line)}</span>}
        <span>{formatDimensions(product)}</span>
        {count > 1 && <span>{words.eachText(line)}</span>}
      </span>
      <span class="shopping-price">{formatPrice(price)}</span>
    </li>
  );
}

function TakeAlong({ list, room }: { readonly list: ShoppingList; readonly room: string }) {
  const { session } = useWorkshop();
  const state = useSignal<"ready" | "copied" | "refused">("ready");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words.textOf(room, list));
      state.value = "copied";
    } catch {
      // Browsers give the clipboard only to secure pages and fresh clicks.
      state.value = "refused";
    }
  };
  return (
    <>
      <div class="shopping-actions">
        <button type="button" class="button" onClick={() => void copy()}>
          {state.value === "copied" ? <CheckIcon /> : <CopyIcon />}
          {state.value === "copied" ? words.copied : words.copy}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => save(`homstyle-${session.options.room}.csv`, words.csvFile(list))}
        >
          <DownloadIcon />
          {words.download}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          <PrintIcon />
          {words.print}
        </button>
      </div>
      <p class={state.value === "refused" ? "problem" : "visually-hidden"} role="status">
        {state.value === "refused" ? words.notCopied : state.value === "copied" ? words.copied : ""}
      </p>
    </>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
