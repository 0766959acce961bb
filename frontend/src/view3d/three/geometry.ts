/** Plain descriptions as three.js geometry. Metres here, since that is what lights, cameras and exported files expect. */
import { BufferGeometry, Color, Float32BufferAttribute, type ColorRepresentation } from "three";
import type { Mesh } from "../models/mesh";
import { colorOf } from "../models/palette";
import type { Block } from "../walls";

/** Millimetres to metres. */
export const METRE = 1000;

/** Meshes in one geometry, with a colour at each corner. */
export function merged(meshes: readonly Mesh[], main: string | undefined): BufferGeometry {
  const [positions, normals, colors, indices]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const mesh of meshes) {
    const first = positions.length / 3;
    const { r, g, b } = new Color(colorOf(mesh.tone, main));
    for (const value of mesh.positions) positions.push(value / METRE);
    for (const value of mesh.normals) normals.push(value);
    for (let at = 0; at < mesh.positions.length; at += 3) colors.push(r, g, b);
    for (const index of mesh.indices) indices.push(first + index);
  }
  return geometryOf(positions, normals, colors, indices);
}

/** Blocks with flat sides; `top` colours what looks up at their upper end. */
export function blocks(all: readonly Block[], side: Color, top: (block: Block) => Color = () => side): BufferGeometry {
  const [positions, normals, colors, indices]: [number[], number[], number[], number[]] = [[], [], [], []];
  const quad = (corners: readonly (readonly number[])[], color: Color) => {
    const first = positions.length / 3;
    const [a, b, c] = corners as [number[], number[], number[]];
    const [u, v] = [b, c].map((to) => to.map((value, axis) => value - a[axis]!)) as [number[], number[]];
    const normal = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!];
    const length = Math.hypot(...normal) || 1;
    for (const corner of corners) {
      positions.push(...corner.map((value) => value / METRE));
      normals.push(...normal.map((value) => value / length));
      colors.push(color.r, color.g, color.b);
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  };
  for (const block of all) {
    const { corners, bottom, top: head } = block;
    const at = (index: number, height: number) => [corners[index]!.x, height, corners[index]!.y];
    // Corners run counterclockwise as seen from above: inner side first, then back along the outer one.
    quad([at(0, head), at(1, head), at(2, head), at(3, head)], top(block));
    quad([at(3, bottom), at(2, bottom), at(1, bottom), at(0, bottom)], side);
    for (let index = 0; index < 4; index++) {
      const next = (index + 1) % 4;
      quad([at(index, bottom), at(next, bottom), at(next, head), at(index, head)], side);
    }
  }
  return geometryOf(positions, normals, colors, indices);
}

function geometryOf(positions: number[], normals: number[], colors: number[], indices: number[]): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(positions, 3));
  geometry.setAttribute("normal", new Float32BufferAttribute(normals, 3));
  geometry.setAttribute("color", new Float32BufferAttribute(colors, 3));
  geometry.setIndex(indices);
  return geometry;
}

/** A corner of something that fades: where it is, in mm, and how opaque. */
export type FadingCorner = readonly [x: number, height: number, y: number, opacity: number];

/** Quads that fade from corner to corner, all in one colour. */
export function fading(quads: readonly (readonly FadingCorner[])[], color: ColorRepresentation): BufferGeometry {
  const { r, g, b } = new Color(color);
  const [positions, colors, indices]: [number[], number[], number[]] = [[], [], []];
  for (const quad of quads) {
    const first = positions.length / 3;
    for (const [x, height, y, opacity] of quad) {
      positions.push(x / METRE, height / METRE, y / METRE);
      colors.push(r, g, b, opacity);
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(positions, 3));
  geometry.setAttribute("color", new Float32BufferAttribute(colors, 4));
  geometry.setIndex(indices);
  return geometry;
}
