/** Sofas, armchairs, chairs and what else one sits on. */
import { ball, box, countOf, cylinder, disc, inset, mirrored, row, type Part, type Span, type Tone } from "./parts";
import type { Size3 } from "./model";

const SEAT_HEIGHT = 430;

export function sofa({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const arm = Math.min(190, w * 0.16);
  const back = Math.min(200, d * 0.24);
  const seat = Math.min(SEAT_HEIGHT, h * 0.56);
  const feet = Math.min(110, h * 0.16);
  const between: Span = [arm, w - arm];
  return [
    ...legs([0, w], [0, d], feet, 70, "wood"),
    box("shade", [w * 0.01, w * 0.99], [feet, seat * 0.66], [d * 0.02, d * 0.97], { round: 30 }),
    box("main", [arm * 0.5, w - arm * 0.5], [feet, h * 0.93], [0, back * 0.8], { round: 55 }),
    box("main", [0, arm], [feet * 0.9, h * 0.74], [d * 0.01, d], { round: 60 }),
    box("main", [w - arm, w], [feet * 0.9, h * 0.74], [d * 0.01, d], { round: 60 }),
    ...cushions(between, [back * 0.75, d * 0.985], [seat * 0.62, seat], 0.72),
    ...backCushions(between, back, [seat * 0.97, h], 0.72),
  ];
}

export function armchair(size: Size3): readonly Part[] {
  const { width: w, depth: d, height: h } = size;
  const arm = Math.min(120, w * 0.16);
  const seat = Math.min(SEAT_HEIGHT, h * 0.52);
  const feet = Math.min(170, seat * 0.4);
  return [
    ...splayed([w * 0.06, w * 0.94], [d * 0.06, d * 0.94], feet * 1.1, 24, 36, "wood"),
    box("shade", [arm * 0.4, w - arm * 0.4], [feet, seat * 0.72], [d * 0.1, d * 0.96], { round: 40 }),
    box("main", [w * 0.04, w * 0.96], [feet, h], [d * 0.07, d * 0.27], { round: 90, lean: { z: -d * 0.07 } }),
    box("main", [0, arm], [feet * 1.05, h * 0.68], [d * 0.08, d], { round: 55 }),
    box("main", [w - arm, w], [feet * 1.05, h * 0.68], [d * 0.08, d], { round: 55 }),
    box("light", [arm * 0.98, w - arm * 0.98], [seat * 0.66, seat], [d * 0.2, d * 0.98], { round: 60 }),
    box("light", [arm * 1.15, w - arm * 1.15], [seat * 0.98, h * 0.84], [d * 0.2, d * 0.4], {
      round: 60,
      lean: { z: -d * 0.06 },
    }),
  ];
}

/** Back cushions run along the back and along the side that the shorter part of the L lies at. */
export function cornerSofa(size: Size3): readonly Part[] {
  const { width: w, depth: d, height: h, outline } = size;
  const rectangles = typeof outline === "object" ? outline : [];
  const arm = rectangles.find(([, , , front]) => front >= d) ?? [0, 0, w * 0.35, d];
  const main = rectangles.find(([left, , right]) => right - left >= w) ?? [0, 0, w, d * 0.45];
  const parts = leftCorner(size, Math.min(w, arm[2] - arm[0]), Math.min(d, main[3]));
  return arm[0] > w / 4 ? mirrored(parts, w) : parts;

  function leftCorner({ width, depth, height }: Size3, reach: number, run: number): readonly Part[] {
    const back = Math.min(200, run * 0.24);
    const side = Math.min(190, width * 0.1);
    const seat = Math.min(SEAT_HEIGHT, height * 0.56);
    const feet = Math.min(110, height * 0.16);
    const chaise: Span = [back * 0.75, reach * 0.985];
    return [
      ...legs([0, width], [0, run], feet, 70, "wood"),
      ...legs([0, reach], [run * 0.6, depth], feet, 70, "wood"),
      box("shade", [width * 0.005, width * 0.995], [feet, seat * 0.66], [run * 0.02, run * 0.97], { round: 30 }),
      box("shade", [reach * 0.02, reach * 0.97], [feet, seat * 0.66], [0, depth], { round: 30 }),
      box("main", [0, width - side * 0.4], [feet, height * 0.93], [0, back * 0.8], { round: 55 }),
      box("main", [0, back * 0.8], [feet, height * 0.93], [0, depth * 0.98], { round: 55 }),
      box("main", [width - side, width], [feet * 0.9, height * 0.74], [run * 0.01, run], { round: 60 }),
      box("light", chaise, [seat * 0.62, seat], [run * 0.97, depth * 0.99], { round: 55 }),
      box("light", chaise, [seat * 0.62, seat], [back * 0.75, run * 0.965], { round: 55 }),
      ...cushions([reach * 0.99, width - side], [back * 0.75, run * 0.985], [seat * 0.62, seat], 0.72),
      ...backCushions([reach * 0.99, width - side], back, [seat * 0.97, h], 0.72),
      ...backCushions([back * 1.6, reach * 0.97], back, [seat * 0.97, height * 0.99], 0.72),
      ...row([back * 0.7, depth * 0.97], countOf(depth, 800), 14).map((z) =>
        box("light", [back * 0.72, back * 1.5], [seat * 0.97, height * 0.97], z, {
          round: 60,
          lean: { x: -back * 0.3 },
        }),
      ),
    ];
  }
}

export function chair({ width: w, depth: d, height: h, seat }: Size3): readonly Part[] {
  const top = Math.min(seat?.height ?? h * 0.57, h * 0.9);
  const leg = Math.min(34, w * 0.1);
  const raised = h - top;
  return [
    ...splayed([leg * 0.5, w - leg * 0.5], [leg * 0.5, d - leg * 0.5], top * 0.96, leg * 0.6, leg, "main", w * 0.05),
    box("light", [0, w], [top * 0.9, top], [d * 0.1, d], { round: 18 }),
    ...[w * 0.13, w * 0.87 - leg].map((x) =>
      cylinder("main", [x, x + leg], [top * 0.9, top + raised * 0.8], [d * 0.07, d * 0.07 + leg], {
        lean: { z: -d * 0.05 },
      }),
    ),
    box("main", [w * 0.04, w * 0.96], [top + raised * 0.55, h], [0, Math.min(32, d * 0.1)], { round: 14 }),
    box("main", [w * 0.12, w * 0.88], [top + raised * 0.2, top + raised * 0.32], [d * 0.03, d * 0.03 + leg * 0.6]),
  ];
}

export function stool({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const leg = Math.min(36, w * 0.12);
  const top = Math.min(60, h * 0.16);
  return [
    ...splayed([w * 0.12, w * 0.88], [d * 0.12, d * 0.88], h - top * 0.6, leg * 0.65, leg, "main", w * 0.08),
    ...[0.3, 0.34].map((at, index) =>
      index === 0
        ? box("main", [w * 0.2, w * 0.8], [h * at, h * at + leg * 0.6], inset([0, d], d * 0.48))
        : box("main", inset([0, w], w * 0.48), [h * at, h * at + leg * 0.6], [d * 0.2, d * 0.8]),
    ),
    cylinder("main", [0, w], [h - top, h * 0.985], [0, d], { round: top * 0.4 }),
    cylinder("pale", inset([0, w], w * 0.06), [h - top * 0.8, h], inset([0, d], d * 0.06), { round: top * 0.3 }),
  ];
}

export function bench({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const top = Math.min(70, h * 0.18);
  return [
    ...splayed([w * 0.04, w * 0.96], [d * 0.08, d * 0.92], h - top * 0.5, 22, 36, "wood", Math.min(30, w * 0.03)),
    box("shade", [0, w], [h - top, h - top * 0.5], [0, d], { round: 10 }),
    box("main", inset([0, w], 8), [h - top * 0.8, h], inset([0, d], 8), { round: top * 0.3 }),
  ];
}

/** A low frame with cushions along its back, lain on lengthwise. */
export function daybed({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const feet = Math.min(200, h * 0.3);
  const seat = h * 0.64;
  const rail = Math.min(40, h * 0.06);
  return [
    ...splayed([w * 0.02, w * 0.98], [d * 0.05, d * 0.95], feet * 1.1, 26, 44, "wood", 14),
    box("wood", [0, w], [feet, feet + (seat - feet) * 0.35], [0, d], { round: 10 }),
    box("wood", [0, w], [feet, h * 0.9], [0, rail], { round: 8 }),
    box("main", [w * 0.01, w * 0.99], [feet + (seat - feet) * 0.3, seat], [rail, d * 0.99], { round: 55 }),
    ...backCushions([w * 0.02, w * 0.98], Math.min(160, d * 0.2), [seat * 0.98, h], 0.66),
  ];
}

export function footstool({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const feet = Math.min(130, h * 0.32);
  return [
    ...splayed([w * 0.06, w * 0.94], [d * 0.07, d * 0.93], feet * 1.15, 24, 36, "wood", 16),
    box("shade", [w * 0.01, w * 0.99], [feet, h * 0.66], [d * 0.01, d * 0.99], { round: 40 }),
    box("main", [0, w], [h * 0.55, h], [0, d], { round: 60 }),
  ];
}

/** A round of soft edge with a hollow. */
export function petBed({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const edge = Math.min(h * 0.5, w * 0.16, d * 0.16);
  return [
    cylinder("shade", inset([0, w], edge * 0.6), [0, h * 0.4], inset([0, d], edge * 0.6), { round: h * 0.1 }),
    box("main", [0, w], [0, h], [0, edge * 2], { round: edge }),
    box("main", [0, edge * 2], [0, h * 0.94], [0, d], { round: edge }),
    box("main", [w - edge * 2, w], [0, h * 0.94], [0, d], { round: edge }),
    box("main", [0, w], [0, h * 0.6], [d - edge * 2, d], { round: edge }),
    box("pale", inset([0, w], edge * 1.2), [h * 0.1, h * 0.5], inset([0, d], edge * 1.2), { round: h * 0.18 }),
  ];
}

export function pouf({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const bulge = Math.min(w, d, h) * 0.34;
  const rings = 3;
  return [
    cylinder("main", [0, w], [0, h], [0, d], { round: bulge }),
    ...row([h * 0.3, h * 0.7], rings, h * 0.06).map((y) => cylinder("shade", [0, w], inset(y, h * 0.045), [0, d])),
    cylinder("shade", inset([0, w], w * 0.46), [h * 0.9, h], inset([0, d], d * 0.46), { round: 6 }),
  ];
}

export function officeChair({ width: w, depth: d, height: h, seat }: Size3): readonly Part[] {
  const top = Math.min(seat?.height ?? h * 0.52, h * 0.8);
  const [cx, cz] = [w / 2, d / 2];
  const castor = Math.min(28, h * 0.04);
  const star = [0, 1, 2, 3, 4].map((index) => {
    const angle = ((index * 72 - 90) * Math.PI) / 180;
    return [cx + Math.cos(angle) * w * 0.44, cz + Math.sin(angle) * d * 0.44] as const;
  });
  return [
    ...star.flatMap(([x, z]): Part[] => [
      ball("dark", [x - castor, x + castor], [0, castor * 2], [z - castor, z + castor]),
      cylinder(
        "metal",
        [x - castor * 0.5, x + castor * 0.5],
        [castor * 1.6, h * 0.13],
        [z - castor * 0.5, z + castor * 0.5],
        {
          lean: { x: (cx - x) * 0.94, z: (cz - z) * 0.94 },
        },
      ),
    ]),
    disc("metal", [cx, cz], w * 0.045, [h * 0.08, top * 0.9], { ends: [1, 0.7] }),
    box("dark", [w * 0.2, w * 0.8], [top * 0.84, top * 0.9], [d * 0.25, d * 0.85], { round: 12 }),
    box("main", [w * 0.1, w * 0.9], [top * 0.86, top], [d * 0.14, d], { round: 42 }),
    box("dark", [w * 0.46, w * 0.54], [top * 0.86, h * 0.74], [d * 0.05, d * 0.1], { lean: { z: -d * 0.02 } }),
    box("main", [w * 0.13, w * 0.87], [top + (h - top) * 0.2, h], [d * 0.07, d * 0.19], {
      round: 40,
      lean: { z: -d * 0.07 },
    }),
    ...[0, w - w * 0.1].flatMap((x): Part[] => [
      box("dark", [x, x + w * 0.1], [top * 1.28, top * 1.34], [d * 0.24, d * 0.74], { round: 14 }),
      box("metal", inset([x, x + w * 0.1], w * 0.03), [top * 0.88, top * 1.3], [d * 0.4, d * 0.48]),
    ]),
  ];
}

/** Round feet under the four corners. */
export function legs(x: Span, z: Span, height: number, from: number, tone: Tone): readonly Part[] {
  const radius = Math.min(26, (x[1] - x[0]) * 0.06, (z[1] - z[0]) * 0.06);
  const near = Math.min(from, (x[1] - x[0]) * 0.12, (z[1] - z[0]) * 0.12);
  return [x[0] + near, x[1] - near].flatMap((cx) =>
    [z[0] + near, z[1] - near].map((cz) => disc(tone, [cx, cz], radius, [0, height * 1.05], { ends: [0.7, 1] })),
  );
}

/** Four slender legs whose feet stand in the corners and which lean in towards the middle. */
export function splayed(
  x: Span,
  z: Span,
  height: number,
  foot: number,
  top: number,
  tone: Tone,
  lean = 30,
): readonly Part[] {
  const ends = [foot / top, 1] as const;
  const near = foot / 2;
  return [
    [x[0] + near, 1],
    [x[1] - near, -1],
  ].flatMap(([cx = 0, sx = 1]) =>
    [
      [z[0] + near, 1],
      [z[1] - near, -1],
    ].map(([cz = 0, sz = 1]) =>
      disc(tone, [cx, cz], top / 2, [0, height], { ends, lean: { x: sx * lean, z: sz * lean } }),
    ),
  );
}

function cushions(x: Span, z: Span, y: Span, widest: number): readonly Part[] {
  return row(x, countOf(x[1] - x[0], widest * 1000), 8).map((span) => box("light", span, y, z, { round: 55 }));
}

function backCushions(x: Span, back: number, y: Span, widest: number): readonly Part[] {
  return row(x, countOf(x[1] - x[0], widest * 1000), 14).map((span) =>
    box("light", inset(span, 4), y, [back * 0.72, back * 1.55], { round: 65, lean: { z: -back * 0.3 } }),
  );
}
