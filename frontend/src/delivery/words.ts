/** What is said about the way in. */
import { formatAtMost, formatDimensions, formatLength, formatSize } from "../core/format";
import type { Package } from "../core/protocol";
import type { Way } from "./attempts";
import type { Delivery, Finding, Verdict } from "./delivery";
import { isAssumed, type Landings, type Measure, type Passage, type PassageKind } from "./passages";
import { settings } from "./settings";

export const wayTitle = "The way in";
export const wayHint =
  "Measure every door, hall, turn, stairs and lift between the street and the room. It stays in this browser.";
export const resultsTitle = "What gets in";
export const noPieces = "Nothing stands in the room yet.";
export const noWay = "Add what there is on the way in, and see here what gets through.";
export const limits =
  "Not checked: room to stand and turn before and behind doors, handrails, lamps and radiators on the way, and who carries it.";
export const backToList = "Shopping list";
export const landingsLabel = "Turns";
export const selectedNote = "Selected";

export const kindNames: Record<PassageKind, string> = {
  door: "Door",
  hall: "Hall",
  turn: "Turn",
  stairs: "Stairs",
  lift: "Lift",
};

export const landingNames: Record<Landings, string> = {
  none: "straight, no landing",
  quarter: "90° on landings",
  half: "180° on landings",
};

export const verdictNames: Record<Verdict, string> = {
  ok: "Gets in",
  tight: "Tight",
  no: "Does not get in",
  "not-checked": "Not checked",
};

export function addLabel(kind: PassageKind): string {
  return kindNames[kind];
}

export function addTitle(kind: PassageKind): string {
  return `Add: ${kindNames[kind].toLowerCase()}`;
}

export function removeLabel(name: string): string {
  return `Remove ${name}`;
}

/** "Door", or "Door 2" where there are several. */
export function passageName(way: readonly Passage[], index: number): string {
  const kind = way[index]?.kind ?? "door";
  const same = way.filter((passage) => passage.kind === kind);
  return same.length === 1 ? kindNames[kind] : `${kindNames[kind]} ${same.indexOf(way[index]!) + 1}`;
}

const MEASURES: Record<Measure, string> = {
  width: "Width",
  height: "Height",
  beyond: "Width beyond",
  landing: "Landing",
  doorWidth: "Door width",
  doorHeight: "Door height",
  depth: "Depth",
};

const OTHERWISE: Partial<Record<`${PassageKind} ${Measure}`, string>> = {
  "turn width": "Width before",
  "hall height": "Ceiling",
  "turn height": "Ceiling",
  "stairs height": "Headroom",
  "lift width": "Cabin width",
  "lift depth": "Cabin depth",
  "lift height": "Cabin height",
};

export function measureName(kind: PassageKind, measure: Measure): string {
  return OTHERWISE[`${kind} ${measure}`] ?? MEASURES[measure];
}

/** In an empty field: what is taken meanwhile, if anything. */
export function placeholder(kind: PassageKind, measure: Measure): string {
  return isAssumed(kind, measure) ? formatLength(settings.lowCeiling) : "";
}

/** How many of each: "12 get in, 1 is tight". */
export function countsText(verdicts: readonly Verdict[]): string {
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const parts: readonly (readonly [number, string, string])[] = [
    [count("no"), "does not get in", "do not get in"],
    [count("not-checked"), "is not checked", "are not checked"],
    [count("tight"), "is tight", "are tight"],
    [count("ok"), "gets in", "get in"],
  ];
  const told = parts
    .filter(([number]) => number > 0)
    .map(([number, one, more]) => `${number} ${number === 1 ? one : more}`);
  return told.join(", ");
}

/** A product in a few words: the place that decides, and by how much. */
export function resultText({ verdict, findings }: Delivery, way: readonly Passage[]): string {
  if (findings.length === 0) return way.length === 0 ? "no way in is measured yet" : "the catalogue does not say how it is packed"; // prettier-ignore
  const deciding = findings
    .filter((finding) => finding.verdict === verdict)
    .reduce((worst, finding) => ((finding.margin ?? -Infinity) < (worst.margin ?? -Infinity) ? finding : worst));
  const place = passageName(way, deciding.passage);
  const legs = verdict === "ok" && findings.some(({ legsOff }) => legsOff) ? ", with its legs off" : "";
  if (deciding.missing) return `${place}: ${missingText(deciding, way)}`;
  return `${place}: ${marginText(deciding)}${legs}`;
}

/** A package at a passage. */
export function findingText(finding: Finding, way: readonly Passage[]): string {
  const passage = way[finding.passage]!;
  const place = passageName(way, finding.passage);
  if (finding.missing) return `${place}: ${missingText(finding, way)}`;
  const how = [wayText(passage.kind, finding.way!), finding.legsOff && "with its legs off", assumedText(passage)];
  return `${place}: ${marginText(finding)}, ${how.filter(Boolean).join(", ")}`;
}

export function packageText(packed: Package, index: number, count: number): string {
  const kilograms = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(packed.weight / 1000);
  const name = count === 1 ? "Package" : `Package ${index + 1} of ${count}`;
  return `${name}: ${formatDimensions(packed)}, ${kilograms} kg`;
}

/** Nobody should read more room than there is, nor less that lacks. */
function marginText({ margin = 0 }: Finding): string {
  return margin < 0 ? `${formatSize(-margin)} too small` : `${formatAtMost(margin)} to spare`;
}

function missingText({ missing = [], passage }: Finding, way: readonly Passage[]): string {
  const { kind } = way[passage]!;
  return `not measured: ${missing.map((measure) => measureName(kind, measure).toLowerCase()).join(", ")}`;
}

function wayText(kind: PassageKind, way: Way): string {
  if (way === "upright") return "as it stands";
  if (way === "on-side") return "on another side";
  if (kind === "lift") return "leaning in the cabin; whether it can be turned there is not checked";
  return kind === "turn" || kind === "stairs" ? "raised at one end, or stood up" : "leaning";
}

function assumedText({ kind, measures }: Passage): string | undefined {
  if (!isAssumed(kind, "height") || measures.height !== undefined) return undefined;
  return `under a ceiling taken as ${formatSize(settings.lowCeiling)}`;
}
