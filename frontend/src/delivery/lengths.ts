/** Lengths of the way in, as people write them. */

/** What one may type, cm. */
const LEAST = 10;
const MOST = 1000;

export type Read = { readonly millimetres: number | undefined } | { readonly expected: string };

/** "90", "90 cm", "90,5" and "0.9 m" in whole mm; nothing for an empty text; else what was expected. */
export function readLength(text: string): Read {
  if (text.trim() === "") return { millimetres: undefined };
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(cm|m)?\s*$/i.exec(text);
  const value = Number(match?.[1]?.replace(",", "."));
  const centimetres = match?.[2]?.toLowerCase() === "m" ? value * 100 : value;
  if (!match || centimetres < LEAST || centimetres > MOST) return { expected: `a number from ${LEAST} to ${MOST} cm` };
  return { millimetres: Math.round(centimetres * 10) };
}

/** As it stands in a field: whole millimetres as centimetres, without the unit. */
export function lengthText(millimetres: number | undefined): string {
  return millimetres === undefined ? "" : String(millimetres / 10);
}
