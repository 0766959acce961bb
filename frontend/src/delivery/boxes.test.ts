import { describe, expect, test } from "vitest";
import { fitsBox, fitsRectangle, footprintsUnder, freeAtCorner, marginOf, passesOpening, turnsCorner } from "./boxes";

describe("a rectangle in a rectangle", () => {
  test.each<[one: readonly [number, number], into: readonly [number, number], fits: boolean]>([
    [[600, 400], [600, 400], true],
    [[400, 600], [600, 400], true],
    [[601, 400], [600, 400], false],
    // Wetzel's example of what area, diagonal, perimeter and thickness alone would not refuse.
    [[9, 4], [8, 6], false],
    [[8.5, 0.5], [8, 6], true],
    // Squares, for which the condition without the thickness would say yes.
    [[10, 10], [8, 8], false],
    // As long as the diagonal, and with no thickness.
    [[10, 0], [8, 6], true],
    [[10.01, 0], [8, 6], false],
  ])("%o in %o: %s", (one, into, fits) => {
    expect(fitsRectangle(one, into)).toBe(fits);
  });

  test("agrees with trying every angle", () => {
    for (let index = 0; index < 400; index++) {
      const side = (step: number) => 200 + ((index * step) % 1900);
      const [p, q, a, b] = [side(37), side(53) / 3, side(71), side(97)];
      const angles = Array.from({ length: 9001 }, (_, at) => (at / 9000) * (Math.PI / 2));
      const slack = Math.max(...angles.map((angle) => {
        const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
        return Math.min(a - (p * cos + q * sin), b - (p * sin + q * cos));
      })); // prettier-ignore
      if (Math.abs(slack) > 1) expect(fitsRectangle([p, q], [a, b]), `${p} × ${q} in ${a} × ${b}`).toBe(slack > 0);
    }
  });
});

test("through an opening the smallest section goes first", () => {
  expect(passesOpening([2240, 960, 830], 900, 2050)).toBe(true);
  expect(passesOpening([2240, 960, 830], 820, 2050)).toBe(false);
  expect(passesOpening([2100, 2300, 100], 900, 2040)).toBe(true);
});

describe("around a corner", () => {
  test("a ladder's length is the known one: (a^⅔ + b^⅔)^³⁄₂", () => {
    for (const [a, b] of [[1000, 1000], [900, 1300], [700, 2000]] as const) {
      const longest = (Math.cbrt(a * a) + Math.cbrt(b * b)) ** 1.5;
      expect(turnsCorner({ length: longest - 1, thickness: 0 }, a, b)).toBe(true);
      expect(turnsCorner({ length: longest + 1, thickness: 0 }, a, b)).toBe(false);
    }
  }); // prettier-ignore

  test("between equal corridors the middle of the turn decides: √2·a − L/2", () => {
    expect(freeAtCorner(1600, 1000, 1000)).toBeCloseTo(Math.SQRT2 * 1000 - 800, 3);
  });

  test("what is short enough goes around without being turned", () => {
    expect(turnsCorner({ length: 990, thickness: 990 }, 1000, 1000)).toBe(true);
    expect(turnsCorner({ length: 1200, thickness: 700 }, 700, 1200)).toBe(true);
    expect(turnsCorner({ length: 1200, thickness: 701 }, 700, 1200)).toBe(false);
  });
});

describe("raised under a ceiling", () => {
  test("on end where there is room to raise it", () => {
    expect(footprintsUnder([2000, 600, 300], 2100)).toContainEqual({ length: 600, thickness: 300, raised: true });
    expect(footprintsUnder([2000, 600, 300], 2080)).not.toContainEqual({ length: 600, thickness: 300, raised: true });
  });

  test("at one end as far as the ceiling allows", () => {
    const [raised] = footprintsUnder([2400, 100, 900], 1300).filter(({ raised, thickness }) => raised && thickness === 900); // prettier-ignore
    const angle = Math.asin(1300 / Math.hypot(2400, 100)) - Math.atan2(100, 2400);
    expect(raised?.length).toBeCloseTo(2400 * Math.cos(angle) + 100 * Math.sin(angle), 6);
    expect(2400 * Math.sin(angle) + 100 * Math.cos(angle)).toBeCloseTo(1300, 6);
  });

  test("not at all where nothing of it goes under the ceiling", () => {
    expect(footprintsUnder([2000, 2000, 2000], 1900)).toEqual([]);
  });
});

test("a box in a box, turned about one side", () => {
  expect(fitsBox([2300, 300, 200], [1100, 1400, 2100])).toBe(true);
  expect(fitsBox([2300, 1000, 900], [1100, 1400, 2100])).toBe(false);
});

test("the margin is the most that can be spared, in whole millimetres, or what lacks", () => {
  expect([marginOf((less) => 800 <= 830 - less), marginOf((less) => 800 <= 779.5 - less)]).toEqual([30, -21]);
});
