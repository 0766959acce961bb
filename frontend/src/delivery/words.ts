/** What is said about the way in. */
import { formatMargin, formatDimensions, formatLength, formatSize } from "../core/format";
import type { Package } from "../core/protocol";
import { locale, later } from "../texts/texts";
import type { Way } from "./attempts";
import type { Delivery, Finding, Verdict } from "./delivery";
import { isAssumed, type Measure, type Passage, type PassageKind } from "./passages";
import { settings } from "./settings";

/** "Door", or "Door 2" where there are several. */
export function passageName(way: readonly Passage[], index: number): string {
  const kind = way[index]?.kind ?? "door";
  const same = way.filter((passage) => passage.kind === kind);
  const name = later().delivery.kinds[kind];
  return same.length === 1 ? name : `${name} ${same.indexOf(way[index]!) + 1}`;
}

export function measureName(kind: PassageKind, measure: Measure): string {
  const { measures, measuresOtherwise } = later().delivery;
  return measuresOtherwise[`${kind} ${measure}`] ?? measures[measure];
}

/** In an empty field: what is taken meanwhile, if anything. */
export function placeholder(kind: PassageKind, measure: Measure): string {
  return isAssumed(kind, measure) ? formatLength(settings.lowCeiling) : "";
}

/** How many of each: "12 get in, 1 is tight". */
export function countsText(verdicts: readonly Verdict[]): string {
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const told = WORST_FIRST.filter((verdict) => count(verdict) > 0);
  return told.map((verdict) => later().delivery.counts[verdict](count(verdict))).join(", ");
}

const WORST_FIRST: readonly Verdict[] = ["no", "not-checked", "tight", "ok"];

/** A product in a few words: the place that decides, and by how much. */
export function resultText({ verdict, findings }: Delivery, way: readonly Passage[]): string {
  const { legsOff, notMeasuredYet, notPacked } = later().delivery;
  if (findings.length === 0) return way.length === 0 ? notMeasuredYet : notPacked;
  const deciding = findings
    .filter((finding) => finding.verdict === verdict)
    .reduce((worst, finding) => ((finding.margin ?? -Infinity) < (worst.margin ?? -Infinity) ? finding : worst));
  const place = passageName(way, deciding.passage);
  const legs = verdict === "ok" && findings.some((finding) => finding.legsOff) ? `, ${legsOff}` : "";
  if (deciding.missing) return `${place}: ${missingText(deciding, way)}`;
  return `${place}: ${marginText(deciding)}${legs}`;
}

/** A package at a passage. */
export function findingText(finding: Finding, way: readonly Passage[]): string {
  const passage = way[finding.passage]!;
  const place = passageName(way, finding.passage);
  if (finding.missing) return `${place}: ${missingText(finding, way)}`;
  const how = [wayText(passage.kind, finding.way!), finding.legsOff && later().delivery.legsOff, assumedText(passage)];
  return `${place}: ${marginText(finding)}, ${how.filter(Boolean).join(", ")}`;
}

export function packageText(packed: Package, index: number, count: number): string {
  const kilograms = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(packed.weight / 1000);
  return later().delivery.package(formatDimensions(packed), kilograms, index + 1, count);
}

function marginText({ margin = 0 }: Finding): string {
  const { tooSmall, toSpare } = later().delivery;
  return (margin < 0 ? tooSmall : toSpare)(formatMargin(margin));
}

function missingText({ missing = [], passage }: Finding, way: readonly Passage[]): string {
  const { kind } = way[passage]!;
  return later().delivery.notMeasured(missing.map((measure) => measureName(kind, measure)));
}

function wayText(kind: PassageKind, way: Way): string {
  const { ways, leaningInLift, raised, leaning } = later().delivery;
  const plain = ways[way];
  if (plain !== undefined) return plain;
  if (kind === "lift") return leaningInLift;
  return kind === "turn" || kind === "stairs" ? raised : leaning;
}

function assumedText({ kind, measures }: Passage): string | undefined {
  if (!isAssumed(kind, "height") || measures.height !== undefined) return undefined;
  return later().delivery.assumedCeiling(formatSize(settings.lowCeiling));
}
