/** A product from above. Big things look bigger than small ones, though less so than they are. */
import type { Product } from "../core/protocol";
import { productPicture } from "../plan/picture";

/** The longest side, in mm, that fills the whole picture. */
const LARGEST = 2400;

export function ProductPicture({ product, size }: { readonly product: Product; readonly size: number }) {
  const longest = Math.max(product.width, product.depth);
  const scale = (size * Math.min(1, Math.pow(longest / LARGEST, 0.45))) / longest;
  return (
    <span
      class="product-picture"
      style={{ width: `${product.width * scale}px`, height: `${product.depth * scale}px` }}
      dangerouslySetInnerHTML={{ __html: productPicture(product) }}
    />
  );
}
