/** Boxes through openings and around corners: plain geometry, without settings. Lengths are mm, angles radians. */

/** Three sides, in no order. */
export type Box = readonly [number, number, number];

/** A rectangle on the floor. */
export interface Footprint {
  readonly length: number;
  readonly thickness: number;
}

/** How many steps an angle is searched in before the best of them is made exact. */
const STEPS = 32;
/** One step of a golden section search leaves this share of the range. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const REFINEMENTS = 26;

/**
 * Whether a rectangle goes into another, turned as need be. Carver's condition (W. B. Carver, American Mathematical
 * Monthly 64, 1957; proved anew in J. E. Wetzel, "Rectangles in Rectangles", Mathematics Magazine 73, 2000).
 */
export function fitsRectangle(one: readonly [number, number], into: readonly [number, number]): boolean {
  const [p, q] = [Math.max(...one), Math.min(...one)];
  const [a, b] = [Math.max(...into), Math.min(...into)];
  if (q > b) return false;
  if (p <= a) return true;
  return b >= (2 * p * q * a + (p * p - q * q) * Math.sqrt(p * p + q * q - a * a)) / (p * p + q * q);
}

/** Whether a box slides through an opening along one of its sides; its smallest section is then the best. */
export function passesOpening(box: Box, width: number, height: number): boolean {
  const [least, middle] = sorted(box);
  return fitsRectangle([middle, least], [width, height]);
}

/**
 * Whether a rectangle on the floor gets around a right-angled corner between corridors of two widths. Either it moves
 * without being turned; or it turns, its long side sliding along both outer walls like a ladder, and must leave the
 * inner corner free at every angle.
 */
export function turnsCorner({ length, thickness }: Footprint, width: number, beyond: number): boolean {
  const [long, thick] = [Math.max(length, thickness), Math.min(length, thickness)];
  if ((thick <= width && long <= beyond) || (long <= width && thick <= beyond)) return true;
  return thick <= freeAtCorner(long, width, beyond);
}

/** How thick something as long as this can be that turns a corner: the least distance of the inner corner from it. */
export function freeAtCorner(length: number, width: number, beyond: number): number {
  const free = (angle: number) => {
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    return width * cos + beyond * sin - length * sin * cos;
  };
  return Math.min(width, beyond, leastOf(free, 0, Math.PI / 2));
}

/**
 * The footprints that a box can be given under a ceiling: lying on any of its sides, raised at one end as far as the
 * ceiling allows, and on end where there is room to raise it. Raising shortens only beyond a certain angle, so the
 * shortest is always at one of these.
 */
export function footprintsUnder(box: Box, ceiling: number): readonly (Footprint & { readonly raised: boolean })[] {
  return permutations(box).flatMap(([length, height, thickness]) => {
    if (height > ceiling || length < height) return [];
    const lying = { length, thickness, raised: false };
    const diagonal = Math.hypot(length, height);
    if (ceiling >= diagonal) return [lying, { length: height, thickness, raised: true }];
    const angle = Math.asin(ceiling / diagonal) - Math.atan2(height, length);
    const shortened = length * Math.cos(angle) + height * Math.sin(angle);
    return shortened < length ? [lying, { length: shortened, thickness, raised: true }] : [lying];
  });
}

/** Whether a box lies within another, side along side or turned about one side. */
export function fitsBox(box: Box, into: Box): boolean {
  return permutations(into).some(([first, second, third]) =>
    permutations(box).some(([p, q, r]) => r <= third && fitsRectangle([p, q], [first, second])),
  );
}

/** All six orders of the sides. */
export function permutations([a, b, c]: Box): readonly Box[] {
  return [
    [a, b, c],
    [a, c, b],
    [b, a, c],
    [b, c, a],
    [c, a, b],
    [c, b, a],
  ];
}

/**
 * The most, in whole millimetres, by which all measures of a passage could be less before a box no longer passes; negative is by how much they
 * are too small. `passes` must not come true again for a greater `less`.
 */
export function marginOf(passes: (less: number) => boolean): number {
  let [yes, no] = [-FAR, FAR];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (passes(middle - HAIR)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Beyond any package and any passage, mm. */
const FAR = 16_384;
/** A length that only arithmetic leaves behind, mm. */
const HAIR = 1e-6;

function leastOf(value: (at: number) => number, from: number, to: number): number {
  const step = (to - from) / STEPS;
  let best = from;
  for (let index = 0; index <= STEPS; index++) {
    const at = from + index * step;
    if (value(at) < value(best)) best = at;
  }
  let [low, high] = [Math.max(from, best - step), Math.min(to, best + step)];
  for (let refinement = 0; refinement < REFINEMENTS; refinement++) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (value(left) < value(right)) high = right;
    else low = left;
  }
  return value((low + high) / 2);
}

function sorted(box: Box): readonly number[] & Box {
  return [...box].sort((one, other) => one - other) as unknown as readonly number[] & Box;
}
