/** Round scales, and what is marked on a scale bar. */
import type { Unit } from "../core/format";
import { locale, texts } from "../texts/texts";

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A sheet of paper on its long side, within the printer's margins, mm. The margins are those of `takeaway.css`. */
export interface Paper extends Extent {
  readonly name: "A4" | "A3";
}

const MARGIN = 10;

/** ISO 216. */
export const papers: readonly Paper[] = [
  { name: "A4", width: 297 - 2 * MARGIN, height: 210 - 2 * MARGIN },
  { name: "A3", width: 420 - 2 * MARGIN, height: 297 - 2 * MARGIN },
];

/** Those of ISO 5455 and the two between them that rulers have. */
const SCALES = [10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000];

/** The largest scale, 1 to so many, at which something of that size (mm) fits, with what is drawn around it in mm of paper. */
export function roundScale(size: Extent, around: Extent, paper: Extent): number {
  const fits = (scale: number) =>
    size.width / scale + around.width <= paper.width && size.height / scale + around.height <= paper.height;
  return SCALES.find(fits) ?? SCALES.at(-1)!;
}

const STEPS: Record<
  Unit,
  { readonly mm: number; readonly name: "metre" | "foot"; readonly counts: readonly number[] }
> = {
  cm: { mm: 1000, name: "metre", counts: [0.5, 1, 2, 4, 10, 20, 40, 100, 200] },
  in: { mm: 304.8, name: "foot", counts: [1, 2, 4, 10, 20, 40, 100, 200, 400] },
};

/** How long a bar is on paper at most, mm. */
const LONGEST = 45;

export interface Bar {
  /** mm of the room. */
  readonly length: number;
  /** Its whole and its half: "2 m", "1". */
  readonly text: string;
  readonly half: string;
}

/** The longest bar of a round length that is not too long. */
export function scaleBar(scale: number, unit: Unit): Bar {
  const { mm, name, counts } = STEPS[unit];
  const number = new Intl.NumberFormat(locale());
  const count = counts.findLast((count) => (count * mm) / scale <= LONGEST) ?? counts[0]!;
  return {
    length: count * mm,
    text: `${number.format(count)} ${texts().format[name]}`,
    half: number.format(count / 2),
  };
}
