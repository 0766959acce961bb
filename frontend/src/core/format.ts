/** What people read: short sentences, warm, brief, and saying what one can do; and lengths, as they write them too. */
import { locale as shownLocale, texts } from "../texts/texts";
import type { StopReason } from "./connection";
import type { Notice } from "./notices";
import type { Product, RejectedFrame, UnlockReason } from "./protocol";

/** Why the room cannot be reached any more. */
export function stopSentence(reason: StopReason): string {
  return texts().page.stopped[reason];
}

export function busySentence(name: string | undefined): string {
  return texts().refusals.movedBy(name ?? texts().refusals.someone);
}

export function planBusySentence(name: string | undefined): string {
  return texts().refusals.editedBy(name ?? texts().refusals.someone);
}

/** Why a lock ended that this tab held. */
export function lostSentence(reason: UnlockReason | undefined): string {
  const { holdLost, holdLostMeanwhile } = texts().refusals;
  return (reason && holdLost[reason]) ?? holdLostMeanwhile;
}

/** What a refused change means: the kind of notice and its text. */
export function refusal(rejected: RejectedFrame): Pick<Notice, "kind" | "text"> {
  const said = texts().refusals;
  switch (rejected.code) {
    case "locked":
      return { kind: "refused", text: busySentence(rejected.name) };
    case "not-locked":
    case "stale-lock":
      return { kind: "lost", text: lostSentence(undefined) };
    case "forbidden":
      return { kind: "readonly", text: said.viewer };
    case "unknown-item":
      return { kind: "failed", text: said.noSuchItem };
    case "unknown-sku":
      return { kind: "failed", text: said.noSuchProduct };
    case "room-full":
      return { kind: "failed", text: said.roomFull };
    case "nothing-to-undo":
      return { kind: "failed", text: said.nothingToUndo };
    case "unavailable":
      return { kind: "failed", text: said.notSaved(rejected.message) };
    case "duplicate-item":
      return { kind: "failed", text: said.duplicate };
    case "rate-limited":
      return { kind: "failed", text: said.tooMany };
    case "invalid":
      return { kind: "failed", text: rejected.field === undefined ? said.notUnderstood : said.invalid(rejected.field, rejected.value ?? "", rejected.expected) }; // prettier-ignore
    default:
      // Also a code that is newer than this page.
      return { kind: "failed", text: said.notUnderstood };
  }
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making one takes a hundred times as long as using it, and sizes are written anew in every frame of a drag. */
export function numberFormat(locale: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const made = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, made);
  return made;
}

/** The unit that lengths are shown in, and read in where none is typed. Everywhere else they are whole millimetres. */
export type Unit = "cm" | "in";

const MM_PER: Record<Unit, number> = { cm: 10, in: 25.4 };
const INCHES_PER_FOOT = 12;

let shownUnit: () => Unit = () => "cm";

/** Says where the unit comes from. From a signal, whoever shows a length follows it. */
export function takeUnitFrom(source: () => Unit): void {
  shownUnit = source;
}

export function unit(): Unit {
  return shownUnit();
}

/** The unit as it stands beside a number: "cm", "in", and in other languages "tum" or "Zoll". */
export function unitName(): string {
  return texts().format.units[unit()];
}

/** Stays the same as long as lengths are written the same way, and words are said in the same language. */
export function manner(): string {
  return `${unit()} ${shownLocale()}`;
}

/** A length in the chosen unit: 2,055 mm is "205.5 cm" or "80.9 in". */
export function formatSize(mm: number, locale?: string): string {
  return `${inUnit(mm, locale)} ${unitName()}`;
}

/**
 * How much is to spare, or lacks, without the sign: never more room than there is, nor less that lacks. From 10 cm on
 * room is told without millimetres, which only distract.
 */
export function formatMargin(mm: number): string {
  const step = unit() === "in" ? MM_PER.in / 10 : mm < 100 ? 1 : 10;
  return formatSize(Math.abs(Math.floor(mm / step + 1e-6) * step));
}

/**
 * So many whole units further than a length as it is shown, in whole millimetres: rounded from the length itself, every
 * inch would lose 0.4 mm.
 */
export function stepped(mm: number, by: number): number {
  const per = MM_PER[unit()];
  return Math.round((Math.round((mm / per) * 10) / 10 + by) * per);
}

/** Width × depth × height: "200 × 90 × 80 cm". */
export function formatDimensions(size: Pick<Product, "width" | "depth" | "height">, locale?: string): string {
  return `${[size.width, size.depth, size.height].map((mm) => inUnit(mm, locale)).join(" × ")} ${unitName()}`;
}

/** The number alone, for a field that has its unit beside it. */
export function formatLength(mm: number, locale?: string): string {
  return inUnit(mm, locale, { useGrouping: false });
}

function inUnit(mm: number, locale = shownLocale(), options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(locale, { maximumFractionDigits: 1, ...options }).format(mm / MM_PER[unit()]);
}

const METRIC: Record<string, number> = { mm: 1, cm: 10, m: 1000 };
const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const metric = new RegExp(`^${NUMBER}\\s*(mm|cm|m)$`, "i");
const feet = new RegExp(`^${NUMBER}\\s*(?:feet|foot|fot|fuß|fuss|ft\\.?|['′’])\\s*(.*)$`, "i");
const inches = new RegExp(
  `^(?:${NUMBER}(?:[\\s-]+(\\d+)/(\\d+))?|(\\d+)/(\\d+))\\s*(inches|inch|tum|zoll|in\\.?|["″”])?$`,
  "i",
);
const bare = new RegExp(`^${NUMBER}$`);

/**
 * A length as people write it, in whole millimetres: "420", "420 cm", "4.2 m", "4,2 m", "165 in", `13'9"`, "13 ft 9",
 * `80 1/2"`. A bare number is in the chosen unit. Undefined for anything else.
 */
export function parseLength(text: string): number | undefined {
  const mm = millimetres(text.trim());
  return mm === undefined || !Number.isFinite(mm) ? undefined : Math.round(mm);
}

function millimetres(text: string): number | undefined {
  const inMetric = metric.exec(text);
  if (inMetric) return decimal(inMetric[1]) * METRIC[inMetric[2]!.toLowerCase()]!;
  const inFeet = feet.exec(text);
  if (inFeet) {
    const rest = inFeet[2] === "" ? 0 : inchesOf(inFeet[2]!, true);
    return rest === undefined ? undefined : (decimal(inFeet[1]) * INCHES_PER_FOOT + rest) * MM_PER.in;
  }
  const inInches = inchesOf(text, unit() === "in");
  if (inInches !== undefined) return inInches * MM_PER.in;
  return bare.test(text) ? decimal(text) * MM_PER[unit()] : undefined;
}

function inchesOf(text: string, markMayLack: boolean): number | undefined {
  const found = inches.exec(text);
  if (!found || (found[6] === undefined && !markMayLack)) return undefined;
  const fraction = found[3] === undefined ? Number(found[4] ?? 0) / Number(found[5] ?? 1) : Number(found[2]) / Number(found[3]); // prettier-ignore
  return decimal(found[1] ?? "0") + fraction;
}

function decimal(text: string | undefined): number {
  return Number(text?.replace(",", "."));
}

/** What a field for a length is called, and what it may hold, mm. */
export interface LengthRange {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/**
 * A typed length in whole millimetres; or what it was and what was expected. Whatever reads the same as an end of the
 * range is that end: in inches the end itself cannot be typed.
 */
export function readLength(
  text: string,
  { name, least, most }: LengthRange,
): { readonly millimetres: number } | { readonly problem: string } {
  const length = parseLength(text);
  const { examples, notALength, outOfRange } = texts().format;
  if (length === undefined) return { problem: notALength(name, text.trim(), examples[unit()]) };
  const nearest = Math.max(least, Math.min(length, most));
  if (formatSize(nearest) !== formatSize(length)) {
    return { problem: outOfRange(name, formatSize(length), formatSize(least), formatSize(most)) };
  }
  return { millimetres: nearest };
}
