/** What is said about products that would fit. */
import { formatPrice } from "../core/catalogue";
import type { Product } from "../core/protocol";

/** What it costs, and how much more or less that is. */
export function priceBeside(product: Product, before: Product): string {
  const price = formatPrice(product.price);
  if (product.price.currency !== before.price.currency) return price;
  const amount = product.price.amount - before.price.amount;
  if (amount === 0) return price;
  const difference = formatPrice({ ...product.price, amount: Math.abs(amount) });
  return `${price} (${amount > 0 ? "+" : "−"}${difference})`;
}
