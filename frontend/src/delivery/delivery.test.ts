/** Golden cases: each file of `cases` is a way in and something to be carried, with the verdicts it should get. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Package, Product } from "../core/protocol";
import { products } from "../fit/testing";
import { delivery, worst, type Finding } from "./delivery";
import { measuresOf, missingFrom, passageKinds, unmeasured, type Passage } from "./passages";

interface Case {
  readonly about: string;
  /** A product of the catalogue; or what is carried. */
  readonly sku?: string;
  readonly legs?: Product["legs"];
  readonly packages?: readonly Package[];
  readonly way: readonly Passage[];
  readonly verdict: string;
  readonly findings: readonly string[];
}

const folder = new URL("./cases/", import.meta.url);

/** A finding in a line: `2 at door 0: ok 60 tilted legs-off`. The first number is the package's, counted from 1. */
function lineOf({ package: index, passage, verdict, margin, way, legsOff, missing }: Finding, all: readonly Passage[]) {
  const words = [verdict, margin, way, legsOff && "legs-off", missing?.join("+")];
  return `${index + 1} at ${all[passage]!.kind} ${passage}: ${words.filter((word) => word !== undefined).join(" ")}`;
}

describe("a package at a passage", () => {
  const names = readdirSync(folder);
  test("is told about in enough cases", () => expect(names.length).toBeGreaterThanOrEqual(20));

  test.each(names.map((name) => [name.replace(".json", ""), name]))("%s", (_, name) => {
    const { sku, legs, packages, way, ...expected } = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Case;
    const carried = sku === undefined ? { packages: packages!, ...(legs && { legs }) } : products.get(sku);
    const { verdict, findings } = delivery(carried, way);
    expect({ verdict, findings: findings.map((one) => lineOf(one, way)) }).toEqual({
      verdict: expected.verdict,
      findings: expected.findings,
    });
  });
});

describe("what is not known is not checked", () => {
  const door: Passage = { kind: "door", measures: { width: 900, height: 2050 } };

  test("a way that nobody measured, and a product that does not say how it is packed", () => {
    expect(delivery(products.get("HS-SOFA-220"), []).verdict).toBe("not-checked");
    expect(delivery(undefined, [door]).verdict).toBe("not-checked");
    expect(delivery({}, [door]).verdict).toBe("not-checked");
  });

  test.each(passageKinds)("a %s of which nothing is known", (kind) => {
    const passage = unmeasured(kind);
    const { verdict, findings } = delivery(products.get("HS-CHAIR-48"), [door, passage]);
    expect(verdict).toBe("not-checked");
    expect(findings[1]).toMatchObject({ verdict: "not-checked", missing: missingFrom(passage) });
  });

  test("it is worse than tight and better than no", () => {
    const of = (...verdicts: Finding["verdict"][]) => worst(verdicts.map((verdict) => ({ verdict })));
    expect([of("ok", "tight"), of("tight", "not-checked"), of("not-checked", "no")]).toEqual(["tight", "not-checked", "no"]); // prettier-ignore
  });

  test("straight stairs have no landing to measure", () => {
    expect(measuresOf({ kind: "stairs", measures: {}, landings: "none" })).toEqual(["width", "height"]);
    expect(measuresOf({ kind: "stairs", measures: {}, landings: "quarter" })).toContain("landing");
  });
});
