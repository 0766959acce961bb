/** Walking through the room at eye height. Immutable values; lengths in mm, angles in degrees. */
import { boundsOf, clamp, contains, points, turn, walls, type Point } from "../core/geometry";
import type { Plan } from "../core/protocol";
import type { View } from "./orbit";

export const EYE = 1_600;
/** Degrees up and down that somebody in the room sees. */
export const WALK_FIELD = 62;
/** How near to a wall one comes: half one's shoulders. */
const BODY = 250;

export interface Walk extends Point {
  /** 0 is north, 90 east. */
  readonly heading: number;
  /** Above the horizon; negative below. */
  readonly pitch: number;
}

/** In the corner that is furthest from the middle of what one looks at, looking across the room. */
export function entering(plan: Plan): Walk {
  const bounds = boundsOf(points(plan.outline));
  const middle = { x: bounds.left + bounds.width / 2, y: bounds.top + bounds.height / 2 };
  const door = plan.openings.find(({ kind }) => kind !== "window");
  const wall = door && walls(plan.outline)[door.wall];
  const start = wall
    ? { x: wall.a.x + wall.along.x * (door.offset + door.width / 2) + wall.inward.x * BODY * 1.4, y: wall.a.y + wall.along.y * (door.offset + door.width / 2) + wall.inward.y * BODY * 1.4 } // prettier-ignore
    : { x: bounds.right - BODY * 2, y: bounds.bottom - BODY * 2 };
  const at = isFree(plan, start) ? start : (someFree(plan) ?? middle);
  return { ...at, heading: bearingTo(at, middle), pitch: -8 };
}

export function viewFrom({ x, y, heading, pitch }: Walk): View {
  const [way, rise] = [(heading * Math.PI) / 180, (pitch * Math.PI) / 180];
  const flat = Math.cos(rise) * 1000;
  return {
    from: { x, y, height: EYE },
    to: { x: x + Math.sin(way) * flat, y: y - Math.cos(way) * flat, height: EYE + Math.sin(rise) * 1000 },
  };
}

export function looked(walk: Walk, right: number, up: number): Walk {
  return {
    ...walk,
    heading: (((walk.heading + right) % 360) + 360) % 360,
    pitch: clamp(walk.pitch + up, -75, 75),
  };
}

/** Steps ahead and to the right; a wall is slid along, never gone through. */
export function stepped(walk: Walk, ahead: number, right: number, plan: Plan): Walk {
  const way = (walk.heading * Math.PI) / 180;
  const [sin, cos] = [Math.sin(way), Math.cos(way)];
  const step = { x: sin * ahead + cos * right, y: -cos * ahead + sin * right };
  // In short steps, so that no wall is skipped.
  const count = Math.max(1, Math.ceil(Math.hypot(step.x, step.y) / 50));
  let at: Point = walk;
  for (let index = 0; index < count; index++) at = slid(plan, at, { x: step.x / count, y: step.y / count });
  return { ...walk, x: at.x, y: at.y };
}

/** A share of the way from one to another. */
export function between(from: Walk, to: Walk, share: number): Walk {
  if (share >= 1) return to;
  const mix = (one: number, other: number) => one + (other - one) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    heading: (from.heading + turn(from.heading, to.heading) * share + 360) % 360,
    pitch: mix(from.pitch, to.pitch),
  };
}

/** Back inside, where the room was reshaped around somebody. */
export function keptInside(walk: Walk, plan: Plan): Walk {
  if (isFree(plan, walk)) return walk;
  return { ...walk, ...(someFree(plan) ?? walk) };
}

function slid(plan: Plan, { x, y }: Point, step: Point): Point {
  const ways = [
    step,
    ...walls(plan.outline).map(({ along }) => {
      const share = step.x * along.x + step.y * along.y;
      return { x: along.x * share, y: along.y * share };
    }),
  ];
  const tried = ways.map((way) => ({ x: x + way.x, y: y + way.y, length: Math.hypot(way.x, way.y) }));
  const free = tried.filter((spot) => isFree(plan, spot)).sort((one, other) => other.length - one.length)[0];
  return free ?? { x, y };
}

/** Whether a person has room there between the walls. */
export function isFree(plan: Plan, at: Point): boolean {
  return contains(plan.outline, at) && walls(plan.outline).every((wall) => distanceTo(wall, at) >= BODY - 1e-6);
}

function someFree(plan: Plan): Point | undefined {
  const { left, top, width, height } = boundsOf(points(plan.outline));
  const middle = { x: left + width / 2, y: top + height / 2 };
  const spots = Array.from({ length: 21 * 21 }, (_, index) => ({
    x: left + (width * ((index % 21) + 0.5)) / 21,
    y: top + (height * (Math.floor(index / 21) + 0.5)) / 21,
  }));
  return spots
    .filter((spot) => isFree(plan, spot))
    .sort(
      (one, other) =>
        Math.hypot(one.x - middle.x, one.y - middle.y) - Math.hypot(other.x - middle.x, other.y - middle.y),
    )[0];
}

function distanceTo({ a, along, length }: ReturnType<typeof walls>[number], { x, y }: Point): number {
  const share = clamp((x - a.x) * along.x + (y - a.y) * along.y, 0, length);
  return Math.hypot(x - a.x - along.x * share, y - a.y - along.y * share);
}

function bearingTo(from: Point, to: Point): number {
  return ((Math.atan2(to.x - from.x, from.y - to.y) * 180) / Math.PI + 360) % 360;
}
