/** Which model a product has: chosen by its kind, and by the words in it for kinds that are newer than this page. */
import type { Product } from "../../core/protocol";
import { bed, crib } from "./beds";
import { coatStand, floorLamp, mirror, pendant, plant, roundRug, rug, tableLamp } from "./decor";
import { box, cylinder, inset, type Part } from "./parts";
import { armchair, bench, chair, cornerSofa, daybed, footstool, officeChair, petBed, pouf, sofa, stool } from "./seats";
import { bookshelf, cabinet, displayCabinet, drawers, radiator, trolley, wardrobe } from "./storage";
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
  ottoman: footstool,
  footstool,
  table,
  "coffee-table": coffeeTable,
  "side-table": coffeeTable,
  "round-table": roundTable,
  "bedside-table": bedsideTable,
  nightstand: bedsideTable,
  desk,
  bed,
  daybed,
  "pet-bed": petBed,
  crib,
  wardrobe,
  bookshelf,
  shelf: bookshelf,
  bookcase: bookshelf,
  shelving: bookshelf,
  "tv-bench": cabinet,
  sideboard: cabinet,
  cabinet,
  "shoe-cabinet": drawers,
  "display-cabinet": displayCabinet,
  trolley,
  drawers,
  dresser: drawers,
  chest: drawers,
  rug,
  runner: rug,
  "round-rug": roundRug,
  lamp: floorLamp,
  "table-lamp": tableLamp,
  pendant,
  "pendant-lamp": pendant,
  plant,
  palm: plant,
  "coat-stand": coatStand,
  mirror,
  radiator,
};

/** Tables and rugs that are round whatever their kind says. */
const ROUND = new Map<Builder, Builder>([
  [table, roundTable],
  [coffeeTable, roundTable],
  [rug, roundRug],
]);

/** The parts of a product's model. */
export function partsOf(product: Shaped): readonly Part[] {
  return (builderOf(product) ?? plain)(product);
}

/** "high-back-chair" is looked up as that, then as "back-chair", then as "chair", then as "back" and "high". */
function builderOf({ kind = "", outline }: Shaped): Builder | undefined {
  const words = kind.split("-");
  const ends = words.map((_, index) => words.slice(index).join("-"));
  const name = [...ends, ...words.toReversed()].find((candidate) => Object.hasOwn(BUILDERS, candidate));
  const builder = name === undefined ? undefined : BUILDERS[name];
  return (outline === "round" && builder && ROUND.get(builder)) || builder;
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
