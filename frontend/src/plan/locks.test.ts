import { expect, test } from "vitest";
import type { DesignerView } from "../core/designer";
import type { Product } from "../core/protocol";
import { holderOf, lockState, mayChange, spokenPiece } from "./locks";

const item = { item: "sofa", sku: "S", x: 1230, y: 1250, rotation: 90 };
const ROOM: [number, number][] = [[0, 0], [4000, 0], [4000, 5000], [0, 5000]]; // prettier-ignore
const lock = (by: string) => ({ item: "sofa", by, name: "Guest 2", color: "#c2410c", fence: 7, until: 0 });

function seen(
  given: {
    by?: string;
    hold?: "asking" | { fence: number };
    role?: "editor" | "viewer";
    outline?: [number, number][];
  } = {},
) {
  const { by, hold, role = "editor", outline = ROOM } = given;
  return {
    you: { client: "me", user: "me", name: "Guest 1", color: "#0a56a5", role },
    room: {
      plan: { outline, height: 2500, openings: [] },
      items: new Map([["sofa", item]]),
      locks: new Map(by === undefined ? [] : [["sofa", lock(by)]]),
    },
    holds: new Map(hold === undefined ? [] : [["sofa", hold]]),
    shown: new Map([["sofa", item]]),
  } as unknown as DesignerView;
}

test("tells the four states of a lock apart", () => {
  expect(lockState(seen(), "sofa")).toBe("none");
  expect(lockState(seen({ hold: "asking" }), "sofa")).toBe("asking");
  expect(lockState(seen({ hold: { fence: 7 }, by: "me" }), "sofa")).toBe("mine");
  expect(lockState(seen({ by: "other" }), "sofa")).toBe("other");
});

test("a lock of one's own is nobody else's, even when no hand is on it yet", () => {
  expect(lockState(seen({ by: "me" }), "sofa")).toBe("mine");
  expect(holderOf(seen({ by: "me" }), "sofa")).toBeUndefined();
  expect(holderOf(seen({ by: "other" }), "sofa")?.name).toBe("Guest 2");
});

test("viewers may change nothing", () => {
  expect(mayChange(seen())).toBe(true);
  expect(mayChange(seen({ role: "viewer" }))).toBe(false);
});

test("F1 says what a piece is made in where there is a choice", () => {
  const finishes = [{ id: "sage", name: "Sage", color: "#9caf94" }, { id: "oat", name: "Oat", color: "#d6c9b2" }]; // prettier-ignore
  const product = { name: "Kvällsro", width: 2200, depth: 920, height: 800, finishes } as unknown as Product;
  expect(spokenPiece(seen(), "sofa", product)).toContain("Kvällsro, Sage, 220 × 92 × 80 cm");
});

test("says what a piece is, where it stands and who has it", () => {
  const product = { name: "Kvällsro", width: 2200, depth: 920, height: 800 } as Product;
  expect(spokenPiece(seen({ by: "other" }), "sofa", product)).toBe(
    "Kvällsro, 220 × 92 × 80 cm, 77 cm from the west wall, 15 cm from the north wall, turned 90 degrees, locked by Guest 2",
  );
  expect(spokenPiece(seen(), "sofa", undefined)).toContain("Unknown piece");
  const outline: [number, number][] = [[-500, 50], [4000, 50], [4000, 5000], [-500, 5000]]; // prettier-ignore
  expect(spokenPiece(seen({ outline }), "sofa", product)).toContain("127 cm from the west wall, 10 cm from the north");
});
