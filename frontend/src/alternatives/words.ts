/** What is said about products that would fit. */
import { formatPrice } from "../core/catalogue";
import type { Product } from "../core/protocol";

export const question = "What would fit?";
export const searching = "Looking through the catalogue…";
export const swap = "Swap";
export const swapping = "Swapping…";
export const notSwapped = "Not swapped: the room is as it was.";

export function insteadOf(product: Product): string {
  return `Instead of ${product.name}`;
}

export function nothingFits(product: Product): string {
  return `Nothing else like ${product.name} in the catalogue would pass here.`;
}

/** For a button's name: several of them say “Swap”. */
export function swapFor(one: Product, other: Product): string {
  return `Swap ${one.name} for ${other.name}`;
}

export function swapped(one: Product, other: Product): string {
  return `${one.name} swapped for ${other.name}`;
}

/** What it costs, and how much more or less that is. */
export function priceBeside(product: Product, before: Product): string {
  const price = formatPrice(product.price);
  if (product.price.currency !== before.price.currency) return price;
  const amount = product.price.amount - before.price.amount;
  if (amount === 0) return price;
  const difference = formatPrice({ ...product.price, amount: Math.abs(amount) });
  return `${price} (${amount > 0 ? "+" : "−"}${difference})`;
}
