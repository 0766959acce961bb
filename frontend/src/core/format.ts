/** What people read: short sentences, warm, brief, and saying what one can do; and lengths, as they write them too. */
import type { StopReason } from "./connection";
import type { Notice } from "./notices";
import type { Product, RejectedFrame, UnlockReason } from "./protocol";

const STOPPED: Record<StopReason, string> = {
  "bad-address": "This is not a room address. Please check the link.",
  "token-refused": "Your invitation is missing or no longer valid. Please ask for a new link.",
  "not-allowed": "You do not have access to this room. Please ask for a link to it.",
  "no-such-room": "This room does not exist, or no longer does.",
  replaced: "This room is open in another tab. Continue there, or reload to use it here.",
  closed: "You have left the room.",
};

/** Why the room cannot be reached any more. */
export function stopSentence(reason: StopReason): string {
  return STOPPED[reason];
}

export function busySentence(name: string | undefined): string {
  return `${name ?? "Someone else"} is moving this right now`;
}

export function planBusySentence(name: string | undefined): string {
  return `${name ?? "Someone else"} is editing the room right now`;
}

export const planLostSentence = "Your hold on the room ran out. Open “Edit the room” to go on.";
export const viewerSentence = "You are here as a viewer. Ask for an edit link to change the room.";
export const upgradeSentence = "HÖMSTYLE Rooms has a new version. It loads in a moment.";

/** Why a lock ended that this tab held. */
export function lostSentence(reason: UnlockReason | undefined): string {
  if (reason === "expired") return "Your hold on this piece ran out, so it went back.";
  if (reason === "forced") return "The room's owner took this piece over, so it went back.";
  return "The connection was away for too long, so this piece went back.";
}

/** What a refused change means: the kind of notice and its text. */
export function refusal(rejected: RejectedFrame): Pick<Notice, "kind" | "text"> {
  switch (rejected.code) {
    case "locked":
      return { kind: "refused", text: busySentence(rejected.name) };
    case "not-locked":
    case "stale-lock":
      return { kind: "lost", text: lostSentence(undefined) };
    case "forbidden":
      return { kind: "readonly", text: viewerSentence };
    case "unknown-item":
      return { kind: "failed", text: "This piece is no longer in the room." };
    case "unknown-sku":
      return { kind: "failed", text: "This product is no longer available." };
    case "room-full":
      return { kind: "failed", text: "The room is full. Remove something to make space." };
    case "nothing-to-undo":
      return { kind: "failed", text: "There is nothing of yours left to take back." };
    case "unavailable":
      return { kind: "failed", text: `This change was not saved. ${rejected.message}` };
    default:
      return { kind: "failed", text: `This change was not possible: ${rejected.message}` };
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

/** A length in the chosen unit: 2,055 mm is "205.5 cm" or "80.9 in". */
export function formatSize(mm: number, locale?: string): string {
  return `${inUnit(mm, locale)} ${unit()}`;
}

/** As `formatSize`, but never more than it is; from 10 cm on without millimetres, which only distract. */
export function formatAtMost(mm: number): string {
  const step = unit() === "in" ? MM_PER.in / 10 : mm < 100 ? 1 : 10;
  return formatSize(Math.floor(mm / step + 1e-6) * step);
}

/** Width × depth × height: "200 × 90 × 80 cm". */
export function formatDimensions(size: Pick<Product, "width" | "depth" | "height">, locale?: string): string {
  return `${[size.width, size.depth, size.height].map((mm) => inUnit(mm, locale)).join(" × ")} ${unit()}`;
}

/** The number alone, for a field that has its unit beside it. */
export function formatLength(mm: number, locale?: string): string {
  return inUnit(mm, locale, { useGrouping: false });
}

function inUnit(mm: number, locale?: string, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(locale, { maximumFractionDigits: 1, ...options }).format(mm / MM_PER[unit()]);
}

const METRIC: Record<string, number> = { mm: 1, cm: 10, m: 1000 };
const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const metric = new RegExp(`^${NUMBER}\\s*(mm|cm|m)$`, "i");
const feet = new RegExp(`^${NUMBER}\\s*(?:feet|foot|ft\\.?|['′’])\\s*(.*)$`, "i");
const inches = new RegExp(`^(?:${NUMBER}(?:[\\s-]+(\\d+)/(\\d+))?|(\\d+)/(\\d+))\\s*(inches|inch|in\\.?|["″”])?$`, "i");
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

/** A typed length in whole millimetres; or what it was and what was expected. */
export function readLength(
  text: string,
  { name, least, most }: LengthRange,
): { readonly millimetres: number } | { readonly problem: string } {
  const length = parseLength(text);
  if (length === undefined) {
    const examples = unit() === "in" ? "165, 13 ft 9 or 4.2 m" : "420, 4.2 m or 13 ft 9";
    return { problem: `${name} is “${text.trim()}”, expected a length such as ${examples}.` };
  }
  if (length < least || length > most) {
    return { problem: `${name} is ${formatSize(length)}, expected ${formatSize(least)} to ${formatSize(most)}.` };
  }
  return { millimetres: length };
}
