/** The room on the start page: drawn by the same picture module as every real room, when the pages are built. */
import type { Item, Plan } from "../src/core/protocol";
import { planPicture, type Look } from "../src/plan/picture";

const PLAN: Plan = {
  outline: [
    [0, 0],
    [5200, 0],
    [5200, 4200],
    [0, 4200],
  ],
  height: 2500,
  openings: [
    { kind: "window", wall: 0, offset: 1300, width: 2000, height: 1300, sill: 800, hinge: "left", swing: "in" },
    { kind: "window", wall: 1, offset: 1000, width: 1400, height: 1300, sill: 800, hinge: "left", swing: "in" },
    { kind: "door", wall: 3, offset: 300, width: 900, height: 2050, sill: 0, hinge: "left", swing: "in" },
  ],
};

type Piece = Look & Omit<Item, "item" | "sku"> & { readonly kind: string };

const PIECES: readonly Piece[] = [
  { kind: "rug", width: 2400, depth: 1700, color: "#dccfb8", x: 2300, y: 1780, rotation: 0 },
  { kind: "sofa", width: 2200, depth: 920, color: "#7f97a6", x: 2300, y: 620, rotation: 0 },
  { kind: "coffee-table", width: 1200, depth: 650, color: "#c9a06c", x: 2300, y: 1720, rotation: 0 },
  { kind: "armchair", width: 780, depth: 800, color: "#c98f76", x: 3950, y: 1500, rotation: 75 },
  { kind: "pouf", width: 520, depth: 520, color: "#c7a59a", x: 850, y: 1900, rotation: 0 },
  { kind: "floor-lamp", width: 450, depth: 450, color: "#d6c9b2", x: 3850, y: 420, rotation: 0 },
  { kind: "plant", width: 600, depth: 600, color: "#7f9c72", x: 500, y: 480, rotation: 0 },
  { kind: "tv-bench", width: 1800, depth: 420, color: "#a8795a", x: 2300, y: 3980, rotation: 180 },
  { kind: "bookshelf", width: 900, depth: 300, color: "#c9a06c", x: 5040, y: 2760, rotation: 90 },
  { kind: "bookshelf", width: 900, depth: 300, color: "#c9a06c", x: 5040, y: 3660, rotation: 90 },
  { kind: "plant", width: 480, depth: 480, color: "#7f9c72", x: 3650, y: 3900, rotation: 0 },
];

export function showcase(): string {
  const looks = new Map(PIECES.map((piece, index) => [`piece-${index}`, piece]));
  const items = PIECES.map((piece, index) => ({ ...piece, item: piece.kind, sku: `piece-${index}` }));
  return planPicture(PLAN, items, looks);
}
