/** What taking the room along writes on drawings and on paper. */
import { unit } from "../core/format";
import { locale, texts, type Later } from "../texts/texts";

export const brand = "HÖMSTYLE Rooms";

export type Way = keyof Later["takeaway"]["ways"];

const MM2_PER_FT2 = 304.8 * 304.8;

/** An area in the chosen unit's own: "24.8 m²", "267 ft²". */
export function areaText(mm2: number): string {
  const { squareFoot, squareMetre } = texts().format;
  const inches = unit() === "in";
  const format = new Intl.NumberFormat(locale(), { maximumFractionDigits: inches ? 0 : 1 });
  return inches ? `${format.format(mm2 / MM2_PER_FT2)} ${squareFoot}` : `${format.format(mm2 / 1e6)} ${squareMetre}`;
}

export function dateText(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(date);
}
