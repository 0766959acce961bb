/** What the shopping list says, on the screen, on paper and in files. */
import { formatDimensions, formatPrice } from "../core/catalogue";
import { hasChoice } from "../core/finishes";
import type { Price } from "../core/protocol";
import { kindName } from "../panels/kinds";
import { csvOf, decimalOf, type Cell } from "./csv";
import type { Line, ShoppingList } from "./list";

export const title = "Shopping list";
export const close = "Close the shopping list";
export const empty = "Nothing stands in the room yet. What you place appears here with its price.";
export const total = "Total";
export const copy = "Copy";
export const copied = "Copied";
export const notCopied = "This browser does not let the page copy. The file holds the same.";
export const download = "CSV file";
export const print = "Print";
export const loading = "One moment…";

export function buttonLabel({ pieces, totals }: ShoppingList): string {
  return pieces === 0 ? title : `${title}: ${piecesText(pieces)}, ${totalText(totals)}`;
}

export function piecesText(pieces: number): string {
  return pieces === 1 ? "1 piece" : `${pieces} pieces`;
}

export function totalText(totals: readonly Price[]): string {
  return totals.length === 0 ? "—" : totals.map((price) => formatPrice(price)).join(" + ");
}

/** What it is in, where there is a choice. */
export function finishText({ product, finish }: Line): string | undefined {
  return hasChoice(product) ? finish : undefined;
}

/** "2 × Bågmåla". */
export function countedName({ count, product }: Line): string {
  return count > 1 ? `${count} × ${product.name}` : product.name;
}

export function eachText({ product }: Line): string {
  return `${formatPrice(product.price)} each`;
}

export function unknownText(unknown: number): string {
  const pieces = unknown === 1 ? "1 piece is" : `${unknown} pieces are`;
  return `${pieces} no longer in the catalogue, and not in the total.`;
}

/** The list as lines of text, to be pasted anywhere. */
export function textOf(room: string, { lines, totals, unknown }: ShoppingList): string {
  const rows = lines.map((line) => {
    const { count, product, price } = line;
    const facts = [product.name, kindName(product.kind).toLowerCase(), finishText(line), formatDimensions(product)];
    return `${count} × ${facts.filter((fact) => fact !== undefined).join(", ")}: ${formatPrice(price)}`;
  });
  const missing = unknown === 0 ? [] : [unknownText(unknown)];
  return [`${room} · ${title}`, "", ...rows, "", `${total}: ${totalText(totals)}`, ...missing].join("\n") + "\n";
}

const COLUMNS: readonly Cell[] = [
  "Article",
  "Name",
  "Finish",
  "Kind",
  "Size",
  "Count",
  "Price each",
  "Price",
  "Currency",
];

/** The list as a file for spreadsheet programs. */
export function csvFile({ lines, totals, unknown }: ShoppingList): string {
  const rows = lines.map(({ count, product, finish, price }): readonly Cell[] => [
    product.sku,
    product.name,
    finish ?? "",
    kindName(product.kind),
    formatDimensions(product),
    count,
    decimalOf(product.price),
    decimalOf(price),
    price.currency,
  ]);
  const sums = totals.map((price): readonly Cell[] => [
    total,
    "",
    "",
    "",
    "",
    "",
    "",
    decimalOf(price),
    price.currency,
  ]);
  const missing = unknown === 0 ? [] : [[unknownText(unknown), "", "", "", "", unknown, "", "", ""]];
  return csvOf([COLUMNS, ...rows, ...missing, ...sums]);
}
