/** Everything one can do to a room, each as a pure function from the plan to the next one, or to why not. Lengths are mm. */
import type { Obstacle, Opening, Plan } from "../core/protocol";
import { newObstacle, obstaclesOf } from "./obstacles";
import { carried, newOpening, nearestFree, noSpace } from "./openings";
import type { OutlineEdit } from "./outline";
import { overlapOf, problemOf, type Problem } from "./rules";

export interface Changed {
  readonly plan: Plan;
  /** Openings that had to slide along their walls, as they are now. */
  readonly slid: readonly Opening[];
  /** Openings that no longer fit, as they were. */
  readonly lost: readonly Opening[];
}

/** What was wrong, and with which plan: its indices are that one's. */
export interface Refused {
  readonly problem: Problem;
  readonly refused: Plan;
}

export type Outcome = Changed | Refused;

/** The plan with another outline; its openings follow their walls. */
export function withOutline(plan: Plan, edit: OutlineEdit | Problem): Outcome {
  if ("kind" in edit) return { problem: edit, refused: plan };
  // The walls come first: on walls that are none, openings have no place.
  const bare = { ...plan, outline: edit.outline, openings: [] };
  const problem = problemOf(bare);
  if (problem) return { problem, refused: bare };
  const { openings, slid, lost } = carried(plan, edit);
  return checked({ ...plan, outline: edit.outline, openings }, slid, lost);
}

/** A ceiling stays above every opening: cutting a door off would make another door of it. */
export function withHeight(plan: Plan, height: number): Outcome {
  return checked({ ...plan, height });
}

/** A new opening, last in the list. */
export function withOpening(plan: Plan, kind: Opening["kind"], wall: number, middle?: number): Outcome {
  const made = newOpening(plan, kind, wall, middle);
  return "free" in made ? { problem: made, refused: plan } : withOpenings(plan, [...plan.openings, made as Opening]);
}

/** An opening with other measures, exactly as given. */
export function changeOpening(plan: Plan, index: number, changes: Partial<Opening>): Outcome {
  return withOpenings(plan, plan.openings.map((opening, at) => (at === index ? { ...opening, ...changes } : opening))); // prettier-ignore
}

/** An opening on some wall, as near to a place on it as there is space. */
export function moveOpening(plan: Plan, index: number, wall: number, offset: number): Outcome {
  const { width } = plan.openings[index]!;
  const free = nearestFree(plan, wall, width, Math.round(offset), index);
  if (free === undefined) return { problem: noSpace(plan, wall, width, index), refused: plan };
  return changeOpening(plan, index, { wall, offset: free });
}

export function removeOpening(plan: Plan, index: number): Outcome {
  return withOpenings(plan, plan.openings.filter((_, at) => at !== index)); // prettier-ignore
}

/** A new column, radiator or built-in part, last in the list; at a wall where one was chosen. */
export function withObstacle(plan: Plan, kind: Obstacle["kind"], wall?: number): Outcome {
  const made = newObstacle(plan, kind, wall);
  return "x" in made ? withObstacles(plan, [...obstaclesOf(plan), made]) : { problem: made, refused: plan };
}

/** An obstacle with other measures or at another place, exactly as given. */
export function changeObstacle(plan: Plan, index: number, changes: Partial<Obstacle>): Outcome {
  return withObstacles(plan, obstaclesOf(plan).map((obstacle, at) => (at === index ? { ...obstacle, ...changes } : obstacle))); // prettier-ignore
}

export function removeObstacle(plan: Plan, index: number): Outcome {
  return withObstacles(plan, obstaclesOf(plan).filter((_, at) => at !== index)); // prettier-ignore
}

/** They may stand in each other and in walls: a pillar is often half a wall. */
function withObstacles(plan: Plan, obstacles: readonly Obstacle[]): Outcome {
  return checked({ ...plan, obstacles });
}

/** Openings that overlapped before may stay so: somebody else's program drew them. */
function withOpenings(plan: Plan, openings: readonly Opening[]): Outcome {
  const next = { ...plan, openings };
  const overlap = overlapOf(plan) ? undefined : overlapOf(next);
  return overlap ? { problem: overlap, refused: next } : checked(next);
}

function checked(plan: Plan, slid: readonly Opening[] = [], lost: readonly Opening[] = []): Outcome {
  const problem = problemOf(plan);
  return problem ? { problem, refused: plan } : { plan, slid, lost };
}
