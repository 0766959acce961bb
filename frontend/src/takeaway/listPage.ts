/** The shopping list as a page to be printed, as markup. */
import { formatDimensions, formatPrice } from "../core/catalogue";
import { hasChoice } from "../core/finishes";
import { finishName, kindName } from "../texts/names";
import { productPicture } from "../plan/picture";
import type { Line, ShoppingList } from "../shopping/list";
import { totalText } from "../shopping/words";
import { later, texts } from "../texts/texts";
import { escaped } from "./markup";
import { dateText } from "./words";

export function listPage(title: string, { lines, totals, unknown, pieces }: ShoppingList, date: Date): string {
  const list = texts().shopping;
  const { columns, untitled } = later().takeaway;
  const heads = [columns.count, "", columns.name, columns.article, columns.size, columns.each, columns.price];
  return (
    `<h1>${escaped(list.title)}</h1>` +
    `<p class="paper-about">${escaped(title || untitled)}  ·  ${list.pieces(pieces)}  ·  ${escaped(dateText(date))}</p>` +
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>` +
    `<tbody>${lines.map(row).join("")}</tbody></table>` +
    `<p class="paper-total"><span>${list.total}</span> <strong>${escaped(totalText(totals))}</strong></p>` +
    (unknown === 0 ? "" : `<p class="paper-about">${list.unknown(unknown)}</p>`)
  );
}

function row({ product, finish, count, price }: Line): string {
  const cells = [
    `${count} ×`,
    `<span class="paper-thumb">${productPicture(product)}</span>`,
    `<strong>${escaped(product.name)}</strong><br>${escaped(kindName(product.kind))}${finish && hasChoice(product) ? ` · ${escaped(finishName({ name: finish }))}` : ""}`,
    escaped(product.sku),
    escaped(formatDimensions(product)),
    escaped(formatPrice(product.price)),
    escaped(formatPrice(price)),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
