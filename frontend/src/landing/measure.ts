/** Reading the size of a room as people write it. */
export type Measure = "width" | "depth";

/** What the room protocol allows for a side, in cm. */
const LEAST = 10;
const MOST = 3000;

/** "400", "400 cm", "4 m" and "4,25 m" in whole millimetres; or a sentence that says what was expected. */
export function readMeasure(
  field: Measure,
  text: string,
): { readonly millimetres: number } | { readonly field: Measure; readonly problem: string } {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(cm|m)?\s*$/i.exec(text);
  const value = Number(match?.[1]?.replace(",", "."));
  const centimetres = match?.[2]?.toLowerCase() === "m" ? value * 100 : value;
  if (!match || centimetres < LEAST || centimetres > MOST) {
    return { field, problem: `The ${field} should be a number from ${LEAST} to ${MOST} cm, not “${text.trim()}”.` };
  }
  return { millimetres: Math.round(centimetres * 10) };
}
