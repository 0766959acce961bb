/** A piece in the hand, with all that may draw it. */
import type { Item, Pose, Product } from "../core/protocol";
import { heldAt, snapped, type Dragged, type Held, type Neighbour, type Surroundings } from "../core/snapping";
import { keepInside } from "../core/snap";
import { wholePose } from "../core/geometry";
import { lookOf } from "../plan/picture";
import type { Session } from "../session";
import { boxAround } from "./edges";

/** What stands anywhere, faces its table, or lies: it has no back to turn to a wall. */
const NO_BACK: ReadonlySet<string> = new Set([
  "coffee-table",
  "dining-table",
  "round-table",
  "side-table",
  "trolley",
  "chair",
  "office-chair",
  "stool",
  "footstool",
  "pouf",
  "rug",
  "round-rug",
  "runner",
  "floor-lamp",
  "table-lamp",
  "coat-stand",
  "plant",
  "palm",
  "pet-bed",
]);

/** Draws one piece for as long as a hand has it, and shows by what. */
export class Snapping {
  readonly #piece: Dragged;
  #held: Held;

  /** @param stands the piece, where it stands already */
  constructor(
    private readonly session: Session,
    sku: string,
    private readonly stands: Item | undefined,
  ) {
    const product = this.#products.get(sku);
    const { width, depth } = lookOf(sku, this.#products);
    this.#piece = {
      size: { width, depth, round: product?.outline === "round" },
      hasBack: product !== undefined && !NO_BACK.has(product.kind),
    };
    this.#held = stands ? heldAt(stands, this.#piece, session.view.value.room?.plan.outline ?? []) : { walls: [] };
  }

  /** Where the piece goes; nothing draws it while it is `free`. */
  pose(wanted: Pose, scale: number, free: boolean): Pose {
    const outline = this.session.view.value.room?.plan.outline ?? [];
    if (free) {
      this.end();
      this.#held = { walls: [] };
      return wholePose(keepInside(wanted, this.#piece.size, outline));
    }
    const around: Surroundings = { outline, neighbours: this.#neighbours(), scale };
    const { pose, guides, held } = snapped(wanted, this.#piece, around, this.#held);
    this.#held = held;
    this.session.guides.value = guides;
    return pose;
  }

  end(): void {
    this.session.guides.value = [];
  }

  get #products(): ReadonlyMap<string, Product> {
    return this.session.catalogue.value?.bySku ?? new Map();
  }

  #neighbours(): readonly Neighbour[] {
    const others = [...this.session.view.value.shown.values()].filter(({ item }) => item !== this.stands?.item);
    return others.map((other) => {
      const product = this.#products.get(other.sku);
      const square = product?.outline === "round" || other.rotation % 90 === 0;
      return { id: other.item, box: boxAround(other, product), square };
    });
  }
}
