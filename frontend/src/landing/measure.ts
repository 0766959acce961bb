/** Reading the size of a room as people write it. */
import { parseLength } from "../core/format";
import { later } from "../texts/texts";

export type Measure = "width" | "depth";

/** What the room protocol allows for a side, in cm. */
const LEAST = 10;
const MOST = 3000;

/** "400", "400 cm", "4 m", "4,25 m" and `13'9"` in whole millimetres; or a sentence that says what was expected. */
export function readMeasure(
  field: Measure,
  text: string,
): { readonly millimetres: number } | { readonly field: Measure; readonly problem: string } {
  const millimetres = parseLength(text);
  if (millimetres === undefined || millimetres < LEAST * 10 || millimetres > MOST * 10) {
    return { field, problem: later().creating.badMeasure[field](LEAST, MOST, text.trim()) };
  }
  return { millimetres };
}
