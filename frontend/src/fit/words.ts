/** What the checks of the fit panel say. */
import { formatMargin, formatSize } from "../core/format";
import type { Obstacle, Plan } from "../core/protocol";
import { texts } from "../texts/texts";
import type { ObstacleThing, OpeningThing } from "../texts/things";
import type { Check, Unknown, Verdict } from "./checks";
import { distances } from "./distances";

/** What a room's checks are told with: how its pieces are called, and its openings. */
export interface Wording {
  readonly name: (item: string) => string;
  readonly plan: Pick<Plan, "openings" | "obstacles">;
}

/** The room in a few words: the worst that there is, and how often. */
export function summaryOf(checks: readonly Check[]): { readonly verdict: Verdict; readonly text: string } {
  const count = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict).length;
  const [failed, tight] = [count("failed"), count("tight")];
  if (failed > 0) return { verdict: "failed", text: texts().fit.countFailed(failed) };
  if (tight > 0) return { verdict: "tight", text: texts().fit.countTight(tight) };
  return { verdict: "passed", text: texts().fit.allFits };
}

export function sentenceOf(check: Check, wording: Wording): string {
  if (check.unknown) return unknownSentence(check.unknown, check, wording);
  switch (check.kind) {
    case "inside":
      return insideSentence(check, wording);
    case "overlap":
      return overlapSentence(check, wording);
    case "swing":
      return swingSentence(check, wording);
    case "walkway":
      return walkwaySentence(check, wording);
    case "clearance":
      return clearanceSentence(check, wording);
    case "covered":
      return coveredSentence(check, wording);
  }
}

/** The margin as it is written beside a sentence, and at its place on the plan. */
export function marginText({ margin, kind, verdict }: Check): string {
  if (margin === undefined || verdict === "not-checked") return "";
  const size = formatMargin(margin);
  if (kind === "covered") return texts().fit.free(size);
  return margin < 0 ? texts().fit.tooFar(size) : size;
}

function insideSentence({ items, verdict }: Check, { name }: Wording): string {
  const { inside, throughWall } = texts().fit;
  return (verdict === "passed" ? inside : throughWall)(name(items[0]!));
}

function overlapSentence({ items, verdict }: Check, { name }: Wording): string {
  const { clear, overlap } = texts().fit;
  return (verdict === "passed" ? clear : overlap)(name(items[0]!), name(items[1]!));
}

function swingSentence({ opening, items, verdict }: Check, { name, plan }: Wording): string {
  const { opensAgainst, justClears, opensFreely } = texts().fit;
  const leaf = openingThing(opening!, plan);
  const piece = items[0] === undefined ? undefined : name(items[0]);
  if (verdict === "failed") return opensAgainst(leaf, piece);
  return verdict === "passed" || piece === undefined ? opensFreely(leaf) : justClears(leaf, piece);
}

function walkwaySentence({ opening, items, to = [], margin, verdict }: Check, wording: Wording): string {
  const { fit } = texts();
  const way = fit.way(openingThing(opening!, wording.plan), listed(to, wording));
  if (verdict === "passed") return fit.wideWay(formatSize(distances.walkway.passed), way);
  if (margin === undefined) return fit.noWay(way);
  const place = placeOf(items.map(wording.name));
  if (margin < distances.blocked) return fit.blockedWay(place, way);
  return verdict === "tight" ? fit.tightWay(place, way) : fit.narrowWay(place, way);
}

/** Where a way is narrow: between two pieces, beside one (and a wall), or between walls. */
function placeOf([one, other]: readonly string[]): string {
  const { between, beside, betweenWalls } = texts().fit;
  if (one === undefined) return betweenWalls;
  return other === undefined ? beside(one) : between(one, other);
}

function clearanceSentence({ clearance, items }: Check, { name }: Wording): string {
  const { clearances } = texts().fit;
  return clearances[clearance!](name(items[0]!), items[1] === undefined ? undefined : name(items[1]));
}

function coveredSentence({ opening, obstacle, items, verdict }: Check, wording: Wording): string {
  const { plan } = wording;
  const face = obstacle === undefined ? openingName(opening!, plan) : obstacleName(plan.obstacles![obstacle]!, plan);
  return verdict === "passed" ? texts().fit.staysFree(face) : texts().fit.covered(face, listed(items, wording));
}

function unknownSentence(unknown: Unknown, { opening, items }: Check, wording: Wording): string {
  const { fit } = texts();
  switch (unknown) {
    case "unknown-product":
      return fit.unknownProduct;
    case "no-door":
      return fit.noDoor;
    case "sashes":
      return fit.sashes(openingThing(opening!, wording.plan), listed(items, wording));
    case "rug-under-door":
      return fit.rugUnderDoor(openingThing(opening!, wording.plan), wording.name(items[0]!));
    case "no-radiators":
      return fit.noRadiators;
  }
}

/** An opening as sentences are about it: with a number where there are several of its kind. */
export function openingThing(index: number, { openings }: Pick<Plan, "openings">): OpeningThing {
  const kind = openings[index]?.kind ?? "door";
  const same = openings.filter((opening) => opening.kind === kind);
  return { kind, number: same.length === 1 ? undefined : same.indexOf(openings[index]!) + 1 };
}

/** An obstacle as sentences are about it: with a number where there are several of its kind. */
export function obstacleThing(obstacle: Obstacle, { obstacles = [] }: Pick<Plan, "obstacles">): ObstacleThing {
  const { kind } = obstacle;
  const same = obstacles.filter((other) => other.kind === kind);
  return { kind, number: same.length === 1 ? undefined : same.indexOf(obstacle) + 1 };
}

/** "Door", or "Door 2" where there are several. */
export function openingName(index: number, plan: Pick<Plan, "openings">): string {
  return texts().parts.opening(openingThing(index, plan));
}

/** "Column", or "Column 2" where there are several. */
export function obstacleName(obstacle: Obstacle, plan: Pick<Plan, "obstacles">): string {
  return texts().parts.obstacle(obstacleThing(obstacle, plan));
}

function listed(items: readonly string[], { name }: Wording): string {
  const { and, andMore } = texts().fit;
  return items.length > 2 ? andMore(name(items[0]!), items.length - 1) : and(items.map(name));
}
