/** Tables and desks. */
import { box, cylinder, disc, inset, row, type Part } from "./parts";
import type { Size3 } from "./model";
import { splayed } from "./seats";

export function table({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const slab = Math.min(36, h * 0.08);
  const leg = Math.min(70, w * 0.08, d * 0.12);
  const apron = inset([0, w], leg * 1.1);
  const deep = inset([0, d], leg * 1.1);
  const under = h - slab;
  const rail = Math.min(70, h * 0.1);
  return [
    box("main", [0, w], [under, h], [0, d], { round: Math.min(14, slab * 0.4) }),
    ...splayed(
      [leg * 0.5, w - leg * 0.5],
      [leg * 0.5, d - leg * 0.5],
      under * 1.005,
      leg * 0.55,
      leg,
      "main",
      leg * 0.35,
    ),
    ...[deep[0], deep[1] - 18].map((z) => box("shade", apron, [under - rail, under], [z, z + 18], { round: 2 })),
    ...[apron[0], apron[1] - 18].map((x) => box("shade", [x, x + 18], [under - rail, under], deep, { round: 2 })),
  ];
}

export function coffeeTable({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const slab = Math.min(40, h * 0.1);
  const leg = Math.min(46, w * 0.06, d * 0.1);
  const shelf = h * 0.34;
  return [
    box("main", [0, w], [h - slab, h], [0, d], { round: slab * 0.46 }),
    ...splayed([w * 0.03, w * 0.97], [d * 0.05, d * 0.95], h - slab * 0.8, leg * 0.6, leg, "main", leg * 0.5),
    box("shade", [w * 0.07, w * 0.93], [shelf, shelf + slab * 0.45], [d * 0.11, d * 0.89], { round: 6 }),
    box("sage", [w * 0.18, w * 0.36], [shelf + slab * 0.45, shelf + slab * 1.2], [d * 0.3, d * 0.62], { round: 3 }),
    box("linen", [w * 0.19, w * 0.35], [shelf + slab * 1.2, shelf + slab * 1.75], [d * 0.33, d * 0.63], { round: 3 }),
  ];
}

/** On a pedestal where one sits at it, on three legs where it is low. */
export function roundTable({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const slab = Math.min(34, h * 0.08);
  const [cx, cz] = [w / 2, d / 2];
  const top = cylinder("main", [0, w], [h - slab, h], [0, d], { round: slab * 0.4 });
  if (h > 560) {
    const foot = Math.min(w, d) * 0.28;
    return [
      top,
      disc("main", [cx, cz], foot, [0, h * 0.035], { round: 8 }),
      disc("main", [cx, cz], foot * 0.6, [h * 0.03, h * 0.16], { ends: [1, 0.32] }),
      disc("main", [cx, cz], foot * 0.22, [h * 0.12, h - slab]),
      disc("shade", [cx, cz], foot * 0.8, [h - slab * 2.6, h - slab], { ends: [0.35, 1] }),
    ];
  }
  const radius = Math.min(w, d) * 0.045;
  const legs = [90, 210, 330].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const [x, z] = [Math.cos(angle), Math.sin(angle)];
    return disc("main", [cx + x * w * 0.38, cz + z * d * 0.38], radius, [0, h - slab * 0.9], {
      ends: [0.6, 1],
      lean: { x: -x * w * 0.1, z: -z * d * 0.1 },
    });
  });
  return [top, ...legs, disc("shade", [cx, cz], Math.min(w, d) * 0.33, [h - slab * 1.9, h - slab])];
}

export function desk(size: Size3): readonly Part[] {
  const { width: w, depth: d, height: h, under = h * 0.8 } = size;
  const slab = Math.min(28, h * 0.05);
  const leg = Math.min(56, w * 0.07, d * 0.1);
  const box0 = Math.min(Math.max(under, h * 0.7), h - slab * 2);
  return [
    box("main", [0, w], [h - slab, h], [0, d], { round: 8 }),
    ...splayed(
      [leg * 0.4, w - leg * 0.4],
      [leg * 0.4, d - leg * 0.4],
      h - slab * 0.8,
      leg * 0.55,
      leg,
      "main",
      leg * 0.5,
    ),
    box("shade", [w * 0.05, w * 0.95], [box0, h - slab], [d * 0.08, d * 0.93], { round: 4 }),
    ...row([w * 0.06, w * 0.94], 3, 8).flatMap((x): Part[] => [
      box("light", x, [box0 + 4, h - slab - 4], [d * 0.9, d * 0.955], { round: 4 }),
      box(
        "wood-dark",
        inset(x, (x[1] - x[0]) * 0.38),
        [(box0 + h - slab) / 2 - 6, (box0 + h - slab) / 2 + 6],
        [d * 0.95, d * 0.975],
        {
          round: 4,
        },
      ),
    ]),
  ];
}

export function bedsideTable({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const feet = h * 0.3;
  const slab = Math.min(24, h * 0.06);
  return [
    ...splayed([w * 0.03, w * 0.97], [d * 0.03, d * 0.97], feet * 1.1, 16, 28, "main", Math.min(18, w * 0.05)),
    box("main", [0, w], [h - slab, h], [0, d], { round: 8 }),
    box("main", [w * 0.02, w * 0.98], [feet, h - slab * 0.5], [d * 0.02, d * 0.95], { round: 8 }),
    box("deep", [w * 0.07, w * 0.93], [feet + (h - feet) * 0.08, h - slab * 1.6], [d * 0.5, d * 0.957], { round: 2 }),
    box("light", [w * 0.085, w * 0.915], [h - slab - (h - feet) * 0.42, h - slab * 1.9], [d * 0.5, d * 0.975], {
      round: 5,
    }),
    box(
      "light",
      [w * 0.085, w * 0.915],
      [feet + (h - feet) * 0.1, h - slab - (h - feet) * 0.45],
      [d * 0.5, d * 0.975],
      { round: 5 },
    ),
    ...[0.3, 0.7].map((at) => {
      const y = feet + (h - feet) * at;
      return cylinder("wood-dark", [w * 0.47, w * 0.53], [y - 6, y + 6], [d * 0.97, d], { round: 4 });
    }),
  ];
}
