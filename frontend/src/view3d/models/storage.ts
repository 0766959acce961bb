/** Wardrobes, shelves and cabinets. */
import { ball, box, countOf, cylinder, inset, row, scatter, type Part, type Span, type Tone } from "./parts";
import type { Size3 } from "./model";
import { splayed } from "./seats";

export function wardrobe({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const plinth = Math.min(70, h * 0.06);
  const cornice = Math.min(26, h * 0.02);
  const front = Math.min(24, d * 0.06);
  const knob = Math.min(22, d * 0.05);
  const doors = row([w * 0.006, w * 0.994], Math.max(2, countOf(w, 500)), Math.min(5, w * 0.01));
  const doorY: Span = [plinth * 1.05, h - cornice * 1.2];
  return [
    box("deep", [w * 0.015, w * 0.985], [0, plinth], [d * 0.02, d * 0.9], { round: 2 }),
    box("deep", [w * 0.004, w * 0.996], [plinth, h - cornice], [0, d - front - knob], { round: 2 }),
    box("main", [0, w], [h - cornice, h], [0, d - knob * 0.8], { round: 4 }),
    ...[0, w - Math.min(20, w * 0.03)].map((x) =>
      box("main", [x, x + Math.min(20, w * 0.03)], [plinth * 0.4, h - cornice], [0, d - knob - front * 0.7], {
        round: 3,
      }),
    ),
    ...doors.map((x) => box("main", x, doorY, [d - front - knob, d - knob], { round: 5 })),
    ...doors.map((x) =>
      box("light", inset(x, (x[1] - x[0]) * 0.14), inset(doorY, h * 0.035), [d - knob - 3, d - knob + 2], { round: 2 }),
    ),
    ...doors.map((x, index) =>
      handle(x, h * 0.46, h * 0.1, [d - knob, d], index % 2 === 0 && index < doors.length - 1),
    ),
  ];
}

/** An upright bar near one side of a door. */
function handle(x: Span, y: number, length: number, z: Span, right: boolean): Part {
  const thick = Math.min(14, (x[1] - x[0]) * 0.06);
  const at = right ? x[1] - thick * 3 : x[0] + thick * 2;
  return box("wood", [at, at + thick], [y, y + length], z, { round: 5 });
}

const SPINES: readonly Tone[] = ["sage", "linen", "smoke", "ochre", "rose", "sand", "white", "clay"];

export function bookshelf({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const board = Math.min(24, w * 0.05, h * 0.04);
  const shelves = row([board * 2, h - board], countOf(h - board * 2, 370), board);
  const columns = row([board, w - board], countOf(w, 900), board);
  return [
    box("main", [0, board], [0, h], [0, d], { round: 3 }),
    box("main", [w - board, w], [0, h], [0, d], { round: 3 }),
    box("shade", [board * 0.5, w - board * 0.5], [board, h - board], [0, Math.min(10, d * 0.05)], { round: 0 }),
    box("main", [board * 0.5, w - board * 0.5], [h - board, h], [0, d * 0.995], { round: 3 }),
    box("shade", [board, w - board], [0, board], [d * 0.05, d * 0.92], { round: 0 }),
    ...shelves.map(([bottom]) =>
      box("main", [board * 0.5, w - board * 0.5], [bottom - board, bottom], [d * 0.01, d * 0.985], { round: 2 }),
    ),
    ...columns
      .slice(1)
      .map(([x]) => box("main", [x - board, x], [board, h - board], [d * 0.02, d * 0.98], { round: 2 })),
    ...shelves.flatMap((y, level) => columns.flatMap((x, column) => onShelf(x, y, d, level * 7 + column * 3))),
  ];
}

/** Some books, a vase or a box, and air. */
function onShelf(x: Span, y: Span, d: number, seed: number): readonly Part[] {
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  if (height < 90 || width < 160) return [];
  const from = scatter(seed) < 0.5 ? x[0] + 6 : x[0] + width * 0.42;
  const until = from + width * (0.38 + scatter(seed + 1) * 0.16);
  const books: Part[] = [];
  for (let at = from, index = 0; at < until; index++) {
    const thick = 18 + scatter(seed * 31 + index) * 26;
    const tall = Math.min(height * 0.92, 170 + scatter(seed * 17 + index) * 95);
    const deep = d * (0.55 + scatter(seed * 13 + index) * 0.17);
    const tone = SPINES[Math.floor(scatter(seed * 7 + index) * SPINES.length)]!;
    books.push(box(tone, [at, at + thick - 1.5], [y[0], y[0] + tall], [d * 0.08, d * 0.08 + deep], { round: 1.5 }));
    at += thick;
  }
  const free = from > x[0] + width * 0.2 ? x[0] + width * 0.2 : Math.min(x[1] - width * 0.16, until + width * 0.22);
  const size = Math.min(width * 0.1, height * 0.24, d * 0.28);
  const [cx, cz] = [free, d * 0.5];
  const round = scatter(seed + 5);
  if (round < 0.35) {
    const tone = SPINES[seed % SPINES.length]!;
    return [
      ...books,
      ball(tone, [cx - size, cx + size], [y[0], y[0] + size * 1.7], [cz - size, cz + size]),
      cylinder(
        tone,
        inset([cx - size, cx + size], size * 0.65),
        [y[0] + size * 1.4, y[0] + size * 2.3],
        inset([cz - size, cz + size], size * 0.65),
        {
          ends: [0.8, 1],
        },
      ),
    ];
  }
  if (round < 0.7) {
    const wide = Math.min(width * 0.17, (x[1] - free) * 0.9);
    return [
      ...books,
      box("sand", [cx - wide, cx + wide], [y[0], y[0] + height * 0.5], [d * 0.12, d * 0.85], { round: 8 }),
    ];
  }
  return books;
}

/** A body on legs, closed by doors; slatted where it is low. */
export function cabinet({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const feet = Math.min(170, h * 0.24);
  const slab = Math.min(26, h * 0.06);
  const front = Math.min(22, d * 0.06);
  const knob = Math.min(20, d * 0.05);
  const low = h < 620;
  const doors = row([w * 0.014, w * 0.986], Math.max(1, countOf(w, low ? 600 : 420)), 5);
  const y: Span = [feet + slab * 0.8, h - slab * 1.25];
  return [
    ...splayed(
      [w * 0.03, w * 0.97],
      [d * 0.06, d * 0.9],
      feet * 1.08,
      20,
      34,
      low ? "dark" : "wood",
      Math.min(24, w * 0.03),
    ),
    box("main", [0, w], [h - slab, h], [0, d - knob], { round: 7 }),
    box("main", [w * 0.003, w * 0.997], [feet, h - slab * 0.9], [d * 0.005, d - front - knob], { round: 5 }),
    box("main", [w * 0.003, w * 0.997], [feet, feet + slab], [d * 0.005, d - knob], { round: 5 }),
    box("deep", [w * 0.01, w * 0.99], [feet + slab, h - slab], [d * 0.3, d - knob - front * 0.9], { round: 0 }),
    ...doors.flatMap((x) =>
      low
        ? slats(x, y, [d - knob - front, d - knob])
        : [box("light", x, y, [d - knob - front, d - knob], { round: 5 })],
    ),
    ...doors.map((x, index) => {
      const at = index % 2 === 0 ? x[1] - (x[1] - x[0]) * 0.1 : x[0] + (x[1] - x[0]) * 0.1;
      const middle = y[0] + (y[1] - y[0]) * (low ? 0.5 : 0.72);
      return box("wood-dark", [at - 7, at + 7], [middle - 18, middle + 18], [d - knob, d], { round: 6 });
    }),
  ];
}

function slats(x: Span, y: Span, z: Span): readonly Part[] {
  const frame = Math.min(26, (x[1] - x[0]) * 0.06, (y[1] - y[0]) * 0.12);
  const inner = inset(x, frame);
  return [
    box("main", [x[0], x[0] + frame], y, z, { round: 3 }),
    box("main", [x[1] - frame, x[1]], y, z, { round: 3 }),
    box("main", inner, [y[0], y[0] + frame], z, { round: 3 }),
    box("main", inner, [y[1] - frame, y[1]], z, { round: 3 }),
    ...row(inner, countOf(inner[1] - inner[0], 34), 14).map((span) =>
      box("light", span, inset(y, frame), inset(z, (z[1] - z[0]) * 0.22), { round: 2 }),
    ),
  ];
}

/** Drawers one above the other. */
export function drawers({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const plinth = Math.min(60, h * 0.08);
  const slab = Math.min(24, h * 0.04);
  const front = Math.min(22, d * 0.06);
  const knob = Math.min(22, d * 0.05);
  const levels = row([plinth * 1.1, h - slab * 1.25], Math.max(2, countOf(h, 220)), 6);
  const columns = row([w * 0.012, w * 0.988], countOf(w, 800), 6);
  return [
    box("deep", [w * 0.02, w * 0.98], [0, plinth], [d * 0.03, d * 0.88], { round: 0 }),
    box("deep", [w * 0.004, w * 0.996], [plinth * 0.9, h - slab], [0, d - front - knob], { round: 2 }),
    box("main", [0, w], [h - slab, h], [0, d - knob], { round: 6 }),
    ...levels.flatMap((y) =>
      columns.flatMap((x): Part[] => [
        box("main", x, y, [d - front - knob, d - knob], { round: 5 }),
        ...[0.3, 0.7].map((at) => {
          const [cx, cy] = [x[0] + (x[1] - x[0]) * at, (y[0] + y[1]) / 2];
          return box("wood-dark", [cx - 11, cx + 11], [cy - 11, cy + 11], [d - knob, d], { round: 9 });
        }),
      ]),
    ),
  ];
}

/** Shelves behind glass. */
export function displayCabinet(size: Size3): readonly Part[] {
  const { width: w, depth: d, height: h } = size;
  const feet = Math.min(150, h * 0.12);
  const board = Math.min(24, w * 0.05, h * 0.03);
  const front = Math.min(20, d * 0.06);
  const knob = Math.min(18, d * 0.05);
  const inner: Span = [feet + board, h - board];
  const shelves = row(inner, countOf(inner[1] - inner[0], 360), board);
  const doors = row([w * 0.004, w * 0.996], Math.max(2, countOf(w, 450)), 4);
  return [
    ...splayed([w * 0.03, w * 0.97], [d * 0.05, d * 0.88], feet * 1.08, 20, 32, "main", 12),
    ...[0, w - board].map((x) => box("main", [x, x + board], [feet, h], [0, d - knob], { round: 4 })),
    box("main", [0, w], [h - board, h], [0, d - knob], { round: 5 }),
    box("main", [0, w], [feet, feet + board], [0, d - knob], { round: 5 }),
    box("shade", [board * 0.5, w - board * 0.5], inner, [0, Math.min(10, d * 0.04)], { round: 0 }),
    ...shelves.slice(1).map(([bottom]) => box("main", [board, w - board], [bottom - board * 0.6, bottom], [d * 0.02, d - knob - front * 1.4], { round: 0 })), // prettier-ignore
    ...shelves.flatMap((y, level) => cups([board, w - board], y, d, level)),
    ...doors.flatMap((x) => frameOf(x, inner, [d - knob - front, d - knob])),
    ...doors.map((x, index) => handle(x, h * 0.5, h * 0.06, [d - knob, d], index % 2 === 0)),
  ];
}

function frameOf(x: Span, y: Span, z: Span): readonly Part[] {
  const wide = Math.min(36, (x[1] - x[0]) * 0.1);
  return [
    box("main", [x[0], x[0] + wide], y, z, { round: 3 }),
    box("main", [x[1] - wide, x[1]], y, z, { round: 3 }),
    box("main", inset(x, wide), [y[0], y[0] + wide], z, { round: 3 }),
    box("main", inset(x, wide), [y[1] - wide, y[1]], z, { round: 3 }),
  ];
}

function cups(x: Span, y: Span, d: number, level: number): readonly Part[] {
  const radius = Math.min(38, (y[1] - y[0]) * 0.12, d * 0.14);
  return row(x, countOf(x[1] - x[0], 130), 0).flatMap((span, index): readonly Part[] => {
    if (scatter(level * 17 + index) < 0.35) return [];
    const [cx, cz] = [(span[0] + span[1]) / 2, d * (0.35 + 0.15 * scatter(index + level))];
    const tone = SPINES[(level * 3 + index) % SPINES.length]!;
    return [cylinder(tone, [cx - radius, cx + radius], [y[0], y[0] + radius * 2], [cz - radius, cz + radius], { ends: [0.75, 1] })]; // prettier-ignore
  });
}

/** Two trays on wheels, with a bar to push at. */
export function trolley({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const post = Math.min(26, w * 0.05, d * 0.07);
  const wheel = post / 2;
  const trays = [h * 0.22, h * 0.8];
  return [
    ...[0, w - post].flatMap((x) =>
      [0, d - post].flatMap((z): Part[] => [
        box("main", [x, x + post], [wheel, h], [z, z + post], { round: 8 }),
        ball("dark", [x, x + post], [0, wheel * 2], [z, z + post]), // prettier-ignore
      ]),
    ),
    ...trays.flatMap((y): Part[] => [
      box("main", [post * 0.3, w - post * 0.3], [y, y + 18], [post * 0.3, d - post * 0.3], { round: 6 }),
      box("shade", [post * 0.5, w - post * 0.5], [y + 18, y + h * 0.07], [post * 0.3, post * 0.7], { round: 3 }),
      box("shade", [post * 0.5, w - post * 0.5], [y + 18, y + h * 0.07], [d - post * 0.7, d - post * 0.3], {
        round: 3,
      }),
    ]),
    box("main", [0, post], [h - post, h], [0, d], { round: 8 }),
    box("linen", [w * 0.2, w * 0.42], [trays[1]! + 18, trays[1]! + 30], [d * 0.25, d * 0.75], { round: 4 }),
    cylinder("clay", [w * 0.6, w * 0.72], [trays[1]! + 18, trays[1]! + h * 0.14], [d * 0.38, d * 0.38 + w * 0.12], { ends: [0.8, 1] }), // prettier-ignore
  ];
}

/** Ribs between two pipes, off the floor. */
export function radiator({ width: w, depth: d, height: h }: Size3): readonly Part[] {
  const pipe = Math.min(60, h * 0.14);
  const gap = Math.min(100, h * 0.18);
  return [
    ...[w * 0.06, w * 0.94 - pipe * 0.4].map((x) =>
      box("metal", [x, x + pipe * 0.4], [0, gap * 1.2], inset([0, d], d * 0.4), { round: 4 }),
    ),
    box("main", [0, w], [gap, gap + pipe], [0, d], { round: 14 }),
    box("main", [0, w], [h - pipe, h], [0, d], { round: 14 }),
    ...row(inset([0, w], w * 0.01), countOf(w, 70), 14).map((x) => box("main", x, [gap + pipe * 0.5, h - pipe * 0.5], inset([0, d], d * 0.12), { round: 12 })), // prettier-ignore
  ];
}
