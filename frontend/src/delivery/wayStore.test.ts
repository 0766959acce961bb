import { describe, expect, test } from "vitest";
import type { Passage } from "./passages";
import { storedWay, storeWay, type Store } from "./wayStore";

function memory(entries: Record<string, string> = {}): () => Store {
  const kept = new Map(Object.entries(entries));
  return () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) });
}

const way: readonly Passage[] = [
  { kind: "door", measures: { width: 900, height: 2050 } },
  { kind: "stairs", measures: { width: 1100 }, landings: "quarter" },
];

describe("the way in", () => {
  test("is kept for each room by itself", () => {
    const store = memory();
    storeWay("one", way, store);
    expect([storedWay("one", store), storedWay("other", store)]).toEqual([way, []]);
  });

  test.each([
    ["no JSON", "{", []],
    ["no list", '{"kind":"door"}', []],
    ["no passages", '[1, null, "door", {"kind": "tunnel"}]', []],
    ["lengths that are none", '[{"kind":"door","measures":{"width":"wide","height":-1,"size":4}}]', [{ kind: "door", measures: {} }]],
    ["half of it", '[{"kind":"stairs","landings":"spiral"}]', [{ kind: "stairs", measures: {}, landings: "half" }]],
  ])("that is stored as %s is left out", (_, stored, read) => {
    expect(storedWay("one", memory({ "homstyle.way-in.one": stored }))).toEqual(read);
  }); // prettier-ignore

  test("does not need a browser that keeps anything", () => {
    const forbidden: Store = {
      getItem: () => {
        throw new Error("forbidden");
      },
      setItem: () => {
        throw new Error("full");
      },
    };
    storeWay("one", way, () => forbidden);
    expect(storedWay("one", () => forbidden)).toEqual([]);
  });

  test("does not need a browser that lets one reach for its storage", () => {
    const forbidden = (): Store => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    storeWay("one", way, forbidden);
    expect(storedWay("one", forbidden)).toEqual([]);
  });
});
