/** Models as triangles, in mm. No WebGL here: plain numbers that any test can look at. */
import type { Ball, Box, Cylinder, Part, Sheet, Span, Tone, Vector } from "./parts";
import { partsOf, type Shaped } from "./model";

/** Triangles of one tone. Positions and normals are x, y, z in turn. */
export interface Mesh {
  readonly tone: Tone;
  readonly positions: readonly number[];
  readonly normals: readonly number[];
  /** Three to a triangle, counterclockwise as seen from outside. */
  readonly indices: readonly number[];
}

/**
 * A product's model: x to its right, y up, z to its front, from the middle of its footprint on the floor. Builders draw
 * within the product's box by and large; here the whole is stretched by what is missing, so that the box is exact.
 */
export function modelOf(product: Shaped): readonly Mesh[] {
  const { width, height, depth } = product;
  const meshes = partsOf(product).map(meshOf);
  const axes = [stretch(meshes, 0, [-width / 2, width / 2]), stretch(meshes, 1, [0, height]), stretch(meshes, 2, [-depth / 2, depth / 2])]; // prettier-ignore
  return meshes.map((mesh) => ({
    ...mesh,
    positions: mesh.positions.map((value, index) => axes[index % 3]!(value)),
  }));
}

/** The box around meshes, as least and most along each axis. */
export function reachOf(meshes: readonly Mesh[]): readonly [x: Span, y: Span, z: Span] {
  return [reach(meshes, 0), reach(meshes, 1), reach(meshes, 2)];
}

function reach(meshes: readonly Mesh[], axis: number): Span {
  let [least, most] = [Infinity, -Infinity];
  for (const { positions } of meshes) {
    for (let at = axis; at < positions.length; at += 3) {
      least = Math.min(least, positions[at]!);
      most = Math.max(most, positions[at]!);
    }
  }
  return [least, most];
}

function stretch(meshes: readonly Mesh[], axis: number, [from, to]: Span): (value: number) => number {
  const [least, most] = reach(meshes, axis);
  const scale = (to - from) / (most - least);
  // Both ends exactly, whatever the rounding.
  return (value) => (value === most ? to : from + (value - least) * scale);
}

export function meshOf(part: Part): Mesh {
  switch (part.shape) {
    case "box":
      return leaned(roundedBox(part), part);
    case "cylinder":
      return leaned(turned(part, profileOf(part)), part);
    case "ball":
      return leaned(turned(part, ballProfile), part);
    case "sheet":
      return sheet(part);
  }
}

/** The top shifted against the bottom. Normals stay: leans are small. */
function leaned(mesh: Mesh, { lean, y: [bottom, top] }: Box | Cylinder | Ball): Mesh {
  if (!lean) return mesh;
  const { x = 0, z = 0 } = lean;
  const shift = [x / (top - bottom), 0, z / (top - bottom)];
  const { positions } = mesh;
  const moved = positions.map((value, at) => value + shift[at % 3]! * (positions[at - (at % 3) + 1]! - bottom));
  return { ...mesh, positions: moved };
}

/** Six faces, each a grid that is flat in its middle and bends around the edges. */
function roundedBox({ tone, x, y, z, round }: Box): Mesh {
  const half = [x, y, z].map(([from, to]) => (to - from) / 2);
  const centre = [x, y, z].map(([from, to]) => (from + to) / 2);
  const radius = Math.min(round, ...half);
  const steps = radius <= 0 ? 0 : radius < 12 ? 1 : radius < 40 ? 2 : 3;
  const [positions, normals, indices]: [number[], number[], number[]] = [[], [], []];
  const along = Array.from({ length: 2 * steps + 2 }, (_, index) => ({
    side: index <= steps ? -1 : 1,
    bend: steps === 0 ? 0 : Math.tan((((index <= steps ? index - steps : index - steps - 1) / steps) * Math.PI) / 4),
  }));
  for (const face of [0, 1, 2]) {
    const [u, v] = [(face + 1) % 3, (face + 2) % 3];
    for (const side of [-1, 1]) {
      const first = positions.length / 3;
      for (const down of along) {
        for (const across of along) {
          const normal = [0, 0, 0];
          const sides = [0, 0, 0];
          [normal[face], normal[u], normal[v]] = [side, across.bend, down.bend];
          [sides[face], sides[u], sides[v]] = [side, across.side, down.side];
          const length = Math.hypot(...normal);
          for (const axis of [0, 1, 2]) {
            const direction = normal[axis]! / length;
            normals.push(direction);
            positions.push(centre[axis]! + sides[axis]! * (half[axis]! - radius) + direction * radius);
          }
        }
      }
      indices.push(...grid(first, along.length, along.length, side > 0));
    }
  }
  return { tone, positions, normals, indices };
}

/** A point of a turned outline: how far out and up, and where it faces, all as shares of the half width and the height. */
interface ProfilePoint {
  readonly out: number;
  readonly up: number;
  readonly faceOut: number;
  readonly faceUp: number;
}

function profileOf({ x, y, z, round, ends: [bottom, top], open }: Cylinder): readonly ProfilePoint[] {
  const radius = Math.min(x[1] - x[0], z[1] - z[0]) / 2;
  const height = y[1] - y[0];
  const edge = Math.min(round, radius * Math.min(bottom, top) * 0.98, height / 2);
  const steps = edge <= 0 ? 0 : edge < 15 ? 2 : 5;
  const slope = ((bottom - top) * radius) / height;
  const wall = { faceOut: 1, faceUp: slope };
  const arc = (share: number, at: 0 | 1, end: number): ProfilePoint[] =>
    Array.from({ length: steps + 1 }, (_, index) => {
      const angle = ((index / steps) * Math.PI) / 2;
      const [sin, cos] = at === 0 ? [Math.sin(angle), Math.cos(angle)] : [Math.cos(angle), Math.sin(angle)];
      return {
        out: share - ((1 - sin) * edge) / radius,
        up: end + ((at === 0 ? 1 - cos : cos - 1) * edge) / height,
        faceOut: sin,
        faceUp: at === 0 ? -cos : cos,
      };
    });
  const lower = steps > 0 ? arc(bottom, 0, 0) : [{ out: bottom, up: 0, ...wall }];
  const upper = steps > 0 ? arc(top, 1, 1) : [{ out: top, up: 1, ...wall }];
  if (open) {
    // A shade is seen from within too; the bulb's light keeps its underside bright.
    const inside = [...lower, ...upper]
      .map(({ out, up }) => ({ out: out * 0.97, up, faceOut: -1, faceUp: 0 }))
      .reverse();
    return [...lower, ...upper, ...inside];
  }
  const [down, up] = [{ faceOut: 0, faceUp: -1 }, { faceOut: 0, faceUp: 1 }]; // prettier-ignore
  return [
    { out: 0, up: 0, ...down },
    { out: lower[0]!.out, up: 0, ...down },
    ...lower,
    ...upper,
    { out: upper.at(-1)!.out, up: 1, ...up },
    { out: 0, up: 1, ...up },
  ];
}

const ballProfile: readonly ProfilePoint[] = Array.from({ length: 13 }, (_, index) => {
  const angle = (index / 12) * Math.PI;
  const [out, up] = [Math.sin(angle), -Math.cos(angle)];
  return { out: index % 12 === 0 ? 0 : out, up: (up + 1) / 2, faceOut: out, faceUp: up };
});

/** An outline turned about the box's upright middle line. */
function turned({ tone, x, y, z }: Cylinder | Ball, profile: readonly ProfilePoint[]): Mesh {
  const half = [(x[1] - x[0]) / 2, (z[1] - z[0]) / 2] as const;
  const centre = [(x[0] + x[1]) / 2, (z[0] + z[1]) / 2] as const;
  const sides = Math.max(...half) < 60 ? 12 : Math.max(...half) < 250 ? 24 : 48;
  const [positions, normals]: [number[], number[]] = [[], []];
  const radius = Math.min(...half);
  for (const { out, up, faceOut, faceUp } of profile) {
    for (let step = 0; step <= sides; step++) {
      const [cos, sin] = compass((step % sides) / sides);
      const normal: Vector = [(cos * faceOut * radius) / half[0], faceUp, (sin * faceOut * radius) / half[1]];
      const length = Math.hypot(...normal);
      positions.push(centre[0] + cos * out * half[0], y[0] + up * (y[1] - y[0]), centre[1] + sin * out * half[1]);
      normals.push(normal[0] / length, normal[1] / length, normal[2] / length);
    }
  }
  return { tone, positions, normals, indices: grid(0, sides + 1, profile.length, false) };
}

/** Cosine and sine of a share of the whole turn, exact at its quarters. */
function compass(part: number): readonly [number, number] {
  const quarter = part * 4;
  if (Number.isInteger(quarter)) return [[1, 0], [0, 1], [-1, 0], [0, -1]][quarter] as [number, number]; // prettier-ignore
  return [Math.cos(part * 2 * Math.PI), Math.sin(part * 2 * Math.PI)];
}

function sheet({ tone, triangles }: Sheet): Mesh {
  const [positions, normals, indices]: [number[], number[], number[]] = [[], [], []];
  for (const [one, two, three] of triangles) {
    const normal = across(one, two, three);
    for (const side of [1, -1]) {
      const first = positions.length / 3;
      for (const corner of side > 0 ? [one, two, three] : [one, three, two]) {
        positions.push(...corner);
        // Leaves are lit from above on both sides, so that none looks like a hole.
        normals.push(normal[0] * 0.6, Math.abs(normal[1]) * 0.6 + 0.4, normal[2] * 0.6);
      }
      indices.push(first, first + 1, first + 2);
    }
  }
  return { tone, positions, normals, indices };
}

function across(one: Vector, two: Vector, three: Vector): Vector {
  const [a, b] = [two, three].map((to) => [to[0] - one[0], to[1] - one[1], to[2] - one[2]] as const);
  const normal: Vector = [a![1] * b![2] - a![2] * b![1], a![2] * b![0] - a![0] * b![2], a![0] * b![1] - a![1] * b![0]];
  const length = Math.hypot(...normal) || 1;
  return [normal[0] / length, normal[1] / length, normal[2] / length];
}

/** Two triangles for each cell of a grid of points. */
function grid(first: number, columns: number, rows: number, forward: boolean): readonly number[] {
  const indices: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const a = first + row * columns + column;
      const [b, c, d] = [a + 1, a + columns, a + columns + 1];
      if (forward) indices.push(a, b, d, a, d, c);
      else indices.push(a, d, b, a, c, d);
    }
  }
  return indices;
}
