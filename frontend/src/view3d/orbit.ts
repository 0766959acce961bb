/**
 * Looking at the room from outside: a camera on a sphere around a point of it. Values are immutable; every function gives
 * a new one. Lengths in mm, angles in degrees.
 */
import { boundsOf, clamp, points, turn, type Point } from "../core/geometry";
import type { Plan } from "../core/protocol";

/** Degrees up and down that the camera sees. */
export const FIELD = 38;

export interface Orbit {
  /** The point that is looked at: on the plan, and its height. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Where the camera is, as seen from there: 0 is north, 90 east. */
  readonly bearing: number;
  /** 0 at the horizon, 90 straight above. */
  readonly elevation: number;
  readonly distance: number;
}

/** Where the camera is and what it looks at. */
export interface View {
  readonly from: Point & { readonly height: number };
  readonly to: Point & { readonly height: number };
}

const LOWEST = 8;
const HIGHEST = 89;
const NEAREST = 1_000;
const FURTHEST = 60_000;

/** The whole room, from the south-east and above, in a picture so many times as wide as it is high. */
export function around(plan: Plan, aspect: number): Orbit {
  const bounds = boundsOf(points(plan.outline));
  const start: Orbit = {
    x: bounds.left + bounds.width / 2,
    y: bounds.top + bounds.height / 2,
    height: plan.height * 0.2,
    bearing: 152,
    elevation: 40,
    distance: 1,
  };
  return { ...start, distance: clamp(distanceFor(start, plan, aspect), NEAREST, FURTHEST) };
}

/** How far away all corners of the room are in the picture, with a margin. */
function distanceFor(orbit: Orbit, plan: Plan, aspect: number): number {
  const up = Math.tan(((FIELD / 2) * Math.PI) / 180) * 0.86;
  const across = up * aspect;
  const axes = axesOf(orbit);
  const distances = points(plan.outline).flatMap(({ x, y }) =>
    [0, plan.height].map((height) => {
      const offset = [x - orbit.x, y - orbit.y, height - orbit.height] as const;
      const depth = dot(offset, axes.back);
      return depth + Math.max(Math.abs(dot(offset, axes.right)) / across, Math.abs(dot(offset, axes.up)) / up);
    }),
  );
  return Math.max(...distances);
}

export function viewOf(orbit: Orbit): View {
  const { back } = axesOf(orbit);
  const { x, y, height, distance } = orbit;
  return {
    from: { x: x + back[0] * distance, y: y + back[1] * distance, height: height + back[2] * distance },
    to: { x, y, height },
  };
}

export function turnedBy(orbit: Orbit, degrees: number, upwards: number): Orbit {
  return {
    ...orbit,
    bearing: (((orbit.bearing + degrees) % 360) + 360) % 360,
    elevation: clamp(orbit.elevation + upwards, LOWEST, HIGHEST),
  };
}

export function nearer(orbit: Orbit, factor: number): Orbit {
  return { ...orbit, distance: clamp(orbit.distance / factor, NEAREST, FURTHEST) };
}

/** Moves along the floor, as seen in the picture: to the right and away from the camera, in mm; not far from the room. */
export function shifted(orbit: Orbit, right: number, away: number, plan: Plan): Orbit {
  const { left, right: east, top, bottom } = boundsOf(points(plan.outline));
  const axes = axesOf(orbit);
  const ahead = flat(axes.back);
  return {
    ...orbit,
    x: clamp(orbit.x + axes.right[0] * right - ahead.x * away, left, east),
    y: clamp(orbit.y + axes.right[1] * right - ahead.y * away, top, bottom),
  };
}

/** A share of the way from one to another. */
export function between(from: Orbit, to: Orbit, share: number): Orbit {
  if (share >= 1) return to;
  const mix = (one: number, other: number) => one + (other - one) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    height: mix(from.height, to.height),
    bearing: (from.bearing + turn(from.bearing, to.bearing) * share + 360) % 360,
    elevation: mix(from.elevation, to.elevation),
    distance: from.distance * Math.pow(to.distance / from.distance, share),
  };
}

type Axis = readonly [x: number, y: number, up: number];

/** The camera's right, up and backwards, as x, y and height. */
function axesOf({ bearing, elevation }: Orbit): { readonly right: Axis; readonly up: Axis; readonly back: Axis } {
  const [way, rise] = [(bearing * Math.PI) / 180, (elevation * Math.PI) / 180];
  const [sin, cos] = [Math.sin(way), Math.cos(way)];
  return {
    right: [-cos, -sin, 0],
    up: [-sin * Math.sin(rise), cos * Math.sin(rise), Math.cos(rise)],
    back: [sin * Math.cos(rise), -cos * Math.cos(rise), Math.sin(rise)],
  };
}

function flat([x, y]: Axis): Point {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

const dot = (one: Axis, other: Axis) => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
