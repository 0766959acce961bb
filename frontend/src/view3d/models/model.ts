/** Which model a product has: chosen by its kind, and by the words in it for kinds that are newer than this page. */
import type { Product } from "../../core/protocol";
import { bed, crib } from "./beds";
import { floorLamp, mirror, pendant, plant, roundRug, rug, tableLamp } from "./decor";
import { box, cylinder, inset, type Part } from "./parts";
import { armchair, bench, chair, cornerSofa, officeChair, pouf, sofa, stool } from "./seats";
import { bookshelf, cabinet, drawers, wardrobe } from "./storage";
import { bedsideTable, coffeeTable, desk, roundTable, table } from "./tables";

/** What of a product its model depends on. */
export type Size3 = Pick<Product, "width" | "depth" | "height" | "outline" | "under" | "seat">;
export type Shaped = Size3 & { readonly kind?: string | undefined };

type Builder = (size: Size3) => readonly Part[];

const BUILDERS: Record<string, Builder> = {
  sofa,
  loveseat: sofa,
  "corner-sofa": cornerSofa,
  armchair,
  recliner: armchair,
  chair,
  "office-chair": officeChair,
  stool,
  bench,
  pouf,
  ottoman: pouf,
  table,
  "coffee-table": coffeeTable,
  "side-table": coffeeTable,
  "round-table": roundTable,
  "bedside-table": bedsideTable,
  nightstand: bedsideTable,
  desk,
  bed,
  daybed: bed,
  crib,
  wardrobe,
  bookshelf,
  shelf: bookshelf,
  bookcase: bookshelf,
  shelving: bookshelf,
  "tv-bench": cabinet,
  sideboard: cabinet,
  cabinet,
  drawers,
  dresser: drawers,
  chest: drawers,
  rug,
  "round-rug": roundRug,
  lamp: floorLamp,
  "table-lamp": tableLamp,
  pendant,
  "pendant-lamp": pendant,
  plant,
  mirror,
};

/** The parts of a product's model. */
export function partsOf(product: Shaped): readonly Part[] {
  return (builderOf(product) ?? plain)(product);
}

/** "high-back-chair" is looked up as that, then as "back-chair", then as "chair", then as "back" and "high". */
function builderOf({ kind = "", outline }: Shaped): Builder | undefined {
  const words = kind.split("-");
  const ends = words.map((_, index) => words.slice(index).join("-"));
  const name = [...ends, ...words.toReversed()].find((candidate) => Object.hasOwn(BUILDERS, candidate));
  if (name === "table" && outline === "round") return roundTable;
  if (name === "rug" && outline === "round") return roundRug;
  return name === undefined ? undefined : BUILDERS[name];
}

/** A smooth body in the product's outline, with a hint of a plinth. */
function plain({ width: w, depth: d, height: h, outline }: Size3): readonly Part[] {
  const plinth = Math.min(40, h * 0.08);
  const round = Math.min(24, w * 0.08, d * 0.08, h * 0.2);
  if (outline === "round") {
    return [
      cylinder("deep", inset([0, w], w * 0.04), [0, plinth * 1.2], inset([0, d], d * 0.04)),
      cylinder("main", [0, w], [plinth, h], [0, d], { round }),
    ];
  }
  return (outline ?? [[0, 0, w, d] as const]).flatMap(([left, back, right, front]): Part[] => [
    box(
      "deep",
      inset([left, right], (right - left) * 0.03),
      [0, plinth * 1.2],
      inset([back, front], (front - back) * 0.03),
    ),
    box("main", [left, right], [plinth, h], [back, front], { round }),
  ]);
}
