/** The shopping list as a page to be printed, as markup. */
import { formatDimensions, formatPrice } from "../core/catalogue";
import { hasChoice } from "../core/finishes";
import { kindName } from "../panels/kinds";
import { productPicture } from "../plan/picture";
import type { Line, ShoppingList } from "../shopping/list";
import * as list from "../shopping/words";
import { escaped } from "./markup";
import { columns, dateText, untitled } from "./words";

export function listPage(title: string, { lines, totals, unknown, pieces }: ShoppingList, date: Date): string {
  const heads = [columns.count, "", columns.name, columns.article, columns.size, columns.each, columns.price];
  return (
    `<h1>${escaped(list.title)}</h1>` +
    `<p class="paper-about">${escaped(title || untitled)}  ·  ${list.piecesText(pieces)}  ·  ${escaped(dateText(date))}</p>` +
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>` +
    `<tbody>${lines.map(row).join("")}</tbody></table>` +
    `<p class="paper-total"><span>${list.total}</span> <strong>${escaped(list.totalText(totals))}</strong></p>` +
    (unknown === 0 ? "" : `<p class="paper-about">${list.unknownText(unknown)}</p>`)
  );
}

function row({ product, finish, count, price }: Line): string {
  const cells = [
    `${count} ×`,
    `<span class="paper-thumb">${productPicture(product)}</span>`,
    `<strong>${escaped(product.name)}</strong><br>${escaped(kindName(product.kind))}${finish && hasChoice(product) ? ` · ${escaped(finish)}` : ""}`,
    escaped(product.sku),
    escaped(formatDimensions(product)),
    escaped(formatPrice(product.price)),
    escaped(formatPrice(price)),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
