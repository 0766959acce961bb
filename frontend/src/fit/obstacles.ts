/** What stands in a room for good, as bodies among the pieces: furniture goes around it, and nobody can move it. */
import type { Obstacle, Plan, Product } from "../core/protocol";
import { pieceOf, type Piece } from "./pieces";

/** An obstacle among a room's pieces. No item is called so: the colon is not allowed there. */
const NAME = /^obstacle:(\d+)$/;

export function obstaclePieces({ obstacles = [] }: Pick<Plan, "obstacles">): readonly Piece[] {
  return obstacles.map((obstacle, index) => {
    const { x, y, rotation } = obstacle;
    const item = { item: `obstacle:${index}`, sku: "", x, y, rotation };
    return { ...pieceOf(item, bodyOf(obstacle)), fixed: true };
  });
}

/** The obstacle that a check's item stands for; undefined for a piece of furniture. */
export function obstacleNamed(item: string, { obstacles = [] }: Pick<Plan, "obstacles">): Obstacle | undefined {
  const index = NAME.exec(item)?.[1];
  return index === undefined ? undefined : obstacles[Number(index)];
}

function bodyOf({ kind, width, depth, height }: Obstacle): Product {
  const none = { sku: "", name: "", color: "", description: "", price: { amount: 0, currency: "" } };
  return { ...none, kind: `fixed-${kind}`, width, depth, height };
}
