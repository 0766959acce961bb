/**
 * What others do with their hands: cursors, drags and sketches in flight (M1, M2, M5). Frames come about thirty times a second;
 * each new sample is approached smoothly from wherever the last picture showed it. Times are given, never read.
 */
import { turn } from "./geometry";
import type { Point } from "./geometry";
import { PLAN, type MotionFrame, type Plan, type Pose } from "./protocol";
import { planOf, type Room } from "./room";

/** How long a picture takes to reach a new sample, ms. */
export const GLIDE_MS = 60;

export interface Cursor extends Point {
  readonly client: string;
  /** When it last moved (on the caller's clock), for fading out idle ones. */
  readonly at: number;
}

export interface Drag extends Pose {
  readonly client: string;
  readonly item: string;
}

/** Everything as it should be drawn at one moment; `moving` says whether a later moment would look different. */
export interface MotionPicture {
  readonly cursors: readonly Cursor[];
  /** By item id. */
  readonly drags: ReadonlyMap<string, Drag>;
  readonly moving: boolean;
}

export interface Motion {
  /** By client id. */
  readonly cursors: ReadonlyMap<string, Track>;
  /** By item id. */
  readonly drags: ReadonlyMap<string, Track>;
  /** The plan as somebody is just making it; shown as it comes. */
  readonly sketch?: Sketch | undefined;
}

interface Sketch {
  readonly client: string;
  readonly plan: Plan;
}

/** The last two samples: where the picture was when the newest one came, and where it goes. */
interface Track {
  readonly client: string;
  readonly from: Pose;
  readonly to: Pose;
  readonly at: number;
}

export const stillness: Motion = { cursors: new Map(), drags: new Map() };

export function heard(motion: Motion, frame: MotionFrame, now: number): Motion {
  const cursors = new Map(motion.cursors);
  for (const [client, x, y] of frame.cursors) {
    cursors.set(client, towards(cursors.get(client), client, { x, y, rotation: 0 }, now));
  }
  const sketch = frame.sketch ? { client: frame.sketch.client, plan: planOf(frame.sketch) } : motion.sketch;
  if (frame.drags.length === 0) return { cursors, drags: motion.drags, sketch };
  const drags = new Map(motion.drags);
  for (const [client, item, x, y, rotation] of frame.drags) {
    drags.set(item, towards(drags.get(item), client, { x, y, rotation }, now));
  }
  return { cursors, drags, sketch };
}

/** The plan has changed for everybody: what was made of it is in it now. */
export function sketchless({ cursors, drags }: Motion): Motion {
  return { cursors, drags };
}

/** Forgets the cursors of clients who are gone, and what moves that its mover does not hold (any more). */
export function pruned(motion: Motion, room: Pick<Room, "clients" | "locks">): Motion {
  const cursors = new Map([...motion.cursors].filter(([client]) => room.clients.has(client)));
  const drags = new Map([...motion.drags].filter(([item, { client }]) => room.locks.get(item)?.by === client));
  const still = drags.size === motion.drags.size ? motion.drags : drags;
  const sketch = motion.sketch && room.locks.get(PLAN)?.by === motion.sketch.client ? motion.sketch : undefined;
  return { cursors: cursors.size === motion.cursors.size ? motion.cursors : cursors, drags: still, sketch };
}

/** The drags as last heard, not smoothed. */
export function latestDrags(drags: Motion["drags"]): readonly Drag[] {
  return [...drags].map(([item, { client, to }]) => ({ client, item, ...to }));
}

export function sample(motion: Motion, now: number): MotionPicture {
  const cursors = [...motion.cursors.values()].map((track) => {
    const { x, y } = pictured(track, now);
    return { client: track.client, x, y, at: track.at };
  });
  const drags = new Map(
    [...motion.drags].map(([item, track]) => [item, { client: track.client, item, ...pictured(track, now) }]),
  );
  const tracks = [...motion.cursors.values(), ...motion.drags.values()];
  return { cursors, drags, moving: tracks.some((track) => now < track.at + GLIDE_MS) };
}

function towards(track: Track | undefined, client: string, to: Pose, now: number): Track {
  const from = track?.client === client ? pictured(track, now) : to;
  return { client, from, to, at: now };
}

function pictured({ from, to, at }: Track, now: number): Pose {
  const share = (now - at) / GLIDE_MS;
  if (share >= 1) return to;
  if (share <= 0) return from;
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    rotation: (from.rotation + turn(from.rotation, to.rotation) * share + 360) % 360,
  };
}
