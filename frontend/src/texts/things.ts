/** What sentences are about where a language has to inflect it: the kind of thing, and its number where there are several. */
import type { Obstacle, Opening } from "../core/protocol";

export interface Numbered<Kind extends string> {
  readonly kind: Kind;
  readonly number?: number | undefined;
}

/** The side of the room that a wall is on. */
export type Side = "north" | "north-east" | "east" | "south-east" | "south" | "south-west" | "west" | "north-west";

export type OpeningThing = Numbered<Opening["kind"]>;
export type ObstacleThing = Numbered<Obstacle["kind"]>;
export type WallThing = Numbered<Side>;
