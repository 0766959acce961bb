import { afterEach, describe, expect, test } from "vitest";
import {
  formatMargin,
  formatDimensions,
  formatLength,
  formatSize,
  parseLength,
  readLength,
  stepped,
  takeUnitFrom,
} from "./format";

afterEach(() => takeUnitFrom(() => "cm"));

const inInches = () => takeUnitFrom(() => "in");

describe("lengths as people write them", () => {
  test.each([
    ["420", 4200],
    [" 420 cm ", 4200],
    ["412,5", 4125],
    ["4.2 m", 4200],
    ["4,2M", 4200],
    ["4200mm", 4200],
    ["165 in", 4191],
    ['165"', 4191],
    ["165 inches", 4191],
    ["13'9\"", 4191],
    ["13’ 9”", 4191],
    ["13′9″", 4191],
    ["13 ft 9", 4191],
    ["13ft 9in", 4191],
    ["13 feet", 3962],
    ["13.75 ft", 4191],
    ['80 1/2"', 2045],
    ["6' 8-1/2\"", 2045],
    ['1/2"', 13],
    ["0", 0],
  ])("%s is %i mm", (text, millimetres) => {
    expect(parseLength(text)).toBe(millimetres);
  });

  test.each(["", "wide", "4 00", "-400", "4 m 20", "13 ft wide", "3 1/2", '1/0"', "1e3", "12,000.5", "''", "9'9'"])(
    "“%s” is no length",
    (text) => {
      expect(parseLength(text)).toBeUndefined();
    },
  );

  test("a bare number is in the chosen unit", () => {
    inInches();
    expect(["165", "80 1/2", "420 cm"].map(parseLength)).toEqual([4191, 2045, 4200]);
  });

  test("a field says the value and what was expected", () => {
    const width = { name: "Width", least: 100, most: 30_000 };
    expect(readLength("4.2 m", width)).toEqual({ millimetres: 4200 });
    expect(readLength("broad ", width)).toEqual({
      problem: "Width is “broad”, expected a length such as 420, 4.2 m or 13 ft 9.",
    });
    expect(readLength("5", width)).toEqual({ problem: "Width is 5 cm, expected 10 cm to 3,000 cm." });
    inInches();
    expect(readLength("3", width)).toEqual({ problem: "Width is 3 in, expected 3.9 in to 1,181.1 in." });
  });

  test("the ends that a field names can be typed", () => {
    inInches();
    const range = { name: "X", least: 100, most: 1800 };
    expect(["3.9", "70.9", '70 7/8"', "180.1 cm"].map((text) => readLength(text, range))).toEqual(
      [100, 1800, 1800, 1800].map((millimetres) => ({ millimetres })),
    );
    expect(["3.8", "71"].map((text) => readLength(text, range))).toEqual([
      { problem: "X is 3.8 in, expected 3.9 in to 70.9 in." },
      { problem: "X is 71 in, expected 3.9 in to 70.9 in." },
    ]);
  });
});

describe("lengths as they are shown", () => {
  test("follow the chosen unit", () => {
    const shown = () => [
      formatSize(2055, "en"),
      formatLength(12_055, "en"),
      formatDimensions({ width: 2055, depth: 900, height: 800 }, "en"),
    ];
    expect(shown()).toEqual(["205.5 cm", "1205.5", "205.5 × 90 × 80 cm"]);
    inInches();
    expect(shown()).toEqual(["80.9 in", "474.6", "80.9 × 35.4 × 31.5 in"]);
  });

  test("margins are never rounded to more room than there is, nor to less that lacks", () => {
    expect([38, 704, 709, 1000].map(formatMargin)).toEqual(["3.8 cm", "70 cm", "70 cm", "100 cm"]);
    expect([-1, -709].map(formatMargin)).toEqual(["0.1 cm", "70.9 cm"]);
    inInches();
    expect([38, 700, 254].map(formatMargin)).toEqual(["1.4 in", "27.5 in", "10 in"]);
    expect([-1, -26, -254].map(formatMargin)).toEqual(["0.1 in", "1.1 in", "10 in"]);
  });
});

describe("steps", () => {
  const after = (from: number, by: number, steps: number) =>
    Array.from({ length: steps }).reduce<number>((mm) => stepped(mm, by), from);

  test("are whole units, and lose nothing on the way", () => {
    expect([after(0, 1, 10), after(1234, -10, 3)]).toEqual([100, 934]);
    inInches();
    expect([after(0, 1, 10), after(254, -1, 10), after(0, 10, 10)]).toEqual([254, 0, 2540]);
  });

  test("begin at the number that is shown", () => {
    inInches();
    const shown = Array.from({ length: 40 }, (_, by) => formatLength(after(1000, 1, by), "en"));
    expect(shown).toEqual(shown.map((_, by) => String(Math.round((39.4 + by) * 10) / 10)));
  });
});
