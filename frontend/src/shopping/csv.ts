/** Tables as files for spreadsheet programs (RFC 4180). */

/** The mark by which spreadsheet programs know that a file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A cell that begins so would be run as a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/;

export type Cell = string | number;

/** The whole file, with a line break at the end of every row. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An amount of minor units as a plain number with the currency's decimals, whatever the country: "15995.00". */
export function decimalOf({ amount, currency }: { readonly amount: number; readonly currency: string }): string {
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
  return (amount / 10 ** (digits ?? 2)).toFixed(digits ?? 2);
}
