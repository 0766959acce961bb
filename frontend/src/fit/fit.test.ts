/** Golden cases: each file of `cases` is a small room with the verdicts that it should get. */
import { describe, expect, test } from "vitest";
import { fit } from "./fit";
import { cases, lineOf, products } from "./testing";

const all = cases();

for (const kind of new Set(all.map((one) => one.kind))) {
  describe(kind, () => {
    test.each(all.filter((one) => one.kind === kind))("$name: $about", ({ plan, items, expected }) => {
      const checks = fit(plan, items, products).filter((check) => check.kind === kind);
      expect(checks.map(lineOf).sort()).toEqual(expected);
    });
  });
}
