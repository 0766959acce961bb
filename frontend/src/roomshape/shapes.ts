/** The shapes one can choose: a rectangle, or one with a corner cut out. Anything else has free corners. Lengths are mm. */
import { outlineBounds } from "../core/geometry";
import type { Corner } from "../core/protocol";
import { replaceOutline, type OutlineEdit } from "./outline";

/** Which corner of an L-shaped room is missing. */
export type Cut = "nw" | "ne" | "se" | "sw";

export const CUTS: readonly Cut[] = ["nw", "ne", "sw", "se"];

export interface Rectangle {
  readonly kind: "rectangle";
  readonly width: number;
  readonly depth: number;
}

export interface LShape {
  readonly kind: "l";
  /** Of the whole, from wall to wall. */
  readonly width: number;
  readonly depth: number;
  readonly cut: Cut;
  /** Of what is missing. */
  readonly cutWidth: number;
  readonly cutDepth: number;
}

export type Shape = Rectangle | LShape | { readonly kind: "free" };

/** What is cut out of a rectangle that becomes an L, as a share of its sides. */
const CUT_SHARE = 0.4;

/** The corners, clockwise, of a shape whose box begins at (left, top). */
export function corners(shape: Rectangle | LShape, left = 0, top = 0): readonly Corner[] {
  const [right, bottom] = [left + shape.width, top + shape.depth];
  const whole: Record<Cut, readonly Corner[]> = {
    nw: [[left, top]],
    ne: [[right, top]],
    se: [[right, bottom]],
    sw: [[left, bottom]],
  };
  if (shape.kind === "l") whole[shape.cut] = notch(shape, left, top);
  const { nw, ne, se, sw } = whole;
  return [...nw, ...ne, ...se, ...sw];
}

/** The three corners in place of the one that is missing. */
function notch({ width, depth, cut, cutWidth, cutDepth }: LShape, left: number, top: number): readonly Corner[] {
  const [right, bottom] = [left + width, top + depth];
  const x = cut === "nw" || cut === "sw" ? left + cutWidth : right - cutWidth;
  const y = cut === "nw" || cut === "ne" ? top + cutDepth : bottom - cutDepth;
  switch (cut) {
    case "nw":
      return [[left, y], [x, y], [x, top]]; // prettier-ignore
    case "ne":
      return [[x, top], [x, y], [right, y]]; // prettier-ignore
    case "se":
      return [[right, y], [x, y], [x, bottom]]; // prettier-ignore
    case "sw":
      return [[x, bottom], [x, y], [left, y]]; // prettier-ignore
  }
}

/** The shape that an outline is, wherever its ring begins. */
export function shapeOf(outline: readonly Corner[]): Shape {
  return found(outline)?.shape ?? { kind: "free" };
}

/**
 * The outline in another shape, its box's north-west corner where it was. Where it has as many corners in the same order,
 * each wall stays what it was; else walls are found again by their directions.
 */
export function reshaped(outline: readonly Corner[], shape: Rectangle | LShape): OutlineEdit {
  const { left, top } = outlineBounds(outline);
  const next = corners(shape, left, top);
  const before = found(outline);
  const alike = before?.shape.kind === shape.kind && (shape.kind === "rectangle" || (before.shape as LShape).cut === shape.cut); // prettier-ignore
  if (!before || !alike) return replaceOutline(outline, next);
  return { outline: rotated(next, before.start), heirs: outline.map((_, wall) => [wall]) };
}

/** What somebody gets who chooses a shape: the box of the room as it is, and a moderate cut. */
export function inShape(outline: readonly Corner[], kind: "rectangle" | "l", cut: Cut = "se"): Rectangle | LShape {
  const { width, height: depth } = outlineBounds(outline);
  if (kind === "rectangle") return { kind, width, depth };
  const share = (side: number): number => Math.round((side * CUT_SHARE) / 100) * 100;
  const shape = shapeOf(outline);
  const size = shape.kind === "l" ? shape : { cutWidth: share(width), cutDepth: share(depth) };
  return { kind, width, depth, cut, cutWidth: size.cutWidth, cutDepth: size.cutDepth };
}

/** The shape, and at which of its corners the ring begins. */
function found(outline: readonly Corner[]): { readonly shape: Rectangle | LShape; readonly start: number } | undefined {
  const { left, top, width, height: depth } = outlineBounds(outline);
  for (const shape of candidates(outline)) {
    const expected = corners(shape, left, top);
    const start = expected.findIndex((at) => same(at, outline[0]!));
    if (start >= 0 && rotated(expected, start).every((at, index) => same(at, outline[index]!))) return { shape, start };
  }
  return undefined;

  function candidates(ring: readonly Corner[]): readonly (Rectangle | LShape)[] {
    if (ring.length === 4) return [{ kind: "rectangle", width, depth }];
    const inner = ring.find(([x, y]) => x > left && x < left + width && y > top && y < top + depth);
    if (ring.length !== 6 || !inner) return [];
    return CUTS.map((cut) => ({
      kind: "l",
      width,
      depth,
      cut,
      cutWidth: cut === "nw" || cut === "sw" ? inner[0] - left : left + width - inner[0],
      cutDepth: cut === "nw" || cut === "ne" ? inner[1] - top : top + depth - inner[1],
    }));
  }
}

function rotated<T>(ring: readonly T[], start: number): readonly T[] {
  return [...ring.slice(start), ...ring.slice(0, start)];
}

const same = (one: Corner, other: Corner): boolean => one[0] === other[0] && one[1] === other[1];
