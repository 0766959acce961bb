import { expect, test } from "vitest";
import { initials } from "./initials";
import { kindName } from "../texts/names";
import { groupOf, groupsOf } from "./kinds";
import type { Product } from "../core/protocol";

test("shortens names to initials", () => {
  expect(initials("Guest")).toBe("G");
  expect(initials("  guest 2 ")).toBe("G2");
  expect(initials("Red old chair")).toBe("RC");
  expect(initials("🪑 chair")).toBe("🪑C");
  expect(initials("")).toBe("");
});

test("says kinds as words", () => {
  expect(kindName("coffee-table")).toBe("Coffee table");
  expect(kindName("sofa")).toBe("Sofa");
  expect(kindName("lamp-of-next-year")).toBe("Lamp of next year");
});

test("groups kinds, and leaves out groups that nothing is in", () => {
  const of = (...kinds: string[]) => kinds.map((kind) => ({ kind }) as Product);
  expect(groupsOf(of("lamp-of-next-year", "bed", "sofa", "crib"))).toEqual(["sofas", "beds", "further"]);
  expect(groupOf({ kind: "round-rug" })).toBe("rugs");
});
