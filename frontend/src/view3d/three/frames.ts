/** Lines around pieces: whole in the selection's colour and in green for one's own, red and broken for somebody else's. */
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { LineSegments2 } from "three/addons/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";
import type { Furniture } from "./furniture";
import { METRE } from "./geometry";
import type { Look } from "./look";

export type FrameKind = "selected" | "focused" | "asking" | "mine" | "other";

/** How far outside the piece the lines run, mm. */
const DISTANCE = 22;
const DASH = 0.09;

interface Frame {
  readonly kind: FrameKind;
  readonly model: string;
  readonly lines: readonly LineSegments2[];
}

export class Frames {
  readonly #frames = new Map<string, Frame>();
  readonly #materials: Record<FrameKind, readonly [seen: LineMaterial, hidden: LineMaterial]>;

  constructor(
    private readonly furniture: Furniture,
    look: Look,
  ) {
    const pair = (color: Look["mine"], linewidth: number, dashed = false) => {
      const made = (opacity: number, depthTest: boolean) =>
        new LineMaterial({ color: color.getHex(), linewidth, dashed, dashSize: DASH, gapSize: DASH * 0.7, transparent: true, opacity, depthTest }); // prettier-ignore
      // What is behind something stays to be seen, faintly.
      return [made(1, true), made(0.28, false)] as const;
    };
    this.#materials = {
      selected: pair(look.accent, 2.5),
      focused: pair(look.accent, 5),
      asking: pair(look.muted, 2.5),
      mine: pair(look.mine, 3),
      other: pair(look.other, 3, true),
    };
  }

  update(wanted: ReadonlyMap<string, FrameKind>): void {
    for (const [item, frame] of this.#frames) {
      const kind = wanted.get(item);
      if (kind === frame.kind && this.furniture.get(item)?.piece.model === frame.model) continue;
      this.#remove(item, frame);
    }
    for (const [item, kind] of wanted) if (!this.#frames.has(item)) this.#add(item, kind);
  }

  dispose(): void {
    for (const [item, frame] of this.#frames) this.#remove(item, frame);
    for (const material of Object.values(this.#materials).flat()) material.dispose();
  }

  #add(item: string, kind: FrameKind): void {
    const placed = this.furniture.get(item);
    if (!placed) return;
    const { width, depth, height } = placed.piece.shape;
    const geometry = new LineSegmentsGeometry();
    geometry.setPositions(edges(width / 2 + DISTANCE, depth / 2 + DISTANCE, height + DISTANCE / 2, kind));
    const lines = this.#materials[kind].map((material) => {
      const line = new LineSegments2(geometry, material);
      if (material.dashed) line.computeLineDistances();
      line.raycast = () => undefined;
      line.renderOrder = 2;
      line.userData.mark = true;
      return line;
    });
    placed.group.add(...lines);
    this.#frames.set(item, { kind, model: placed.piece.model, lines });
  }

  #remove(item: string, { lines }: Frame): void {
    for (const line of lines) line.removeFromParent();
    lines[0]?.geometry.dispose();
    this.#frames.delete(item);
  }
}

/** A ring on the floor; for what is in somebody's hands the whole box. */
function edges(across: number, deep: number, high: number, kind: FrameKind): number[] {
  const corners = [[-across, -deep], [across, -deep], [across, deep], [-across, deep]] as const; // prettier-ignore
  const at = (index: number, height: number) => [
    corners[index % 4]![0] / METRE,
    height / METRE,
    corners[index % 4]![1] / METRE,
  ];
  const ring = (height: number) => [0, 1, 2, 3].flatMap((index) => [...at(index, height), ...at(index + 1, height)]);
  const floor = 26;
  if (kind === "selected" || kind === "focused") return ring(floor);
  const posts = [0, 1, 2, 3].flatMap((index) => [...at(index, floor), ...at(index, Math.max(high, floor))]);
  return [...ring(floor), ...ring(Math.max(high, floor)), ...posts];
}

/** Whether something is for this view only, and no part of the room. */
export function isMark({ userData }: { readonly userData: Record<string, unknown> }): boolean {
  return userData.mark === true;
}
