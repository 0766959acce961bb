/** Rugs, lamps, plants and mirrors. */
import { ball, box, cylinder, disc, inset, row, scatter, type Part, type Sheet, type Tone, type Vector } from "./parts";
import type { Size3 } from "./model";

export function rug({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const fringe = Math.min(45, w * 0.03);
  const edge = Math.min(70, d * 0.06);
  const field = inset([fringe, w - fringe], edge);
  return [
    box("pale", [0, w], [0, h * 0.35], inset([0, d], d * 0.004), { round: 0 }),
    box("main", [fringe, w - fringe], [0, h * 0.86], [0, d], { round: Math.min(8, h * 0.4) }),
    box("light", field, [0, h * 0.94], inset([0, d], edge), { round: 0 }),
    ...row(inset([0, d], edge * 1.6), 7, 0).map((z) =>
      box("main", inset(field, edge * 0.5), [0, h], inset(z, (z[1] - z[0]) * 0.46), { round: 0 }),
    ),
  ];
}

export function roundRug({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const rings = 6;
  return Array.from({ length: rings }, (_, index): Part => {
    const within = index / rings / 2;
    const top = h * (0.75 + (0.25 * index) / (rings - 1));
    return cylinder(
      index % 2 === 0 ? "main" : "light",
      inset([0, w], w * within),
      [0, top],
      inset([0, d], d * within),
      { round: 2 },
    );
  });
}

export function floorLamp({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const [cx, cz] = [w / 2, d / 2];
  const foot = Math.min(w, d) * 0.33;
  const shade = Math.min(h * 0.24, 380);
  return [
    disc("dark", [cx, cz], foot, [0, Math.min(24, h * 0.03)], { round: 8 }),
    disc("wood", [cx, cz], Math.min(15, foot * 0.2), [Math.min(20, h * 0.02), h - shade * 0.4]),
    cylinder("glow", [0, w], [h - shade, h], [0, d], { ends: [1, 0.72], open: true }),
  ];
}

export function tableLamp({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const [cx, cz] = [w / 2, d / 2];
  const body = Math.min(w, d) * 0.3;
  const shade = h * 0.46;
  return [
    disc("main", [cx, cz], body * 0.8, [0, h * 0.05], { round: 4 }),
    ball("main", [cx - body, cx + body], [h * 0.02, h * 0.42], [cz - body, cz + body]),
    disc("wood", [cx, cz], body * 0.16, [h * 0.38, h * 0.7]),
    cylinder("glow", [0, w], [h - shade, h], [0, d], { ends: [1, 0.66], open: true }),
  ];
}

/** Hangs, so that its own box begins where the shade does; the cord is above it. */
export function pendant({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const [cx, cz] = [w / 2, d / 2];
  return [
    disc("dark", [cx, cz], Math.min(6, w * 0.03), [h * 0.5, h]),
    cylinder("glow", [0, w], [0, h * 0.6], [0, d], { ends: [1, 0.3], open: true }),
  ];
}

const LEAVES: readonly Tone[] = ["leaf", "leaf-dark", "leaf", "leaf-light"];

export function plant({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const [cx, cz] = [w / 2, d / 2];
  const pot = Math.min(w, d) * 0.29;
  const rim = h * 0.28;
  const stems = 9;
  const leaves = Array.from({ length: stems * 3 }, (_, index) => leafOf(index, stems * 3, [w, d, h], rim));
  return [
    disc("clay", [cx, cz], pot, [0, rim], { ends: [0.72, 1], round: 8 }),
    disc("soil", [cx, cz], pot * 0.9, [rim * 0.9, rim * 1.005]),
    disc("wood-dark", [cx, cz], Math.min(w, d) * 0.022, [rim, h * 0.72], { ends: [1, 0.5] }),
    ...filling(leaves, [w, d, h], rim * 1.04),
  ];
}

/** A folded leaf that grows outwards and up from the stem, then droops. */
function leafOf(index: number, count: number, [w, d, h]: Vector, rim: number): Sheet {
  const angle = index * 2.39996 + scatter(index) * 0.4;
  const level = index / (count - 1);
  const reach = (0.98 - 0.5 * level) * (0.82 + 0.18 * scatter(index + 50));
  const from = rim + (h - rim) * (0.06 + 0.62 * level);
  const rise = (h - rim) * (0.2 + 0.12 * level);
  const [x, z] = [Math.cos(angle), Math.sin(angle)];
  const at = (out: number, up: number, across: number): Vector => [
    w / 2 + (x * out - z * across) * w * 0.5,
    from + up,
    d / 2 + (z * out + x * across) * d * 0.5,
  ];
  const wide = 0.2 + 0.06 * scatter(index + 9);
  const root = at(0.03, 0, 0);
  const [bend, tip] = [at(reach * 0.58, rise, 0), at(reach, rise * 0.72, 0)];
  const [left, right] = [at(reach * 0.55, rise * 0.72, wide), at(reach * 0.55, rise * 0.72, -wide)];
  return {
    shape: "sheet",
    tone: LEAVES[index % LEAVES.length]!,
    triangles: [
      [root, left, bend],
      [root, bend, right],
      [bend, left, tip],
      [bend, tip, right],
    ],
  };
}

/** The sheets stretched so that together they fill the box from a height on. */
function filling(sheets: readonly Sheet[], [w, d, h]: Vector, floor: number): readonly Sheet[] {
  const corners = sheets.flatMap(({ triangles }) => triangles.flat());
  const fit = [w, h, d].map((size, axis) => {
    const values = corners.map((corner) => corner[axis]!);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const start = axis === 1 ? floor : 0;
    return (value: number) => start + ((value - least) / (most - least)) * (size - start);
  });
  const moved = (corner: Vector): Vector => [fit[0]!(corner[0]), fit[1]!(corner[1]), fit[2]!(corner[2])];
  return sheets.map((sheet) => ({
    ...sheet,
    triangles: sheet.triangles.map(([one, two, three]) => [moved(one), moved(two), moved(three)] as const),
  }));
}

export function coatStand({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const [cx, cz] = [w / 2, d / 2];
  const pole = Math.min(w, d) * 0.05;
  const arms = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => {
    const angle = (index * Math.PI) / 4;
    const [x, z] = [Math.cos(angle), Math.sin(angle)];
    const low = h * (index % 2 === 0 ? 0.86 : 0.72);
    return disc("main", [cx + x * pole, cz + z * pole], pole * 0.5, [low, low + h * 0.09], {
      lean: { x: x * (w * 0.46 - pole * 1.5), z: z * (d * 0.46 - pole * 1.5) },
      ends: [1, 0.7],
    });
  });
  return [
    disc("main", [cx, cz], Math.min(w, d) / 2, [0, Math.min(26, h * 0.02)], { round: 8 }),
    disc("main", [cx, cz], pole, [0, h * 0.97]),
    ball("main", [cx - pole * 1.4, cx + pole * 1.4], [h - pole * 2.8, h], [cz - pole * 1.4, cz + pole * 1.4]),
    ...arms,
  ];
}

export function mirror({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const frame = Math.min(30, w * 0.08, h * 0.05);
  return [
    box("wood", [0, w], [0, h], [0, d * 0.7], { round: 8 }),
    box("glass", inset([0, w], frame), inset([0, h], frame), [d * 0.3, d], { round: 2 }),
  ];
}
