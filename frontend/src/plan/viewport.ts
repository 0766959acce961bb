/**
 * Which part of the room the stage shows. Room coordinates are mm, stage coordinates are CSS pixels from the stage's
 * top-left corner. Values are immutable; every function gives a new one.
 */
import { formatSize, numberFormat, unit, unitName } from "../core/format";
import { locale, texts } from "../texts/texts";
import type { Box } from "./picture";

export interface Viewport {
  /** Room x of the stage's left edge, mm. */
  readonly left: number;
  /** Room y of the stage's top edge, mm. */
  readonly top: number;
  /** Pixels per mm. */
  readonly scale: number;
  /** The stage's size in pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const LEAST_SCALE = 0.008;
const MOST_SCALE = 1;

/** CSS defines a pixel as 1/96 inch; this is how many mm of screen that is. */
const MM_OF_A_PIXEL = 25.4 / 96;

/** The same rule as `preserveAspectRatio="xMidYMid meet"`, so that the first picture and the live plan agree. */
export function fit(frame: Box, width: number, height: number): Viewport {
  const scale = Math.min(width / frame.width, height / frame.height);
  return {
    left: frame.left + frame.width / 2 - width / scale / 2,
    top: frame.top + frame.height / 2 - height / scale / 2,
    scale,
    width,
    height,
  };
}

/** Zooms so that the point under (px, py) stays there. */
export function zoomAt(viewport: Viewport, factor: number, px: number, py: number): Viewport {
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, viewport.scale * factor));
  const { x, y } = toRoom(viewport, px, py);
  return { ...viewport, scale, left: x - px / scale, top: y - py / scale };
}

export function zoomAtCentre(viewport: Viewport, factor: number): Viewport {
  return zoomAt(viewport, factor, viewport.width / 2, viewport.height / 2);
}

/** Moves the room with the pointer by so many pixels. */
export function panBy(viewport: Viewport, dx: number, dy: number): Viewport {
  return { ...viewport, left: viewport.left - dx / viewport.scale, top: viewport.top - dy / viewport.scale };
}

/** Another stage size, the same centre and scale. */
export function resized(viewport: Viewport, width: number, height: number): Viewport {
  const { scale } = viewport;
  return {
    left: viewport.left + (viewport.width - width) / scale / 2,
    top: viewport.top + (viewport.height - height) / scale / 2,
    scale,
    width,
    height,
  };
}

/** Pans just so far that a point comes to lie at least `inset` pixels inside the stage. */
export function reveal(viewport: Viewport, point: Point, inset: number): Viewport {
  const { x, y } = toStage(viewport, point);
  const into = (value: number, size: number) => Math.min(Math.max(value, inset), Math.max(inset, size - inset)) - value;
  return panBy(viewport, into(x, viewport.width), into(y, viewport.height));
}

/** A share of the way from one view to another; from 1 on it is the other one exactly. */
export function between(from: Viewport, to: Viewport, share: number): Viewport {
  if (share >= 1) return to;
  const mix = (a: number, b: number) => a + (b - a) * share;
  const scale = from.scale * Math.pow(to.scale / from.scale, share);
  const centre = (viewport: Viewport) => toRoom(viewport, viewport.width / 2, viewport.height / 2);
  const x = mix(centre(from).x, centre(to).x);
  const y = mix(centre(from).y, centre(to).y);
  return { ...to, scale, left: x - to.width / scale / 2, top: y - to.height / scale / 2 };
}

export function toRoom(viewport: Viewport, px: number, py: number): Point {
  return { x: viewport.left + px / viewport.scale, y: viewport.top + py / viewport.scale };
}

export function toStage(viewport: Viewport, point: Point): Point {
  return { x: (point.x - viewport.left) * viewport.scale, y: (point.y - viewport.top) * viewport.scale };
}

export function viewBoxOf({ left, top, width, height, scale }: Viewport): string {
  return `${left} ${top} ${width / scale} ${height / scale}`;
}

/** The lines every 10 cm are drawn only where they are at least this far apart on screen. */
export function showsFineGrid(viewport: Viewport): boolean {
  return viewport.scale * 100 >= 9;
}

/** The drawing's scale as on paper, "1:28". */
export function scaleText(viewport: Viewport): string {
  const ratio = 1 / (viewport.scale * MM_OF_A_PIXEL);
  return `1:${numberFormat(locale(), { maximumFractionDigits: ratio >= 10 ? 0 : 1, useGrouping: false }).format(ratio)}`;
}

/** The longest round length that takes at most `most` pixels. */
export function scaleBar(viewport: Viewport, most: number): { millimetres: number; pixels: number; text: string } {
  const inches = unit() === "in";
  const steps = inches ? INCHES.map((count) => count * 25.4) : MILLIMETRES;
  const millimetres = steps.filter((length) => length * viewport.scale <= most).at(-1) ?? steps[0]!;
  return { millimetres, pixels: millimetres * viewport.scale, text: (inches ? imperial : metric)(millimetres) };
}

const MILLIMETRES = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
const INCHES = [1, 2, 6, 12, 24, 60, 120, 240, 600];

function metric(millimetres: number): string {
  return millimetres >= 1000 ? `${millimetres / 1000} ${texts().format.metre}` : formatSize(millimetres);
}

function imperial(millimetres: number): string {
  const inches = Math.round(millimetres / 25.4);
  return inches >= 12 ? `${inches / 12} ${texts().format.foot}` : `${inches} ${unitName()}`;
}
