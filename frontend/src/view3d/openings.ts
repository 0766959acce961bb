/** Doors and windows as solids in their gaps. Lengths in mm. */
import type { Point } from "../core/geometry";
import type { Opening } from "../core/protocol";
import { WALL } from "../plan/picture";
import { along, type Block, type Gap, type WallSolid } from "./walls";

export interface Fitting {
  readonly matter: "frame" | "leaf" | "glass" | "handle" | "threshold";
  readonly block: Block;
}

/** The floor under a door's leaf as it swings: from its latch to its tip, around its hinge. */
export interface Swing {
  readonly hinge: Point;
  readonly radius: number;
  /** Directions as seen from the hinge, degrees clockwise from the east. */
  readonly closed: number;
  readonly open: number;
}

const FRAME = 45;
const LEAF = 40;
const PANE = 12;
/** A wider window is divided. */
const WIDEST_SASH = 900;

/** What stands in a wall's gaps. Doors are drawn open, as on the plan. */
export function fittingsOf({ wall, gaps }: WallSolid): readonly Fitting[] {
  return gaps.flatMap((gap) => {
    const from = distance(wall.a, gap.a);
    const to = distance(wall.a, gap.b);
    if (to - from < 4 * FRAME || gap.top - gap.bottom < 4 * FRAME) return [];
    const block: Maker = (start, end, bottom, top, inner, outer) => ({
      corners: [along(wall, start, inner), along(wall, end, inner), along(wall, end, outer), along(wall, start, outer)],
      bottom,
      top,
    });
    const threshold =
      gap.bottom === 0 ? [{ matter: "threshold", block: block(from, to, -20, 0, 0, WALL) } as const] : [];
    const fitted = { door: doorParts, window: windowParts, passage: () => [] }[gap.opening.kind];
    return [...threshold, ...fitted(gap, from, to, block)];
  });
}

/** Along the wall, upwards, and outwards from the room's side of the wall. */
type Maker = (start: number, end: number, bottom: number, top: number, inner: number, outer: number) => Block;

function doorParts({ opening, top }: Gap, from: number, to: number, block: Maker): readonly Fitting[] {
  const frame = (start: number, end: number, bottom: number, head: number): Fitting => ({
    matter: "frame",
    block: block(start, end, bottom, head, -10, WALL + 10),
  });
  return [
    frame(from, from + FRAME, 0, top),
    frame(to - FRAME, to, 0, top),
    frame(from + FRAME, to - FRAME, top - FRAME, top),
    ...leaf(opening, from, to, top - FRAME - 4, block),
  ];
}

/** Stands at a right angle to its wall. */
function leaf({ hinge, swing }: Opening, from: number, to: number, top: number, block: Maker): readonly Fitting[] {
  const length = to - from - 2 * FRAME;
  const left = hinge === "left";
  const [start, end] = left ? [from + FRAME - LEAF * 0.5, from + FRAME + LEAF * 0.5] : [to - FRAME - LEAF * 0.5, to - FRAME + LEAF * 0.5]; // prettier-ignore
  const out = (reach: number) => (swing === "in" ? -reach : WALL + reach);
  const handle = (side: number): Fitting => ({
    matter: "handle",
    block: span(block, [side, side + 12], [1000, 1022], [out(length - 160), out(length - 50)]),
  });
  return [
    { matter: "leaf", block: span(block, [start, end], [10, top], [out(0), out(length)]) },
    handle(start - 30),
    handle(end + 18),
  ];
}

function span(block: Maker, [start, end]: Pair, [bottom, top]: Pair, [one, other]: Pair): Block {
  return block(start, end, bottom, top, Math.min(one, other), Math.max(one, other));
}

type Pair = readonly [number, number];

function windowParts({ bottom, top }: Gap, from: number, to: number, block: Maker): readonly Fitting[] {
  const frame = (start: number, end: number, low: number, high: number): Fitting => ({
    matter: "frame",
    block: block(start, end, low, high, WALL * 0.35, WALL * 0.75),
  });
  const sashes = Math.max(1, Math.ceil((to - from) / WIDEST_SASH));
  const mullions = Array.from({ length: sashes - 1 }, (_, index) => from + ((to - from) * (index + 1)) / sashes);
  return [
    frame(from, from + FRAME, bottom, top),
    frame(to - FRAME, to, bottom, top),
    frame(from + FRAME, to - FRAME, bottom, bottom + FRAME),
    frame(from + FRAME, to - FRAME, top - FRAME, top),
    ...mullions.map((at) => frame(at - FRAME / 2, at + FRAME / 2, bottom + FRAME, top - FRAME)),
    { matter: "frame", block: block(from - 30, to + 30, bottom - 24, bottom, -35, WALL * 0.5) },
    { matter: "glass", block: block(from + FRAME, to - FRAME, bottom + FRAME, top - FRAME, WALL * 0.5, WALL * 0.5 + PANE) }, // prettier-ignore
  ];
}

/** Where the doors of a wall sweep the floor inside the room. */
export function swingsOf({ wall, gaps }: WallSolid): readonly Swing[] {
  return gaps.flatMap(({ opening, a, b }) => {
    if (opening.kind !== "door" || opening.swing !== "in") return [];
    const [hinge, latch] = opening.hinge === "left" ? [a, b] : [b, a];
    return [
      {
        hinge,
        radius: distance(a, b),
        closed: direction({ x: latch.x - hinge.x, y: latch.y - hinge.y }),
        open: direction(wall.inward),
      },
    ];
  });
}

const distance = (one: Point, other: Point) => Math.hypot(other.x - one.x, other.y - one.y);
const direction = ({ x, y }: Point) => (Math.atan2(y, x) * 180) / Math.PI;
