import { useComputed } from "@preact/signals";
import { formatPrice } from "../core/catalogue";
import { formatDimensions } from "../core/format";
import type { Product } from "../core/protocol";
import { descriptionOf, finishName } from "../texts/names";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { ProductPicture } from "./ProductPicture";

interface ProductCardProps {
  readonly product: Product;
  /** The person is done with the catalogue for now and wants to see the plan. */
  readonly onUsed: () => void;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
}

export function ProductCard({ product, onUsed, isStop }: ProductCardProps) {
  const { session, placing } = useWorkshop();
  const picked = useComputed(() => session.picked.value?.product.sku === product.sku).value;
  const onClick = (event: MouseEvent) => {
    onUsed();
    // Keyboards and assistive technology click without a pointer, so they cannot show where.
    if (event.detail === 0) placing.placeFree(product);
    else placing.toggle(product);
  };
  return (
    <button
      type="button"
      class="card"
      data-sku={product.sku}
      tabIndex={isStop ? 0 : -1}
      aria-pressed={picked}
      title={descriptionOf(product)}
      onPointerDown={(event) => placing.begin(event, product, onUsed)}
      onClick={onClick}
    >
      <span class="card-picture">
        <ProductPicture product={product} size={108} />
      </span>
      <span class="card-name">{product.name}</span>
      <span class="card-size">{formatDimensions(product)}</span>
      <span class="card-foot">
        <span class="card-price">{formatPrice(product.price)}</span>
        <Finishes product={product} />
      </span>
    </button>
  );
}

/** A dot for each finish; one alone is in the picture already. */
function Finishes({ product: { finishes = [] } }: { readonly product: Product }) {
  if (finishes.length < 2) return null;
  const all = texts().catalogue.inFinishes(finishes.map(finishName));
  return (
    <span class="finishes" title={all}>
      {finishes.map(({ name, color }) => (
        <span key={name} class="finish" style={{ background: color }} />
      ))}
      <span class="visually-hidden">{all}</span>
    </span>
  );
}
