/** Everything that stands in the room, what it costs, and ways to take the list along. */
import { useComputed, useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { formatDimensions, formatPrice } from "../core/catalogue";
import { useWorkshop } from "../panels/context";
import { CheckIcon, CopyIcon, DownloadIcon, PrintIcon, TruckIcon } from "../panels/icons";
import { ProductPicture } from "../panels/ProductPicture";
import { save } from "../takeaway/save";
import { TakeawayButton } from "../takeaway/Takeaway";
import { texts } from "../texts/texts";
import type { Line, ShoppingList } from "./list";
import { liveList } from "./live";
import "./shopping.css";
import { countedName, csvFile, finishText, textOf, totalText } from "./words";

export function ShoppingPanel() {
  const { session } = useWorkshop();
  const [live] = useState(() => liveList(session));
  const list = live.value;
  const room = useComputed(() => session.view.value.title).value;
  if (!list) return null;
  if (list.pieces === 0) return <Empty />;
  return (
    <div class="shopping">
      <p class="shopping-room">{room}</p>
      <ul class="shopping-lines" data-scrolls tabIndex={0} aria-label={texts().shopping.title}>
        {list.lines.map((line) => (
          <Row key={`${line.product.sku} ${line.finish}`} line={line} />
        ))}
      </ul>
      <footer class="shopping-foot">
        {list.unknown > 0 && <p class="muted">{texts().shopping.unknown(list.unknown)}</p>}
        <p class="shopping-sum">
          <span>
            {texts().shopping.total} <span class="muted">{texts().shopping.pieces(list.pieces)}</span>
          </span>
          <strong>{totalText(list.totals)}</strong>
        </p>
        <button type="button" class="button wide get-in" onClick={() => (session.panel.value = "delivery")}>
          <TruckIcon />
          {texts().delivery.title}
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
      <p class="muted">{texts().shopping.empty}</p>
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
        <strong>{countedName(line)}</strong>
        {finishText(line) && <span>{finishText(line)}</span>}
        <span>{formatDimensions(product)}</span>
        {count > 1 && <span>{texts().shopping.each(formatPrice(product.price))}</span>}
      </span>
      <span class="shopping-price">{formatPrice(price)}</span>
    </li>
  );
}

const csvBlob = (list: ShoppingList) => new Blob([csvFile(list)], { type: "text/csv;charset=utf-8" });

function TakeAlong({ list, room }: { readonly list: ShoppingList; readonly room: string }) {
  const { session } = useWorkshop();
  const state = useSignal<"ready" | "copied" | "refused">("ready");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(textOf(room, list));
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
          {state.value === "copied" ? texts().shopping.copied : texts().shopping.copy}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => save(csvBlob(list), `homstyle-${session.options.room}.csv`)}
        >
          <DownloadIcon />
          {texts().shopping.download}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          <PrintIcon />
          {texts().shopping.print}
        </button>
      </div>
      <p class={state.value === "refused" ? "problem" : "visually-hidden"} role="status">
        {state.value === "refused"
          ? texts().shopping.notCopied
          : state.value === "copied"
            ? texts().shopping.copied
            : ""}
      </p>
    </>
  );
}
