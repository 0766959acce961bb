/** Beds and cribs. */
import { box, countOf, cylinder, inset, row, type Part, type Span } from "./parts";
import type { Size3 } from "./model";
import { legs } from "./seats";

export function bed({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const head = Math.min(95, d * 0.06);
  const feet = Math.min(120, h * 0.14);
  const frame = Math.min(310, h * 0.36);
  const mattress = Math.min(500, h * 0.58);
  const side = Math.min(35, w * 0.04);
  const lying: Span = [head, d - side];
  const blanket = Math.min(60, h * 0.06);
  const pillows = row(inset([0, w], w * 0.06), w > 1250 ? 2 : 1, w * 0.05);
  const deep = Math.min(450, d * 0.24);
  return [
    ...legs([0, w], [0, d], feet, 90, "wood"),
    box("main", [0, w], [feet * 0.5, h], [0, head], { round: 40 }),
    box("shade", [0, w], [feet, frame], [head * 0.5, d], { round: 24 }),
    box("white", inset([0, w], side), [frame * 0.9, mattress], lying, { round: 60 }),
    box(
      "light",
      [side * 0.35, w - side * 0.35],
      [frame * 0.82, mattress + blanket],
      [head + d * 0.3, d - side * 0.35],
      { round: 62 },
    ),
    box(
      "pale",
      [side * 0.3, w - side * 0.3],
      [frame * 0.86, mattress + blanket * 1.25],
      [head + d * 0.27, head + d * 0.36],
      { round: 45 },
    ),
    ...pillows.map((x) =>
      box("linen", x, [mattress * 0.97, mattress + Math.min(170, h * 0.19)], [head * 1.05, head + deep], {
        round: 75,
        lean: { z: -deep * 0.06 },
      }),
    ),
    ...pillows.map((x) =>
      box(
        "main",
        inset(x, (x[1] - x[0]) * 0.16),
        [mattress + 30, mattress + Math.min(240, h * 0.26)],
        [head + deep * 0.6, head + deep * 0.95],
        {
          round: 60,
          lean: { z: -deep * 0.2 },
        },
      ),
    ),
  ];
}

export function crib({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const post = Math.min(45, w * 0.08);
  const rail = Math.min(40, h * 0.05);
  const thin = post * 0.36;
  const low = h * 0.22;
  const bars = (length: number) => countOf(length, 95);
  const long = row(inset([0, d], post * 1.4), bars(d), 0).map(([from, to]) => (from + to) / 2);
  const short = row(inset([0, w], post * 1.4), bars(w), 0).map(([from, to]) => (from + to) / 2);
  const bar = (x: number, z: number): Part =>
    cylinder("main", [x - thin / 2, x + thin / 2], [low, h - rail], [z - thin / 2, z + thin / 2]);
  return [
    ...[0, w - post].flatMap((x) =>
      [0, d - post].map((z) => box("main", [x, x + post], [0, h], [z, z + post], { round: 12 })),
    ),
    ...[0.1, 1].flatMap((at) => {
      const y: Span = at === 1 ? [h - rail * 1.1, h - rail * 0.1] : [low, low + rail];
      return [
        ...[post * 0.15, w - post * 0.85].map((x) =>
          box("main", [x, x + post * 0.7], y, [post * 0.5, d - post * 0.5], { round: 10 }),
        ),
        ...[post * 0.15, d - post * 0.85].map((z) =>
          box("main", [post * 0.5, w - post * 0.5], y, [z, z + post * 0.7], { round: 10 }),
        ),
      ];
    }),
    ...long.flatMap((z) => [bar(post / 2, z), bar(w - post / 2, z)]),
    ...short.flatMap((x) => [bar(x, post / 2), bar(x, d - post / 2)]),
    box("white", inset([0, w], post), [low, low + h * 0.14], inset([0, d], post), { round: 30 }),
    box("sage", inset([0, w], post * 1.02), [low + h * 0.06, low + h * 0.165], [d * 0.42, d - post * 1.02], {
      round: 26,
    }),
    box("linen", inset([0, w], w * 0.2), [low + h * 0.12, low + h * 0.19], [post * 1.4, d * 0.27], { round: 30 }),
  ];
}
