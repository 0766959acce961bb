/** What the checks of the fit panel say. */
import { formatAtMost, formatSize } from "../core/format";
import type { Obstacle, Plan } from "../core/protocol";
import type { Check, ClearanceKind, Unknown, Verdict } from "./checks";
import { distances } from "./distances";

/** What a room's checks are told with: how its pieces are called, and its openings. */
export interface Wording {
  readonly name: (item: string) => string;
  readonly plan: Pick<Plan, "openings" | "obstacles">;
}

export const verdictNames: Record<Verdict, string> = {
  failed: "Does not fit",
  tight: "Tight",
  "not-checked": "Not checked",
  passed: "Fits",
};

/** The room in a few words: the worst that there is, and how often. */
export function summaryOf(checks: readonly Check[]): { readonly verdict: Verdict; readonly text: string } {
  const count = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict).length;
  const [failed, tight] = [count("failed"), count("tight")];
  if (failed > 0) return { verdict: "failed", text: failed === 1 ? "1 does not fit" : `${failed} do not fit` };
  if (tight > 0) return { verdict: "tight", text: `${tight} tight` };
  return { verdict: "passed", text: "Everything checked fits" };
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
  if (kind === "covered") return `${formatAtMost(margin)} free`;
  return margin < 0 ? `${formatSize(-margin)} too far` : formatAtMost(margin);
}

function insideSentence({ items, verdict }: Check, { name }: Wording): string {
  const piece = name(items[0]!);
  return verdict === "passed" ? `${piece} stands inside the walls` : `${piece} reaches through the wall`;
}

function overlapSentence({ items, verdict }: Check, { name }: Wording): string {
  const [one, other] = [name(items[0]!), name(items[1]!)];
  return verdict === "passed" ? `${one} stands clear of ${other}` : `${one} and ${other} are in each other`;
}

function swingSentence(check: Check, wording: Wording): string {
  const leaf = openingName(check.opening!, wording);
  const piece = check.items[0] === undefined ? "" : wording.name(check.items[0]);
  if (check.verdict === "failed") return `${leaf} opens against ${piece}`;
  if (check.verdict === "tight") return `${leaf} only just clears ${piece}`;
  return `${leaf} opens freely`;
}

function walkwaySentence(check: Check, wording: Wording): string {
  const door = openingName(check.opening!, wording).toLowerCase();
  const to = listed(check.to ?? [], wording);
  const way = `from the ${door} to ${to}`;
  const { margin, verdict } = check;
  if (verdict === "passed") return `At least ${formatSize(distances.walkway.passed)} wide ${way}`;
  if (margin === undefined) return `No way ${way}`;
  const where = check.items.length === 2 ? `between ${pair(check.items, wording)}` : `beside ${wording.name(check.items[0]!)}`; // prettier-ignore
  const at = check.items.length === 0 ? "between walls" : where;
  if (margin < distances.blocked) return `Blocked ${at}, ${way}`;
  return verdict === "tight" ? `Tight ${at}, ${way}` : `Too narrow ${at}, though passable, ${way}`;
}

const CLEARANCES: Record<ClearanceKind, (piece: string, other: string | undefined) => string> = {
  "wardrobe-front": (piece, other) => `In front of ${piece}${other === undefined ? "" : `, up to ${other}`}`,
  front: (piece, other) => `In front of ${piece} when it is open${other === undefined ? "" : `, up to ${other}`}`,
  "bed-side": (piece, other) => `Beside ${piece}, up to ${other ?? "the wall"}`,
  "behind-chair": (piece, other) => `Behind ${piece}, from the table to ${other ?? "the wall"}`,
  "sofa-to-table": (piece, other) => `Between ${piece} and its table, ${other}`,
};

function clearanceSentence({ clearance, items }: Check, { name }: Wording): string {
  return CLEARANCES[clearance!](name(items[0]!), items[1] === undefined ? undefined : name(items[1]));
}

function coveredSentence({ opening, obstacle, items, verdict }: Check, wording: Wording): string {
  const face =
    obstacle === undefined
      ? openingName(opening!, wording)
      : obstacleName(wording.plan.obstacles![obstacle]!, wording.plan);
  return verdict === "passed" ? `${face} stays free` : `${face} is covered by ${listed(items, wording)}`;
}

function unknownSentence(unknown: Unknown, { opening, items }: Check, wording: Wording): string {
  switch (unknown) {
    case "unknown-product":
      return "A piece that the catalogue no longer has: its size is not known";
    case "no-door":
      return "Ways through the room: the plan has no door";
    case "sashes":
      return `${openingName(opening!, wording)} may open against ${listed(items, wording)}: the plan does not say how it is divided`;
    case "rug-under-door":
      return `${openingName(opening!, wording)} may not clear ${wording.name(items[0]!)}: the gap under it is not known`;
    case "no-radiators":
      return "Radiators: the plan does not show any";
  }
}

/** "Door", or "Door 2" where there are several. */
export function openingName(index: number, { plan: { openings } }: Pick<Wording, "plan">): string {
  const kind = openings[index]?.kind ?? "door";
  const same = openings.filter((opening) => opening.kind === kind);
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  return same.length === 1 ? name : `${name} ${same.indexOf(openings[index]!) + 1}`;
}

const OBSTACLES: Record<Obstacle["kind"], string> = {
  column: "Column",
  radiator: "Radiator",
  fixture: "Built-in part",
};

/** "Column", or "Column 2" where there are several. */
export function obstacleName(obstacle: Obstacle, { obstacles = [] }: Pick<Plan, "obstacles">): string {
  const same = obstacles.filter(({ kind }) => kind === obstacle.kind);
  const name = OBSTACLES[obstacle.kind];
  return same.length === 1 ? name : `${name} ${same.indexOf(obstacle) + 1}`;
}

function pair(items: readonly string[], { name }: Wording): string {
  return items.map(name).join(" and ");
}

function listed(items: readonly string[], { name }: Wording): string {
  const [first, second] = items;
  if (items.length > 2) return `${name(first!)} and ${items.length - 1} more`;
  return [first, second].flatMap((item) => (item === undefined ? [] : [name(item)])).join(" and ");
}
