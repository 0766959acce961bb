/**
 * What models are made of: simple solids in a box, in mm. x runs from the piece's left, y from the floor, z from its back,
 * so that all numbers of a product with width, depth and height lie between 0 and these.
 */

/** From and to. */
export type Span = readonly [from: number, to: number];

export type Vector = readonly [x: number, y: number, z: number];

/** What a part is made of; `palette.ts` knows the colour. */
export type Tone =
  | "main"
  | "shade"
  | "deep"
  | "light"
  | "pale"
  | "wood"
  | "wood-dark"
  | "dark"
  | "metal"
  | "linen"
  | "white"
  | "leaf"
  | "leaf-dark"
  | "leaf-light"
  | "soil"
  | "clay"
  | "glass"
  | "sand"
  | "sage"
  | "smoke"
  | "rose"
  | "ochre"
  | "glow";

interface Boxed {
  readonly tone: Tone;
  readonly x: Span;
  readonly y: Span;
  readonly z: Span;
  /** How far the top is shifted against the bottom. */
  readonly lean?: { readonly x?: number; readonly z?: number };
}

export interface Box extends Boxed {
  readonly shape: "box";
  /** The radius of its edges; halved sides at most. */
  readonly round: number;
}

/** Upright; as wide as its box at its widest end. */
export interface Cylinder extends Boxed {
  readonly shape: "cylinder";
  readonly round: number;
  /** The radii at its ends as shares of the box's half width. */
  readonly ends: readonly [bottom: number, top: number];
  /** Without its top and bottom, as a lamp's shade. */
  readonly open: boolean;
}

export interface Ball extends Boxed {
  readonly shape: "ball";
}

/** Flat triangles that are seen from both sides. */
export interface Sheet {
  readonly shape: "sheet";
  readonly tone: Tone;
  readonly triangles: readonly (readonly [Vector, Vector, Vector])[];
}

export type Part = Box | Cylinder | Ball | Sheet;

interface Options {
  readonly round?: number;
  readonly lean?: { readonly x?: number; readonly z?: number };
}

export function box(tone: Tone, x: Span, y: Span, z: Span, { round = 6, lean }: Options = {}): Box {
  return { shape: "box", tone, x, y, z, round, ...(lean && { lean }) };
}

export function cylinder(
  tone: Tone,
  x: Span,
  y: Span,
  z: Span,
  { round = 0, lean, ends = [1, 1], open = false }: Options & Partial<Pick<Cylinder, "ends" | "open">> = {},
): Cylinder {
  return { shape: "cylinder", tone, x, y, z, round, ends, open, ...(lean && { lean }) };
}

export function ball(tone: Tone, x: Span, y: Span, z: Span): Ball {
  return { shape: "ball", tone, x, y, z };
}

/** A round one about an upright axis. */
export function disc(tone: Tone, [cx, cz]: readonly [number, number], radius: number, y: Span, options = {}): Cylinder {
  return cylinder(tone, [cx - radius, cx + radius], y, [cz - radius, cz + radius], options);
}

/** The same mirrored from left to right within so much width. */
export function mirrored(parts: readonly Part[], width: number): readonly Part[] {
  const turned = ([from, to]: Span): Span => [width - to, width - from];
  return parts.map((part) =>
    part.shape === "sheet"
      ? { ...part, triangles: part.triangles.map((corners) => corners.map(([x, y, z]) => [width - x, y, z])) as never }
      : { ...part, x: turned(part.x), ...(part.lean && { lean: { ...part.lean, x: -(part.lean.x ?? 0) } }) },
  );
}

/** So many equal spans side by side, with gaps between them. */
export function row([from, to]: Span, count: number, gap = 0): readonly Span[] {
  const size = (to - from - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => {
    const start = from + index * (size + gap);
    return [start, start + size];
  });
}

/** How many pieces of about this size there are in a length; at least one. */
export function countOf(length: number, size: number): number {
  return Math.max(1, Math.round(length / size));
}

/** The part of a span from one share of it to another. */
export function share([from, to]: Span, start: number, end: number): Span {
  return [from + (to - from) * start, from + (to - from) * end];
}

export function inset([from, to]: Span, by: number): Span {
  const within = Math.min(by, (to - from) / 2);
  return [from + within, to - within];
}

/** A number from 0 to 1 that looks random and is always the same for the same index. */
export function scatter(index: number): number {
  const value = Math.sin(index * 127.1 + 11.7) * 43758.5453;
  return value - Math.floor(value);
}
