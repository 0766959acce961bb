/**
 * The way in, kept in this browser for each room: it is about the person's house, and nobody else's business. What
 * cannot be read is left out, and a browser that keeps nothing only forgets.
 */
import { passageKinds, unmeasured, type Landings, type Measure, type Passage } from "./passages";

/** The part of `localStorage` that is used. */
export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const MEASURES: readonly Measure[] = ["width", "height", "beyond", "landing", "doorWidth", "doorHeight", "depth"];
const LANDINGS: readonly Landings[] = ["none", "quarter", "half"];
const MOST_PASSAGES = 40;

const keyOf = (room: string) => `homstyle.way-in.${room}`;

/** Where storage is forbidden, already reaching for it throws. */
const browserStore = (): Store => localStorage;

export function storedWay(room: string, store = browserStore): readonly Passage[] {
  try {
    const stored: unknown = JSON.parse(store().getItem(keyOf(room)) ?? "[]");
    return Array.isArray(stored) ? stored.slice(0, MOST_PASSAGES).flatMap(passageOf) : [];
  } catch {
    return [];
  }
}

export function storeWay(room: string, way: readonly Passage[], store = browserStore): void {
  try {
    store().setItem(keyOf(room), JSON.stringify(way));
  } catch {
    // A full or forbidden storage: the way lasts as long as the page.
  }
}

function passageOf(stored: unknown): readonly Passage[] {
  if (typeof stored !== "object" || stored === null) return [];
  const { kind, measures, landings } = stored as Record<string, unknown>;
  const known = passageKinds.find((one) => one === kind);
  if (!known) return [];
  const lengths = Object.entries(typeof measures === "object" && measures !== null ? measures : {}).filter(
    ([name, length]) => MEASURES.includes(name as Measure) && Number.isInteger(length) && (length as number) > 0,
  );
  const turns = LANDINGS.find((one) => one === landings);
  const passage: Passage = { ...unmeasured(known), measures: Object.fromEntries(lengths) };
  return [known === "stairs" && turns ? { ...passage, landings: turns } : passage];
}
