/*
 * The static picture of a room: what the server renders into the page and what the live plan starts from. One DOM, two
 * writers: this module in the browser and its twin in the server must yield the same text for the same room.
 *
 * Everything is a whole millimetre. Points that lie on a wall are computed in doubles with + - * / and sqrt alone, from
 * left to right as written here, and rounded half up (Math.round), so both languages get the same digits. No white
 * space between elements, attributes in this order; the gap of a door or passage overlaps the floor by 10 mm, lest
 * the wall below shine through the seam:
 *
 *   <svg class="plan" viewBox="L T W H" preserveAspectRatio="xMidYMid meet">      `frameOf` the plan
 *     <path class="wall" d="M0 0L4000 0…Z" stroke-width="240"/>                   inner half is covered by the floor
 *     <clipPath id="plan-floor"><path d="…"/></clipPath>
 *     <path class="floor" d="…"/>
 *     <g class="grid" clip-path="url(#plan-floor)">
 *       <path class="fine" d="M100 0V5000…M0 100H4000…"/>                         every 10 cm but not the metres
 *       <path class="coarse" d="M1000 0V5000…M0 1000H4000…"/>                     every metre
 *     </g>
 *     <g class="openings">                                                        in the room's order
 *       <g class="opening door"><path class="gap" d="M…Z"/><path class="jamb" d="M…L…M…L…"/>
 *         <path class="leaf" d="M…L…"/><path class="swing" d="M…A w w 0 0 s x y"/></g>
 *       <g class="opening window"><path class="gap" …/><path class="jamb" …/><path class="pane" d="M…L…M…L…"/></g>
 *       <g class="opening passage"><path class="gap" …/><path class="jamb" …/></g>
 *     </g>
 *     <g class="obstacles">                                                       where there are any, in the room's order
 *       <g class="obstacle KIND" transform="translate(x y) rotate(r)">
 *         <rect x="-w/2" y="-d/2" width="w" height="d"/>                          halves rounded down
 *         <path d="M… -d/2vd…"/></g>                                              a radiator's ribs, every 60 mm
 *     </g>
 *     <g class="rugs">…</g>                                                       kinds "rug", "round-rug", "runner"
 *     <g class="pieces">                                                          in the room's order
 *       <g class="piece" data-item="ID" data-lock="none" transform="translate(x y) rotate(r)">
 *         <use href="#KIND" x="-w/2" y="-d/2" width="w" height="d" color="#…"/>   halves rounded down
 *         <rect class="outline" x="-w/2" y="-d/2" width="w" height="d"/>
 *       </g>
 *     </g>
 *   </svg>
 *
 * A sku that the catalogue does not know is drawn as its outline alone, 600 by 600.
 */
import { finishOf } from "../core/finishes";
import type { Corner, Finish, Item, Obstacle, Opening, Plan, Product } from "../core/protocol";

/** How thick walls are drawn, outwards from the inner corners, in mm. */
export const WALL = 120;

/** How far the gap of a door or passage reaches over the floor, in mm. */
const OVERLAP = 10;

/** From rib to rib of a radiator, in mm. */
const RIB = 60;

/** The catalogue by sku; drawing needs no more of it than looks. */
export type Products = ReadonlyMap<string, Product>;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a sku looks like: its symbol, footprint in mm and main colour. */
export interface Look {
  readonly kind?: string;
  readonly width: number;
  readonly depth: number;
  readonly color?: string;
  /** What its pieces may be made in instead. */
  readonly finishes?: readonly Finish[];
}

const UNKNOWN: Look = { width: 600, depth: 600 };

/** Rugs lie under everything else. */
export function isRug({ kind }: Pick<Look, "kind">): boolean {
  return kind === "rug" || kind === "round-rug" || kind === "runner";
}

export function lookOf(sku: string, products: ReadonlyMap<string, Look>): Look {
  return products.get(sku) ?? UNKNOWN;
}

/** The whole picture as SVG markup. */
export function planPicture(plan: Plan, items: Iterable<Item>, looks: ReadonlyMap<string, Look>): string {
  const { left, top, width, height } = frameOf(plan);
  return (
    `<svg class="plan" viewBox="${left} ${top} ${width} ${height}" preserveAspectRatio="xMidYMid meet">` +
    shellPicture(plan) +
    furniturePicture(items, looks) +
    `</svg>`
  );
}

/** Walls, floor, grid and openings: what changes only when the room is reshaped. */
export function shellPicture(plan: Plan): string {
  const shape = closed(plan.outline);
  return (
    `<path class="wall" d="${shape}" stroke-width="${2 * WALL}"/>` +
    `<clipPath id="plan-floor"><path d="${shape}"/></clipPath>` +
    `<path class="floor" d="${shape}"/>` +
    `<g class="grid" clip-path="url(#plan-floor)">` +
    `<path class="fine" d="${gridLines(plan.outline, 100, 1000)}"/>` +
    `<path class="coarse" d="${gridLines(plan.outline, 1000)}"/>` +
    `</g>` +
    `<g class="openings">${plan.openings.map((opening) => openingPicture(plan.outline, opening)).join("")}</g>` +
    obstaclesPicture(plan.obstacles ?? [])
  );
}

function obstaclesPicture(obstacles: readonly Obstacle[]): string {
  return obstacles.length === 0 ? "" : `<g class="obstacles">${obstacles.map(obstaclePicture).join("")}</g>`;
}

function obstaclePicture(obstacle: Obstacle): string {
  return (
    `<g class="obstacle ${obstacle.kind}" transform="${placing(obstacle)}">` +
    `<rect ${footprint(obstacle)}/>` +
    (obstacle.kind === "radiator" ? `<path d="${ribs(obstacle)}"/>` : "") +
    `</g>`
  );
}

function ribs({ width, depth }: Obstacle): string {
  const [left, back] = [-Math.floor(width / 2), -Math.floor(depth / 2)];
  let path = "";
  for (let way = RIB; way < width; way += RIB) path += `M${left + way} ${back}v${depth}`;
  return path;
}

/** The two layers of furniture: rugs, then everything that may stand on them. */
export function furniturePicture(items: Iterable<Item>, looks: ReadonlyMap<string, Look>): string {
  let rugs = "";
  let pieces = "";
  for (const item of items) {
    const look = lookOf(item.sku, looks);
    if (isRug(look)) rugs += piecePicture(item, look);
    else pieces += piecePicture(item, look);
  }
  return `<g class="rugs">${rugs}</g><g class="pieces">${pieces}</g>`;
}

/** One placed piece, unlocked. */
export function piecePicture(item: Item, look: Look): string {
  return (
    `<g class="piece" data-item="${escape(item.item)}" data-lock="none" transform="${placing(item)}">` +
    (look.kind === undefined ? "" : symbolPicture(look.kind, look, colorIn(look, item))) +
    `<rect class="outline" ${footprint(look)}/>` +
    `</g>`
  );
}

/** A product by itself, for the catalogue and for the hand that places it. */
export function productPicture(look: Look & { readonly kind: string }): string {
  const { kind, width, depth } = look;
  return (
    `<svg class="product" viewBox="0 0 ${width} ${depth}" preserveAspectRatio="none" aria-hidden="true">` +
    `<use href="#${escape(kind)}" width="${width}" height="${depth}"${colorOf(look)}/></svg>`
  );
}

/** The `transform` of a piece. */
export function placing(item: Pick<Item, "x" | "y" | "rotation">): string {
  return `translate(${item.x} ${item.y}) rotate(${item.rotation})`;
}

/** The picture's frame in mm: the outline's bounds with room around them for walls, swings and measures. */
export function frameOf(plan: Plan): Box {
  const { left, top, width, height } = boundsOf(plan.outline);
  const margin = Math.max(600, Math.floor(Math.max(width, height) / 12));
  return { left: left - margin, top: top - margin, width: width + 2 * margin, height: height + 2 * margin };
}

export function boundsOf(outline: readonly Corner[]): Box {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function openingPicture(outline: readonly Corner[], opening: Opening): string {
  const at = alongWall(outline, opening.wall);
  const start = opening.offset;
  const end = opening.offset + opening.width;
  const inner = opening.kind === "window" ? 0 : OVERLAP;
  const jambs = `M${at(start, 0)}L${at(start, -WALL)}M${at(end, 0)}L${at(end, -WALL)}`;
  return (
    `<g class="opening ${opening.kind}">` +
    `<path class="gap" d="M${at(start, inner)}L${at(end, inner)}L${at(end, -WALL)}L${at(start, -WALL)}Z"/>` +
    `<path class="jamb" d="${jambs}"/>` +
    (opening.kind === "door" ? doorLeaf(opening, at) : "") +
    (opening.kind === "window" ? windowPane(start, end, at) : "") +
    `</g>`
  );
}

function doorLeaf(door: Opening, at: WallPoint): string {
  const inwards = door.swing === "in";
  const left = door.hinge === "left";
  const hinge = left ? door.offset : door.offset + door.width;
  const latch = left ? door.offset + door.width : door.offset;
  const sill = inwards ? 0 : -WALL;
  const tip = at(hinge, inwards ? door.width : -WALL - door.width);
  const sweep = left === inwards ? 0 : 1;
  return (
    `<path class="leaf" d="M${at(hinge, sill)}L${tip}"/>` +
    `<path class="swing" d="M${tip}A${door.width} ${door.width} 0 0 ${sweep} ${at(latch, sill)}"/>`
  );
}

function windowPane(start: number, end: number, at: WallPoint): string {
  return `<path class="pane" d="M${at(start, -45)}L${at(end, -45)}M${at(start, -75)}L${at(end, -75)}"/>`;
}

type WallPoint = (along: number, inwards: number) => string;

/** Points of a wall by distance along it and into the room; left and right are as seen from inside, facing the wall. */
function alongWall(outline: readonly Corner[], wall: number): WallPoint {
  const [ax, ay] = outline[wall % outline.length]!;
  const [bx, by] = outline[(wall + 1) % outline.length]!;
  const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  const east = (bx - ax) / length;
  const south = (by - ay) / length;
  return (along, inwards) =>
    `${whole(ax + east * along - south * inwards)} ${whole(ay + south * along + east * inwards)}`;
}

function gridLines(outline: readonly Corner[], step: number, except?: number): string {
  const { left, top, width, height } = boundsOf(outline);
  let path = "";
  for (const x of steps(left, left + width, step, except)) path += `M${x} ${top}V${top + height}`;
  for (const y of steps(top, top + height, step, except)) path += `M${left} ${y}H${left + width}`;
  return path;
}

function* steps(from: number, to: number, step: number, except?: number): Generator<number> {
  for (let value = (Math.floor(from / step) + 1) * step; value < to; value += step) {
    if (except === undefined || value % except !== 0) yield value;
  }
}

function symbolPicture(kind: string, look: Look, color: string | undefined): string {
  return `<use href="#${escape(kind)}" ${footprint(look)}${colorOf({ color })}/>`;
}

function colorOf({ color }: { readonly color?: string | undefined }): string {
  return color === undefined ? "" : ` color="${escape(color)}"`;
}

/** A piece's colour on the plan. */
export function colorIn(look: Look, { finish }: Pick<Item, "finish">): string | undefined {
  return finishOf(look, finish)?.color ?? look.color;
}

function footprint({ width, depth }: Pick<Look, "width" | "depth">): string {
  return `x="${-Math.floor(width / 2)}" y="${-Math.floor(depth / 2)}" width="${width}" height="${depth}"`;
}

function closed(outline: readonly Corner[]): string {
  return `M${outline.map(([x, y]) => `${x} ${y}`).join("L")}Z`;
}

function whole(value: number): number {
  return Math.round(value) + 0; // never "-0"
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
