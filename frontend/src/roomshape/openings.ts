/**
 * Doors, windows and passages on their walls. Offsets run from a wall's first corner, which is its left end as seen from
 * inside. Lengths are mm.
 */
import { walls, type Point, type Wall } from "../core/geometry";
import type { Corner, Opening, Plan } from "../core/protocol";
import type { OutlineEdit } from "./outline";
import { roomOn, type Problem } from "./rules";

/** HÖMSTYLE's own defaults; doors and windows are those of a room that nobody has shaped. */
const DEFAULTS: Record<Opening["kind"], Omit<Opening, "wall" | "offset">> = {
  door: { kind: "door", width: 900, height: 2_050, sill: 0, hinge: "left", swing: "in" },
  window: { kind: "window", width: 1_200, height: 1_200, sill: 900, hinge: "left", swing: "in" },
  passage: { kind: "passage", width: 900, height: 2_050, sill: 0, hinge: "left", swing: "in" },
};

/** A stretch of a wall, from `from` to `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of a wall that no opening takes, `except` one that is about to move. */
export function freeStretches({ outline, openings }: Plan, wall: number, except?: number): readonly Stretch[] {
  const taken = openings
    .filter((opening, index) => opening.wall === wall && index !== except)
    .map(({ offset, width }) => ({ from: offset, to: offset + width }))
    .sort((one, other) => one.from - other.from);
  const free: Stretch[] = [];
  let from = 0;
  for (const stretch of taken) {
    if (stretch.from > from) free.push({ from, to: stretch.from });
    from = Math.max(from, stretch.to);
  }
  const end = roomOn(outline, wall);
  return end > from ? [...free, { from, to: end }] : free;
}

/** The free offset nearest to the wanted one for an opening of this width; undefined where there is none. */
export function nearestFree(
  plan: Plan,
  wall: number,
  width: number,
  wanted: number,
  except?: number,
): number | undefined {
  return freeStretches(plan, wall, except)
    .filter(({ from, to }) => to - from >= width)
    .map(({ from, to }) => Math.min(Math.max(wanted, from), to - width))
    .sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0];
}

/** Where a corner divides a wall without touching an opening, as nearly as there is such a place. */
export function middleOfTheFree(plan: Plan, wall: number): number {
  const all = freeStretches(plan, wall);
  const { from, to } = longest(all) ?? { from: 0, to: roomOn(plan.outline, wall) };
  return Math.round((from + to) / 2);
}

/** A new opening of a kind, its middle as near to a point of the wall as there is space; low rooms get lower ones. */
export function newOpening(plan: Plan, kind: Opening["kind"], wall: number, middle?: number): Opening | Problem {
  const usual = DEFAULTS[kind];
  const centre = middle ?? roomOn(plan.outline, wall) / 2;
  const offset = nearestFree(plan, wall, usual.width, Math.round((centre - usual.width / 2) / 10) * 10);
  if (offset === undefined) return noSpace(plan, wall, usual.width);
  return { ...usual, wall, offset, height: Math.min(usual.height, plan.height - usual.sill) };
}

export function noSpace(plan: Plan, wall: number, width: number, except?: number): Problem {
  const stretch = longest(freeStretches(plan, wall, except));
  return { kind: "no-space", wall, width, free: stretch ? stretch.to - stretch.from : 0 };
}

/** What became of a room's openings when its walls changed. */
export interface Carried {
  readonly openings: readonly Opening[];
  /** Those that had to slide along their wall, as they are now. */
  readonly slid: readonly Opening[];
  /** Those that no longer fit, as they were. */
  readonly lost: readonly Opening[];
}

interface Claim {
  readonly index: number;
  readonly wall: number;
  readonly width: number;
  /** Where it would be without its wall's ends and its neighbours. */
  readonly wanted: number;
}

/**
 * The openings on the changed walls. The rule: an opening keeps its size, its wall and its place in the room. Where that
 * is beyond the wall's end or on another opening, it slides along the wall, no further than it must. Where a wall
 * is too short for all it has, the widest goes, and is named in `lost`.
 */
export function carried(plan: Plan, edit: OutlineEdit): Carried {
  const [before, after] = [walls(plan.outline), walls(edit.outline)];
  const claims = plan.openings.flatMap((opening, index) => claimOf(opening, index, before, after, edit));
  const offsets = new Map<number, readonly [claim: Claim, offset: number]>();
  for (const wall of new Set(claims.map((claim) => claim.wall))) {
    const kept = fitting(claims.filter((claim) => claim.wall === wall), roomOn(edit.outline, wall)); // prettier-ignore
    for (const [claim, offset] of sideBySide(kept, roomOn(edit.outline, wall))) offsets.set(claim.index, [claim, offset]); // prettier-ignore
  }
  const now = plan.openings.map((opening, index) => {
    const [claim, offset] = offsets.get(index) ?? [];
    return claim && offset !== undefined
      ? { opening: { ...opening, wall: claim.wall, offset }, slid: Math.abs(offset - claim.wanted) > 1 }
      : undefined;
  });
  return {
    openings: now.flatMap((one) => (one ? [one.opening] : [])),
    slid: now.flatMap((one) => (one?.slid ? [one.opening] : [])),
    lost: plan.openings.filter((_, index) => !now[index]),
  };
}

/** Of several walls that continue an opening's own, the one that is nearest to its middle. */
function claimOf(
  { wall, offset, width }: Opening,
  index: number,
  before: readonly Wall[],
  after: readonly Wall[],
  { heirs }: OutlineEdit,
): readonly Claim[] {
  const own = before[wall]!;
  const middle = along(own, offset + width / 2);
  const heir = heirs[wall]!.map((candidate) => after[candidate]!)
    .map((candidate) => ({ candidate, away: awayFrom(candidate, middle) }))
    .sort((one, other) => one.away - other.away)[0]?.candidate;
  if (!heir) return [];
  const wanted = Math.round(alongOf(heir, middle) - width / 2);
  return [{ index, wall: heir.index, width, wanted }];
}

/** As many as there is room for, the widest left out first. */
function fitting(claims: readonly Claim[], room: number): readonly Claim[] {
  const widths = claims.reduce((sum, { width }) => sum + width, 0);
  if (widths <= room) return claims;
  const widest = claims.reduce((one, other) => (other.width >= one.width ? other : one));
  return fitting(claims.filter((claim) => claim !== widest), room); // prettier-ignore
}

/** Pushed apart from the left, then back from the right end; there is room for all of them. */
function sideBySide(claims: readonly Claim[], room: number): readonly (readonly [Claim, number])[] {
  const inOrder = [...claims].sort((one, other) => one.wanted - other.wanted || one.index - other.index);
  const offsets: number[] = [];
  let from = 0;
  for (const { wanted, width } of inOrder) {
    offsets.push(Math.max(wanted, from));
    from = offsets.at(-1)! + width;
  }
  let to = room;
  return inOrder
    .map((claim, place) => [claim, offsets[place]!] as const)
    .reverse()
    .map(([claim, offset]) => {
      const kept = Math.min(offset, to - claim.width);
      to = kept;
      return [claim, kept] as const;
    });
}

/** The wall that a point is nearest to, of those that are long enough and count, and how far along it the point is. */
export function wallNear(
  outline: readonly Corner[],
  point: Point,
  width = 0,
  counts: (wall: number) => boolean = () => true,
): { readonly wall: number; readonly along: number } | undefined {
  const near = walls(outline)
    .filter(({ index }) => roomOn(outline, index) >= width && counts(index))
    .map((wall) => ({ wall, away: awayFrom(wall, point) }))
    .sort((one, other) => one.away - other.away)[0]?.wall;
  return near && { wall: near.index, along: alongOf(near, point) };
}

export function longestWall(outline: readonly Corner[]): number {
  const sides = walls(outline);
  return sides.reduce((longest, side) => (side.length > longest.length ? side : longest)).index;
}

function along(wall: Wall, distance: number): Point {
  return { x: wall.a.x + wall.along.x * distance, y: wall.a.y + wall.along.y * distance };
}

function alongOf({ a, along }: Wall, { x, y }: Point): number {
  return (x - a.x) * along.x + (y - a.y) * along.y;
}

function awayFrom(wall: Wall, point: Point): number {
  const nearest = along(wall, Math.min(Math.max(alongOf(wall, point), 0), wall.length));
  return Math.hypot(point.x - nearest.x, point.y - nearest.y);
}

function longest(stretches: readonly Stretch[]): Stretch | undefined {
  return [...stretches].sort((one, other) => other.to - other.from - (one.to - one.from))[0];
}
