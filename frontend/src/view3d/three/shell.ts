/** Floor, ceiling, walls, doors and windows. A wall that stands between the camera and the room fades away. */
import {
  BufferGeometry,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  Shape,
  ShapeGeometry,
  type Color,
  type Material,
  type Texture,
  type Vector3,
} from "three";
import type { Point, Wall } from "../../core/geometry";
import type { Obstacle } from "../../core/protocol";
import { WALL } from "../../plan/picture";
import { fittingsOf, swingsOf, type Fitting, type Swing } from "../openings";
import { meshOf, modelOf } from "../models/mesh";
import { box } from "../models/parts";
import type { Shell } from "../scene";
import { along, type Block, type WallSolid } from "../walls";
import { blocks, fading, merged, METRE, type FadingCorner } from "./geometry";
import type { Look } from "./look";

const FADE_MS = 180;
/** How far the walls' shade reaches over the floor, and how dark it is beside them. */
const SHADE = { reach: 700, opacity: 0.16 };
const SLAB = 90;

interface Standing {
  readonly wall: Wall;
  readonly group: Group;
  readonly materials: readonly { readonly material: Material; readonly opacity: number }[];
  /** From 0, gone, to 1. */
  presence: number;
}

export class ShellMeshes {
  readonly group = new Group();
  readonly #walls: readonly Standing[];
  #lookedAt = 0;

  constructor(shell: Shell, look: Look, planks: Texture) {
    this.group.name = "Room";
    const outline = new Shape();
    for (const [index, [x, y]] of shell.floor.entries()) {
      if (index === 0) outline.moveTo(x / METRE, y / METRE);
      else outline.lineTo(x / METRE, y / METRE);
    }
    const floor = new Mesh(
      flat(outline, true),
      new MeshLambertMaterial({ color: look.floor, map: planks, side: DoubleSide }),
    );
    floor.receiveShadow = true;
    floor.name = "Floor";
    const ceiling = new Mesh(flat(outline, false), new MeshBasicMaterial({ color: look.ceiling }));
    ceiling.position.y = shell.height / METRE;
    ceiling.name = "Ceiling";
    marked(ceiling);
    this.group.add(
      floor,
      ceiling,
      shade(shell),
      base(shell, look),
      ...swings(shell, look),
      ...shell.obstacles.map((obstacle) => built(obstacle, look)),
    );
    this.#walls = shell.walls.map((solid) => standing(solid, shell, look));
    this.group.add(...this.#walls.map(({ group }) => group));
  }

  /** Brings the walls to how they are seen from there. Answers whether a later moment would look different. */
  seenFrom({ x, y, z }: Vector3, now: number, atOnce: boolean): boolean {
    const since = Math.min(now - this.#lookedAt, 50);
    this.#lookedAt = now;
    let fading = false;
    for (const standing of this.#walls) {
      const { a, inward } = standing.wall;
      const inside = (x * METRE - a.x) * inward.x + (z * METRE - a.y) * inward.y > -WALL / 2;
      const target = inside || y * METRE < 0 ? 1 : 0;
      const way = target - standing.presence;
      const step = atOnce ? 1 : since / FADE_MS;
      standing.presence = Math.abs(way) <= step ? target : standing.presence + Math.sign(way) * step;
      show(standing);
      fading ||= standing.presence !== target;
    }
    return fading;
  }

  dispose(): void {
    this.group.removeFromParent();
    this.group.traverse((part) => {
      if (!(part instanceof Mesh)) return;
      part.geometry.dispose();
      (part.material as Material).dispose();
    });
  }
}

/** Not part of the room for others: seen here only. */
function marked(mesh: Mesh): Mesh {
  mesh.userData.mark = true;
  return mesh;
}

function show({ group, materials, presence }: Standing): void {
  group.visible = presence > 0;
  for (const { material, opacity } of materials) {
    material.transparent = presence * opacity < 1;
    material.opacity = presence * opacity;
    material.depthWrite = presence === 1 && opacity === 1;
  }
}

/** A flat surface that is seen from above, or from below. */
function flat(outline: Shape, up: boolean): BufferGeometry {
  const geometry = new ShapeGeometry(outline);
  // The shape lies in x and y; y is the room's south, and becomes three.js's z.
  geometry.rotateX(Math.PI / 2);
  const normals = geometry.getAttribute("normal");
  if (up) {
    const index = geometry.getIndex()!;
    for (let at = 0; at < index.count; at += 3) {
      const second = index.getX(at + 1);
      index.setX(at + 1, index.getX(at + 2));
      index.setX(at + 2, second);
    }
  }
  for (let at = 0; at < normals.count; at++) normals.setXYZ(at, 0, up ? 1 : -1, 0);
  return geometry;
}

/** A column or a radiator, in the walls' colour. */
function built(obstacle: Obstacle, look: Look): Mesh {
  const { kind, width, depth, height, x, y, rotation } = obstacle;
  const meshes = kind === "radiator" ? modelOf({ kind, width, depth, height }) : blockOf({ width, depth, height });
  const color = `#${(kind === "radiator" ? look.frame : look.wall).getHexString()}`;
  const mesh = new Mesh(merged(meshes, color), new MeshLambertMaterial({ vertexColors: true }));
  mesh.castShadow = mesh.receiveShadow = true;
  mesh.position.set(x / METRE, 0, y / METRE);
  mesh.rotation.y = (-rotation * Math.PI) / 180;
  mesh.name = kind;
  return mesh;
}

function blockOf({ width, depth, height }: { width: number; depth: number; height: number }) {
  return [meshOf(box("main", [-width / 2, width / 2], [0, height], [-depth / 2, depth / 2], { round: 0 }))];
}

function standing(solid: WallSolid, shell: Shell, look: Look): Standing {
  const group = new Group();
  group.name = `Wall ${solid.wall.index + 1}`;
  const materials: { material: Material; opacity: number }[] = [];
  const add = (geometry: BufferGeometry, material: Material, opacity = 1) => {
    const mesh = new Mesh(geometry, material);
    mesh.receiveShadow = opacity === 1;
    group.add(mesh);
    material.userData.opacity = opacity;
    materials.push({ material, opacity });
  };
  const cut = ({ top }: Block): Color => (top === shell.height ? look.cut : look.wall);
  add(blocks(solid.blocks, look.wall, cut), new MeshLambertMaterial({ vertexColors: true }));
  add(blocks(solid.skirting, look.frame), new MeshLambertMaterial({ vertexColors: true }));
  const fittings = fittingsOf(solid);
  const of = (matter: Fitting["matter"]) => fittings.filter((part) => part.matter === matter).map(({ block }) => block);
  add(blocks(of("frame"), look.frame), new MeshLambertMaterial({ vertexColors: true }));
  add(blocks(of("leaf"), look.leaf), new MeshLambertMaterial({ vertexColors: true }));
  add(blocks(of("handle"), look.muted), new MeshLambertMaterial({ vertexColors: true }));
  add(blocks(of("glass"), look.outside), new MeshBasicMaterial({ color: look.outside }), 0.62);
  return { wall: solid.wall, group, materials, presence: 1 };
}

/** What the walls stand on: seen as a rim where they have faded. */
function base({ walls }: Shell, look: Look): Mesh {
  const slabs = walls.flatMap((solid) => {
    const full = rimOf(solid);
    const thresholds = fittingsOf(solid).filter(({ matter }) => matter === "threshold");
    return [full, ...thresholds.map(({ block }) => ({ ...block, bottom: -1, top: 1 }))];
  });
  const colors = (block: Block) => (block.top > 0 ? look.floor : look.cut);
  const mesh = new Mesh(blocks(slabs, look.cut, colors), new MeshLambertMaterial({ vertexColors: true }));
  mesh.receiveShadow = true;
  mesh.name = "Base";
  return mesh;
}

function rimOf({ wall, blocks }: WallSolid): Block {
  const first = blocks[0]?.corners ?? [along(wall, 0), along(wall, 0), along(wall, 0, WALL), along(wall, 0, WALL)];
  const last = blocks.at(-1)?.corners ?? first;
  return { corners: [along(wall, 0), along(wall, wall.length), last[2], first[3]], bottom: -SLAB, top: -2 };
}

/** The soft dark along the walls' feet. */
function shade({ walls }: Shell): Mesh {
  const quads = walls.map(({ wall }): readonly FadingCorner[] => {
    const corner = ({ x, y }: Point, opacity: number): FadingCorner => [x, 1, y, opacity];
    const reach = Math.min(SHADE.reach, wall.length / 2);
    return [
      corner(along(wall, 0), SHADE.opacity),
      corner(along(wall, reach, -reach), 0),
      corner(along(wall, wall.length - reach, -reach), 0),
      corner(along(wall, wall.length), SHADE.opacity),
    ];
  });
  const material = new MeshBasicMaterial({
    vertexColors: true,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
  });
  return marked(new Mesh(fading(quads, "#3a2c1c"), material));
}

const SWING = { width: 14, dash: 5 };

/** The door's way over the floor, as dashes along its arc. */
function swings({ walls }: Shell, look: Look): readonly Mesh[] {
  return walls.flatMap(swingsOf).map((swing) => {
    const material = new MeshBasicMaterial({
      vertexColors: true,
      transparent: true,
      depthWrite: false,
      side: DoubleSide,
    });
    return marked(new Mesh(fading(dashes(swing), look.muted), material));
  });
}

function dashes({ hinge, radius, closed, open }: Swing): readonly (readonly FadingCorner[])[] {
  const turn = ((((open - closed) % 360) + 540) % 360) - 180;
  const count = Math.max(3, Math.round(Math.abs(turn) / SWING.dash));
  const at = (share: number, out: number): FadingCorner => {
    const angle = ((closed + turn * share) * Math.PI) / 180;
    return [hinge.x + Math.cos(angle) * (radius + out), 3, hinge.y + Math.sin(angle) * (radius + out), 0.5];
  };
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index / count, (index + 0.55) / count];
    return [at(from, -SWING.width), at(to, -SWING.width), at(to, 0), at(from, 0)];
  });
}
