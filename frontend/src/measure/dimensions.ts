/**
 * The distances at the four sides of the selected piece, drawn on the plan. Each number is a field: another number moves
 * the piece. While somebody else has the piece there are none.
 */
import { formatLength, readLength, stepped, unit } from "../core/format";
import { walls as wallsOf, type Wall } from "../core/geometry";
import type { Item } from "../core/protocol";
import { obstacleNamed, obstaclePieces } from "../fit/obstacles";
import { pieceOf, piecesOf, type Piece } from "../fit/pieces";
import { obstacleName } from "../fit/words";
import { drawn, Keyed, moveTo } from "../plan/elements";
import { lockState, mayChange } from "../plan/locks";
import type { Scene } from "../plan/marks";
import { toStage } from "../plan/viewport";
import type { Session } from "../session";
import { texts } from "../texts/texts";
import { labelSpot, type LabelBox } from "./labels";
import { NumberOnPlan } from "./numberOnPlan";
import { atDistance, roomAt, sideDistances, type Side, type SideDistance } from "./sides";

const TICK = 4;
/** For a pointer, and for a finger. */
const HEIGHT = { fine: 24, coarse: 30 } as const;
/** About how wide a digit is, and what is around the digits, pixels. */
const DIGIT = 7;
const AROUND = 18;
/** What stands nearer than this touches; there is no line to be drawn then, mm. */
const TOUCHES = 0.5;

/** What the distances are measured between, and what the number of each is called. */
interface Surroundings {
  readonly piece: Piece;
  readonly pieces: readonly Piece[];
  readonly walls: readonly Wall[];
}

export class Dimensions {
  readonly #lines = drawn(`<svg class="dimensions" aria-hidden="true"><path class="halo" /><path class="stroke" /></svg>`); // prettier-ignore
  readonly #numbers = new Map<Side, NumberOnPlan>();
  readonly #keyed: Keyed<HTMLElement>;
  readonly #coarse = matchMedia("(pointer: coarse)");
  #around: Surroundings | undefined;
  #from: readonly unknown[] = [];

  constructor(
    host: HTMLElement,
    private readonly session: Session,
  ) {
    host.append(this.#lines);
    this.#keyed = new Keyed(host);
  }

  update(scene: Scene, taken: readonly LabelBox[]): void {
    const around = this.#surroundings(scene);
    const found = around ? sideDistances(around.piece, around.pieces, around.walls) : [];
    const placed = found.map((one) => ({ one, line: lineOf(one, scene) }));
    const path = placed.filter(({ one }) => one.distance >= TOUCHES).map(({ line }) => pathOf(line)).join(""); // prettier-ignore
    for (const stroke of this.#lines.children) {
      if (stroke.getAttribute("d") !== path) stroke.setAttribute("d", path);
    }
    // What is half typed was about another piece.
    if (around?.piece.id !== this.#around?.piece.id) for (const number of this.#numbers.values()) number.giveUp();
    this.#around = around;
    this.#keyed.keep(new Set(found.map(({ side }) => side)), (side) => this.#numberAt(side as Side).box);
    const boxes = [...taken];
    for (const { one, line } of placed) {
      const text = formatLength(Math.round(one.distance));
      const width = text.length * DIGIT + AROUND;
      const height = HEIGHT[this.#coarse.matches ? "coarse" : "fine"];
      const number = this.#numbers.get(one.side)!;
      const spot = labelSpot(line, width, height, boxes);
      number.box.hidden = !spot && !number.box.contains(document.activeElement);
      number.show(text, this.#nameOf(one, scene), !mayChange(scene.view), one.distance < TOUCHES);
      if (!spot) continue;
      boxes.push({ ...spot, width, height });
      moveTo(number.box, spot.x, spot.y, " translate(-50%, -50%)");
    }
  }

  #surroundings({ view, products, poses }: Scene): Surroundings | undefined {
    const item = view.selection === undefined ? undefined : view.shown.get(view.selection);
    const product = item && products.get(item.sku);
    const pose = item && poses.get(item.item);
    if (!view.room || !product || !pose || lockState(view, item.item) === "other") return undefined;
    const from = [view.shown, products, view.room.plan];
    const same = this.#around && from.every((part, index) => part === this.#from[index]);
    this.#from = from;
    const pieces = same ? this.#around!.pieces : [...piecesOf(view.shown.values(), products), ...obstaclePieces(view.room.plan)]; // prettier-ignore
    const walls = same ? this.#around!.walls : wallsOf(view.room.plan.outline);
    const stands = pieces.find(({ id }) => id === item.item);
    // Where it is drawn: it may still glide to where it stands.
    const drawnAt: Item = { ...item, x: pose.x, y: pose.y, rotation: pose.rotation };
    return {
      piece: { ...pieceOf(drawnAt, product), ...(stands?.on !== undefined && { on: stands.on }) },
      pieces,
      walls,
    };
  }

  #numberAt(side: Side): NumberOnPlan {
    const number = new NumberOnPlan({ keep: (text) => this.#typed(side, text), step: (way) => this.#step(side, way) });
    this.#numbers.set(side, number);
    return number;
  }

  /** Moves the piece to a typed distance; answers what was wrong with it. */
  #typed(side: Side, text: string): string | undefined {
    const around = this.#around;
    const now = around && sideDistances(around.piece, around.pieces, around.walls).find((one) => one.side === side);
    if (!around || !now) return undefined;
    const behind = roomAt(around.piece, OPPOSITE[side], around.walls) ?? 0;
    const most = Math.floor(now.distance + behind);
    const read = readLength(text, { name: texts().measure.theDistance, least: 0, most });
    if ("problem" in read) return read.problem;
    return this.#moveTo(around, side, read.millimetres);
  }

  #step(side: Side, by: number): void {
    const around = this.#around;
    const now = around && sideDistances(around.piece, around.pieces, around.walls).find((one) => one.side === side);
    if (around && now) this.#moveTo(around, side, Math.max(0, stepped(Math.round(now.distance), by)));
  }

  #moveTo({ piece, pieces, walls }: Surroundings, side: Side, distance: number): undefined {
    const pose = atDistance(piece, side, distance, pieces, walls);
    if (pose) this.session.designer.put(piece.id, pose);
  }

  #nameOf({ side, to }: SideDistance, { view, products }: Scene): string {
    const plan = view.room!.plan;
    const obstacle = to === undefined ? undefined : obstacleNamed(to, plan);
    const called = (item: string) => products.get(view.shown.get(item)?.sku ?? "")?.name ?? "";
    const other = obstacle ? obstacleName(obstacle, plan).toLowerCase() : to && called(to);
    return `${texts().measure.distance(side, called(view.selection!), other)}, ${unit()}`;
  }
}

const OPPOSITE: Record<Side, Side> = { back: "front", front: "back", left: "right", right: "left" };

type Line = ReturnType<typeof lineOf>;

function lineOf({ a, b }: SideDistance, { viewport }: Scene) {
  return { a: toStage(viewport, a), b: toStage(viewport, b) };
}

function pathOf({ a, b }: Line): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [x, y] = [((a.y - b.y) / length) * TICK, ((b.x - a.x) / length) * TICK];
  const tick = (end: Line["a"]) => `M${end.x - x} ${end.y - y}L${end.x + x} ${end.y + y}`;
  return `M${a.x} ${a.y}L${b.x} ${b.y}${tick(a)}${tick(b)}`;
}
