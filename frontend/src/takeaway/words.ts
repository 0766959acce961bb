/** What taking the room along says, on the page, on drawings and on paper. */
import { unit } from "../core/format";

export { loading } from "./titles";

export const untitled = "Room";
export const brand = "HÖMSTYLE Rooms";
export const paper = "Paper";

/** The ways to take it along: what a row is called and what one gets. */
export const ways = {
  png: ["PNG", "Picture", "The floor plan with its measures, for messages and documents"],
  svg: ["SVG", "Drawing", "The same in lines, to scale and sharp at any size"],
  pdf: ["PDF", "On paper", "To a round scale, and the shopping list. Your browser prints it, or saves it as PDF."],
  glb: ["GLB", "3D model", "Walls and furniture in metres, for other 3D programs"],
  json: ["JSON", "Data", "Room, pieces and products, for programs"],
} as const satisfies Record<string, readonly [kind: string, name: string, about: string]>;

export type Way = keyof typeof ways;

export function saved(name: string): string {
  return `Saved as ${name}`;
}

export function failed(way: Way, reason: string): string {
  return `The ${ways[way][0]} file could not be made. ${reason}`;
}

export const again = "Please try again.";
export const noPicture = "This browser could not draw it. The SVG file holds the same.";

export function scaleText(scale: number, size: string): string {
  return `1:${scale} on ${size}`;
}

const MM2_PER_FT2 = 304.8 * 304.8;

/** An area in the chosen unit's own: "24.8 m²", "267 ft²". */
export function areaText(mm2: number): string {
  const inches = unit() === "in";
  const format = new Intl.NumberFormat(undefined, { maximumFractionDigits: inches ? 0 : 1 });
  return inches ? `${format.format(mm2 / MM2_PER_FT2)} ft²` : `${format.format(mm2 / 1e6)} m²`;
}

export function dateText(date: Date): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(date);
}

/** The columns of the list on paper; the picture has none. */
export const columns = { count: "Count", name: "Name", article: "Article", size: "Size", each: "Each", price: "Price" };
