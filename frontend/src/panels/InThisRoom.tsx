/** For those who look on: what stands in the room and what it comes to. */
import { useComputed } from "@preact/signals";
import { formatPrice } from "../core/catalogue";
import { hasChoice } from "../core/finishes";
import { finishName } from "../texts/names";
import { formatDimensions } from "../core/format";
import { shoppingList } from "../shopping/list";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { ProductPicture } from "./ProductPicture";

export function InThisRoom() {
  const { session } = useWorkshop();
  const items = useComputed(() => session.view.value.room?.items).value;
  const { lines, totals } = shoppingList(items?.values() ?? [], session.catalogue.value?.bySku ?? new Map());
  return (
    <section class="sheet in-room" aria-labelledby="in-room-title">
      <div class="sheet-head">
        <h2 id="in-room-title">{texts().catalogue.inThisRoom}</h2>
        {totals[0] && <strong>{formatPrice(totals[0])}</strong>}
      </div>
      <ul class="in-room-list">
        {lines.map(({ product, finish, count, price }) => (
          <li key={`${product.sku} ${finish}`}>
            <span class="thumb">
              <ProductPicture product={product} size={44} />
            </span>
            <span class="in-room-name">
              {count > 1 && `${count} × `}
              {product.name}
              {finish && hasChoice(product) && <span class="card-size">{finishName({ name: finish })}</span>}
              <span class="card-size">{formatDimensions(product)}</span>
            </span>
            <span class="card-price">{formatPrice(price)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
