/** The kinds of furniture in the groups that people look for them in. */
import type { Product } from "../core/protocol";
import type { Texts } from "../texts/texts";

export type Group = keyof Texts["groups"];

const GROUPS: Record<Exclude<Group, "further">, readonly string[]> = {
  sofas: ["sofa", "loveseat", "corner-sofa", "daybed"],
  seats: ["armchair", "chair", "office-chair", "stool", "pouf", "footstool", "bench"],
  tables: [
    "coffee-table",
    "dining-table",
    "round-table",
    "side-table",
    "console-table",
    "desk",
    "bedside-table",
    "trolley",
  ],
  beds: ["bed", "single-bed", "crib", "pet-bed"],
  storage: [
    "wardrobe",
    "bookshelf",
    "tv-bench",
    "sideboard",
    "chest-of-drawers",
    "display-cabinet",
    "shoe-cabinet",
    "coat-stand",
  ],
  rugs: ["rug", "round-rug", "runner"],
};
/** What is in none of them is further: lamps, plants, and kinds that are newer than this page. */
export function groupOf({ kind }: Pick<Product, "kind">): Group {
  const found = Object.entries(GROUPS).find(([, kinds]) => kinds.includes(kind));
  return found ? (found[0] as Group) : "further";
}

/** The groups that some product is in, in a fixed order. */
export function groupsOf(products: readonly Product[]): readonly Group[] {
  const used = new Set(products.map(groupOf));
  return [...(Object.keys(GROUPS) as Group[]), "further" as const].filter((group) => used.has(group));
}
