/** What the shopping list says, on the screen, on paper and in files. */
import { formatDimensions, formatPrice } from "../core/catalogue";
import { hasChoice } from "../core/finishes";
import type { Price } from "../core/protocol";
import { finishName, kindName } from "../texts/names";
import { texts } from "../texts/texts";
import { csvOf, decimalOf, type Cell } from "./csv";
import type { Line, ShoppingList } from "./list";

export function buttonLabel({ pieces, totals }: ShoppingList): string {
  const { title, pieces: counted } = texts().shopping;
  return pieces === 0 ? title : `${title}: ${counted(pieces)}, ${totalText(totals)}`;
}

export function totalText(totals: readonly Price[]): string {
  return totals.length === 0 ? "—" : totals.map((price) => formatPrice(price)).join(" + ");
}

/** What it is in, where there is a choice. */
export function finishText({ product, finish }: Line): string | undefined {
  return finish !== undefined && hasChoice(product) ? finishName({ name: finish }) : undefined;
}

/** "2 × Bågmåla". */
export function countedName({ count, product }: Line): string {
  return count > 1 ? `${count} × ${product.name}` : product.name;
}

/** The list as lines of text, to be pasted anywhere. */
export function textOf(room: string, { lines, totals, unknown }: ShoppingList): string {
  const { title, total, kindInText, unknown: unknownText } = texts().shopping;
  const rows = lines.map((line) => {
    const { count, product, price } = line;
    const facts = [product.name, kindInText(kindName(product.kind)), finishText(line), formatDimensions(product)];
    return `${count} × ${facts.filter((fact) => fact !== undefined).join(", ")}: ${formatPrice(price)}`;
  });
  const missing = unknown === 0 ? [] : [unknownText(unknown)];
  return [`${room} · ${title}`, "", ...rows, "", `${total}: ${totalText(totals)}`, ...missing].join("\n") + "\n";
}

/** The list as a file for spreadsheet programs. */
export function csvFile({ lines, totals, unknown }: ShoppingList): string {
  const { columns, total, unknown: unknownText } = texts().shopping;
  const { article, name, finish: heading, kind, size, count, each, price, currency } = columns;
  const heads: readonly Cell[] = [article, name, heading, kind, size, count, each, price, currency];
  const rows = lines.map(({ count, product, finish, price }): readonly Cell[] => [
    product.sku,
    product.name,
    finish === undefined ? "" : finishName({ name: finish }),
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
  return csvOf([heads, ...rows, ...missing, ...sums]);
}
