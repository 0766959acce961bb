/** The kinds of furniture as people read and look for them. */
import type { Product } from "../core/protocol";

const GROUPS: Record<string, readonly string[]> = {
  Sofas: ["sofa", "loveseat", "corner-sofa", "daybed"],
  Seats: ["armchair", "chair", "office-chair", "stool", "pouf", "footstool", "bench"],
  Tables: [
    "coffee-table",
    "dining-table",
    "round-table",
    "side-table",
    "console-table",
    "desk",
    "bedside-table",
    "trolley",
  ],
  Beds: ["bed", "single-bed", "crib", "pet-bed"],
  Storage: [
    "wardrobe",
    "bookshelf",
    "tv-bench",
    "sideboard",
    "chest-of-drawers",
    "display-cabinet",
    "shoe-cabinet",
    "coat-stand",
  ],
  Rugs: ["rug", "round-rug", "runner"],
};
/** Where everything else is: lamps, plants, and kinds that are newer than this page. */
const FURTHER = "Finishing touches";

export function groupOf({ kind }: Pick<Product, "kind">): string {
  return Object.keys(GROUPS).find((group) => GROUPS[group]?.includes(kind)) ?? FURTHER;
}

/** The groups that some product is in, in a fixed order. */
export function groupsOf(products: readonly Product[]): readonly string[] {
  const used = new Set(products.map(groupOf));
  return [...Object.keys(GROUPS), FURTHER].filter((group) => used.has(group));
}

/** A kind as people read it: "coffee-table" is "Coffee table". */
export function kindName(kind: string): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
