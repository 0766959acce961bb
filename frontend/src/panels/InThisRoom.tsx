/** For those who look on: what stands in the room and what it comes to. */
import { useComputed } from "@preact/signals";
import { formatDimensions, formatPrice } from "../core/catalogue";
import type { Product } from "../core/protocol";
import { useWorkshop } from "./context";
import { ProductPicture } from "./ProductPicture";

export function InThisRoom() {
  const { session } = useWorkshop();
  const items = useComputed(() => session.view.value.room?.items).value;
  const counts = counted(items?.values() ?? [], session.catalogue.value?.bySku);
  const total = counts.reduce((sum, [product, count]) => sum + product.price.amount * count, 0);
  const currency = counts[0]?.[0].price.currency;
  return (
    <section class="sheet in-room" aria-labelledby="in-room-title">
      <div class="sheet-head">
        <h2 id="in-room-title">In this room</h2>
        {currency !== undefined && <strong>{formatPrice({ amount: total, currency })}</strong>}
      </div>
      <ul class="in-room-list">
        {counts.map(([product, count]) => (
          <li key={product.sku}>
            <span class="thumb">
              <ProductPicture product={product} size={44} />
            </span>
            <span class="in-room-name">
              {count > 1 && `${count} × `}
              {product.name}
              <span class="card-size">{formatDimensions(product)}</span>
            </span>
            <span class="card-price">{formatPrice({ ...product.price, amount: product.price.amount * count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function counted(items: Iterable<{ sku: string }>, products: ReadonlyMap<string, Product> | undefined) {
  const counts = new Map<Product, number>();
  for (const { sku } of items) {
    const product = products?.get(sku);
    if (product) counts.set(product, (counts.get(product) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => one.name.localeCompare(other.name));
}
