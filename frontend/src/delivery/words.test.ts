import { expect, test } from "vitest";
import { products } from "../fit/testing";
import { delivery } from "./delivery";
import type { Passage } from "./passages";
import { countsText, findingText, packageText, passageName, resultText } from "./words";

const sofa = products.get("HS-SOFA-220")!;
const door = (width: number): Passage => ({ kind: "door", measures: { width, height: 2050 } });
const told = (way: readonly Passage[]) => {
  const result = delivery(sofa, way);
  return [resultText(result, way), ...result.findings.map((finding) => findingText(finding, way))];
};

test("a product is told by the place that decides", () => {
  expect(told([door(900)])).toEqual(["Door: 7 cm to spare", "Door: 7 cm to spare, on another side"]);
  expect(told([door(860), door(690)])[0]).toBe("Door 2: 1 cm too small");
  expect(told([door(860)])).toEqual([
    "Door: 16 cm to spare, with its legs off",
    "Door: 16 cm to spare, on another side, with its legs off",
  ]);
  expect(told([door(900), { kind: "door", measures: { width: 700 } }])[0]).toBe("Door 2: not measured: height");
});

test("what was assumed is told, and what was not checked", () => {
  expect(told([{ kind: "hall", measures: { width: 950 } }])[1]).toBe(
    "Hall: 12 cm to spare, on another side, under a ceiling taken as 210 cm",
  );
  const lift: Passage = {
    kind: "lift",
    measures: { doorWidth: 900, doorHeight: 2000, width: 1100, depth: 2200, height: 2200 },
  };
  expect(told([lift])[1]).toContain("whether it can be turned there is not checked");
  expect(resultText(delivery(sofa, []), [])).toBe("no way in is measured yet");
  expect(resultText(delivery({}, [door(900)]), [door(900)])).toBe("the catalogue does not say how it is packed");
});

test("several of a kind have numbers", () => {
  const way = [door(900), { kind: "hall", measures: {} } as const, door(800)];
  expect(way.map((_, index) => passageName(way, index))).toEqual(["Door 1", "Hall", "Door 2"]);
});

test("packages are told with size and weight", () => {
  expect(packageText(sofa.packages![0]!, 0, 1)).toBe("Package: 224 × 96 × 83 cm, 68 kg");
  expect(packageText(sofa.packages![0]!, 1, 3)).toBe("Package 2 of 3: 224 × 96 × 83 cm, 68 kg");
});

test("all of them in a few words, the worst first", () => {
  expect(countsText(["ok", "tight", "no", "ok", "not-checked"])).toBe("1 does not get in, 1 is not checked, 1 is tight, 2 get in"); // prettier-ignore
});
