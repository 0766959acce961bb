/**
 * Will it get in? Each package of a product at each passage of the way in, with the margin. Pure; it says what it did
 * not check, and never takes that for a yes.
 */
import type { Package, Product } from "../core/protocol";
import { attemptsAt, type Measured, type Way } from "./attempts";
import { marginOf } from "./boxes";
import { missingFrom, type Measure, type Passage } from "./passages";
import { settings } from "./settings";

export type Verdict = "ok" | "tight" | "no" | "not-checked";

/** One package at one passage, both by index. */
export interface Finding {
  readonly package: number;
  readonly passage: number;
  readonly verdict: Verdict;
  /** By how much every measure of the passage could be less, in whole mm; negative is by how much they are too small. */
  readonly margin?: number;
  readonly way?: Way;
  /** With its legs taken off. */
  readonly legsOff?: true;
  /** What would have to be measured first. */
  readonly missing?: readonly Measure[];
}

export interface Delivery {
  /** The worst there is. */
  readonly verdict: Verdict;
  /** Package by package, in the order of the way. */
  readonly findings: readonly Finding[];
}

interface Judged {
  readonly verdict: Verdict;
  readonly margin: number;
  readonly way: Way;
}

/** What is not checked is worse than tight: it could be a no. */
const WORST_FIRST: readonly Verdict[] = ["no", "not-checked", "tight", "ok"];

/** Whether all of a product gets in. Without a way, or packages, nothing is checked. */
export function delivery(product: Pick<Product, "packages" | "legs"> | undefined, way: readonly Passage[]): Delivery {
  const findings = (product?.packages ?? []).flatMap((packed, index) =>
    way.map((passage, at): Finding => {
      return { package: index, passage: at, ...findingOf(packed, product?.legs, passage) };
    }),
  );
  return { verdict: findings.length === 0 ? "not-checked" : worst(findings), findings };
}

export function worst(all: readonly { readonly verdict: Verdict }[]): Verdict {
  return WORST_FIRST.find((verdict) => all.some((one) => one.verdict === verdict)) ?? "ok";
}

function findingOf(packed: Package, legs: Product["legs"], passage: Passage): Omit<Finding, "package" | "passage"> {
  const missing = missingFrom(passage);
  if (missing.length > 0) return { verdict: "not-checked", missing };
  const standing = judged(packed, passage);
  if (standing.verdict === "ok" || !packed.legs || !legs?.removable || legs.height >= packed.height) return standing;
  const lower = judged({ ...packed, height: packed.height - legs.height }, passage);
  return isBetter(lower, standing) ? { ...lower, legsOff: true } : standing;
}

/** The simplest of the best ways through; where none leads through, the one that lacks the least. */
function judged(packed: Package, { kind, measures, landings = "half" }: Passage): Judged {
  const measured = { measures: { height: settings.lowCeiling, ...measures }, landings } as Measured;
  let best: Judged | undefined;
  for (const { way, passes, guessed } of attemptsAt[kind](packed, measured)) {
    const margin = marginOf(passes);
    const verdict = verdictOf(margin);
    const attempt: Judged = { verdict: guessed && verdict === "ok" ? "tight" : verdict, margin, way };
    if (!best || isBetter(attempt, best)) best = attempt;
    if (best.verdict === "ok") break;
  }
  return best!;
}

function isBetter(one: Judged, other: Judged): boolean {
  if (one.verdict === "no" && other.verdict === "no") return one.margin > other.margin;
  return WORST_FIRST.indexOf(one.verdict) > WORST_FIRST.indexOf(other.verdict);
}

function verdictOf(margin: number): Verdict {
  if (margin >= settings.margin.ok) return "ok";
  return margin >= settings.margin.tight ? "tight" : "no";
}
