/** The pieces. What differs from before is brought up to date: a piece that moves only moves. */
import {
  BufferGeometry,
  Group,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  type Object3D,
  type Vector3,
} from "three";
import type { Point } from "../../core/geometry";
import type { Pose, Product } from "../../core/protocol";
import { modelOf } from "../models/mesh";
import type { Shaped } from "../models/model";
import { modelKey, type ScenePiece } from "../scene";
import { fading, merged, METRE, type FadingCorner } from "./geometry";

/** Above the highest rug, so that a piece darkens this too. */
const SHADOW_HEIGHT = 24;
const DARK = "#2b2016";
const SHADOW = { opacity: 0.26, reach: 150, inset: 90 };

interface Placed {
  readonly group: Group;
  piece: ScenePiece;
  pose?: Pose;
}

interface Model {
  readonly solid: BufferGeometry;
  readonly glowing: BufferGeometry | undefined;
  readonly shadow: BufferGeometry | undefined;
}

export class Furniture {
  readonly group = new Group();
  readonly #placed = new Map<string, Placed>();
  readonly #models = new Map<string, Model>();
  readonly #solid = new MeshLambertMaterial({ vertexColors: true });
  readonly #glowing = new MeshLambertMaterial({ vertexColors: true, emissive: "#a08a62" });
  readonly #shadow = new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false });
  readonly #see = new MeshLambertMaterial({ vertexColors: true, transparent: true, opacity: 0.6 });
  #ghost: Mesh | undefined;
  /** Set when something is elsewhere or different, for whoever draws shadows. */
  changed = false;

  constructor() {
    this.group.name = "Furniture";
  }

  /** Structure and heights; where pieces are drawn is `pose`'s business. */
  update(pieces: readonly ScenePiece[]): void {
    const present = new Set(pieces.map(({ item }) => item));
    for (const id of this.#placed.keys()) if (!present.has(id)) this.#remove(id);
    for (const piece of pieces) this.#updatePiece(piece);
  }

  pose(item: string, pose: Pose): void {
    const placed = this.#placed.get(item);
    if (!placed || (placed.pose && same(placed.pose, pose))) return;
    placed.pose = pose;
    stand(placed.group, pose);
    this.changed = true;
  }

  get(item: string): { readonly piece: ScenePiece; readonly group: Group } | undefined {
    return this.#placed.get(item);
  }

  /** The piece that a part of a model belongs to. */
  itemOf(part: Object3D): string | undefined {
    for (let at: Object3D | null = part; at; at = at.parent) if (at.userData.item) return at.userData.item as string;
    return undefined;
  }

  /** Where the first so many lamps shine. */
  lamps(most: number): readonly Vector3[] {
    return [...this.#placed.values()]
      .filter(({ piece }) => this.#models.get(piece.model)?.glowing)
      .slice(0, most)
      .map(({ piece, group }) => group.position.clone().setY((piece.lift + piece.shape.height * 0.82) / METRE));
  }

  /** Answers whether there is something to be drawn anew. */
  preview(ghost: { readonly product: Product; readonly pose: Pose } | undefined): boolean {
    if (!ghost && !this.#ghost) return false;
    if (this.#ghost && this.#ghost.userData.sku !== ghost?.product.sku) {
      this.#ghost.removeFromParent();
      this.#ghost = undefined;
    }
    if (!ghost) return true;
    this.#ghost ??= this.#ghostOf(ghost.product);
    stand(this.#ghost, ghost.pose);
    return true;
  }

  dispose(): void {
    for (const { solid, glowing, shadow } of this.#models.values()) {
      solid.dispose();
      glowing?.dispose();
      shadow?.dispose();
    }
    for (const material of [this.#solid, this.#glowing, this.#shadow, this.#see]) material.dispose();
  }

  #ghostOf(product: Product): Mesh {
    const { solid } = this.#modelOf({ model: modelKey(product), shape: product, color: product.color });
    const ghost = new Mesh(solid, this.#see);
    ghost.raycast = () => undefined;
    ghost.userData = { sku: product.sku, mark: true };
    this.group.add(ghost);
    return ghost;
  }

  #updatePiece(piece: ScenePiece): void {
    const known = this.#placed.get(piece.item);
    if (known?.piece.model !== piece.model) {
      this.#remove(piece.item);
      this.#placed.set(piece.item, { group: this.#made(piece), piece });
      this.changed = true;
    }
    const placed = this.#placed.get(piece.item)!;
    if (placed.group.position.y !== piece.lift / METRE) {
      placed.group.position.y = piece.lift / METRE;
      this.changed = true;
    }
    placed.piece = piece;
  }

  #made(piece: ScenePiece): Group {
    const group = new Group();
    const { solid, glowing, shadow } = this.#modelOf(piece);
    const body = new Mesh(solid, this.#solid);
    body.castShadow = body.receiveShadow = true;
    group.add(body);
    if (glowing) group.add(new Mesh(glowing, this.#glowing));
    if (shadow) {
      const dark = new Mesh(shadow, this.#shadow);
      dark.raycast = () => undefined;
      dark.userData.mark = true;
      group.add(dark);
    }
    group.userData.item = piece.item;
    group.name = piece.item;
    this.group.add(group);
    return group;
  }

  #remove(id: string): void {
    const placed = this.#placed.get(id);
    if (!placed) return;
    placed.group.removeFromParent();
    this.#placed.delete(id);
    this.changed = true;
  }

  #modelOf({ model, shape, color }: Pick<ScenePiece, "model" | "shape" | "color">): Model {
    const known = this.#models.get(model);
    if (known) return known;
    const meshes = modelOf(shape);
    const glowing = meshes.filter(({ tone }) => tone === "glow");
    const made: Model = {
      solid: merged(
        meshes.filter(({ tone }) => tone !== "glow"),
        color,
      ),
      glowing: glowing.length > 0 ? merged(glowing, color) : undefined,
      shadow: shape.height > 60 ? softShadow(shape) : undefined,
    };
    this.#models.set(model, made);
    return made;
  }
}

/** Dark under each part of the piece's outline, gone a hand's width around it. */
function softShadow({ width, depth, outline }: Shaped): BufferGeometry {
  const middle = { x: width / 2, y: depth / 2 };
  if (outline === "round")
    return fading(shadowQuads(circle(middle.x, middle.y), 0, SHADOW.inset, { x: 0, y: 0 }), DARK);
  const quads = (outline ?? [[0, 0, width, depth] as const]).flatMap(([left, back, right, front]) => {
    const [across, deep] = [(right - left) / 2, (front - back) / 2];
    const radius = Math.max(0, Math.min(SHADOW.inset, across, deep));
    const at = { x: (left + right) / 2 - middle.x, y: (back + front) / 2 - middle.y };
    return shadowQuads(rectangle(across - radius, deep - radius), radius, radius, at);
  });
  return fading(quads, DARK);
}

function shadowQuads(ring: readonly Around[], edge: number, inset: number, { x, y }: Point): readonly FadingCorner[][] {
  const at = (point: Around, out: number, opacity: number): FadingCorner => [
    x + point.x + point.nx * out,
    SHADOW_HEIGHT,
    y + point.y + point.ny * out,
    opacity,
  ];
  const inner = ring.map((point) => at(point, edge - inset, SHADOW.opacity));
  const outer = ring.map((point) => at(point, edge + SHADOW.reach, 0));
  const middle: FadingCorner = [x, SHADOW_HEIGHT, y, SHADOW.opacity];
  return ring.flatMap((_, index) => {
    const next = (index + 1) % ring.length;
    return [
      [inner[index]!, inner[next]!, outer[next]!, outer[index]!],
      [middle, middle, inner[next]!, inner[index]!],
    ];
  });
}

/** A point around a footprint, and its way outwards. */
interface Around {
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
}

function circle(across: number, deep: number): readonly Around[] {
  return Array.from({ length: 32 }, (_, index) => {
    const [nx, ny] = [Math.cos((index / 16) * Math.PI), Math.sin((index / 16) * Math.PI)];
    return { x: nx * across, y: ny * deep, nx, ny };
  });
}

/** Each corner turns in some steps, so that the shadow has none. */
function rectangle(across: number, deep: number): readonly Around[] {
  return [0, 1, 2, 3].flatMap((corner) => {
    const [sx, sy] = [[1, 1], [-1, 1], [-1, -1], [1, -1]][corner] as [number, number]; // prettier-ignore
    return [0, 1, 2, 3, 4].map((step) => {
      const angle = ((corner + step / 4) * Math.PI) / 2;
      return { x: sx * across, y: sy * deep, nx: Math.cos(angle), ny: Math.sin(angle) };
    });
  });
}

function stand(part: Object3D, pose: Pose): void {
  part.position.x = pose.x / METRE;
  part.position.z = pose.y / METRE;
  part.rotation.y = (-pose.rotation * Math.PI) / 180;
}

const same = (one: Pose, other: Pose) => one.x === other.x && one.y === other.y && one.rotation === other.rotation;
