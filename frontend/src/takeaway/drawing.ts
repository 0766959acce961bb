/**
 * The floor plan as a drawing that needs nothing but itself: the plan's own picture with its symbols and colours in it
 * (light ones, as attributes: every program reads these), measures, a title and a scale bar. One unit is one millimetre
 * of the room; what has a size on paper is that many millimetres times the scale.
 */
import { formatSize, unit } from "../core/format";
import { extent, walls, type Wall } from "../core/geometry";
import type { Item, Plan } from "../core/protocol";
import {
  boundsOf,
  furniturePicture,
  isRug,
  lookOf,
  shellPicture,
  WALL,
  type Box,
  type Products,
} from "../plan/picture";
import { readable } from "../plan/measures";
import { later } from "../texts/texts";
import { escaped } from "./markup";
import { papers, roundScale, scaleBar, type Extent, type Paper } from "./scale";
import { areaText, brand, dateText } from "./words";

export interface Drawn {
  readonly title: string;
  readonly plan: Plan;
  readonly items: readonly Item[];
  readonly products: Products;
  /** The furniture's `<symbol>` elements as markup, by kind. */
  readonly symbols: ReadonlyMap<string, string>;
  readonly date: Date;
}

/** On paper, mm. */
const EDGE = 10;
const HEAD = 19;
const FOOT = 14;
const MEASURE = 5;
/** What the foot needs from side to side. */
const LEAST_WIDTH = 100;
const TITLE = 6.4;
const TEXT = 3.1;
const SMALL = 2.6;
const NAME = 2.3;
/** How wide a letter is on average, of its size; generously. */
const LETTER = 0.6;

const INK = "#1b2127";
const MUTED = "#5c636a";
const DARK = "#2a2f36";
const FONT = "Avenir Next, Avenir, Segoe UI, Inter, Helvetica Neue, Helvetica, Arial, sans-serif";

/** A prefix for ids, since a drawing may be put into a page that has the same. */
const ID = "drawing-";

/** As an SVG file: as large as the drawing needs, to the scale that fits A4. */
export function drawingFile(drawn: Drawn): string {
  const body = bodyOf(drawn.plan);
  const scale = roundScale(body, AROUND, papers[0]!);
  const title = [...drawn.title].length * TITLE * LETTER;
  const width = Math.max(body.width / scale + AROUND.width, LEAST_WIDTH, Math.min(title, papers[0]!.width));
  const sheet = { width: width + 2 * EDGE, height: body.height / scale + AROUND.height + 2 * EDGE };
  return sheetPicture(drawn, scale, sheet, EDGE, [areaOf(drawn.plan), dateText(drawn.date)]);
}

/** As a page to be printed, within its margins. */
export function drawingPage(drawn: Drawn, paper: Paper): string {
  const scale = roundScale(bodyOf(drawn.plan), AROUND, paper);
  return sheetPicture(drawn, scale, paper, 0, [
    areaOf(drawn.plan),
    later().takeaway.scaleOn(scale, paper.name),
    dateText(drawn.date),
  ]);
}

const AROUND: Extent = { width: 2 * (MEASURE + SMALL), height: HEAD + FOOT + 2 * (MEASURE + SMALL) };

function sheetPicture(drawn: Drawn, scale: number, sheet: Extent, edge: number, facts: readonly string[]): string {
  const body = bodyOf(drawn.plan);
  const mm = (onPaper: number) => round(onPaper * scale);
  const above = edge + HEAD;
  const below = edge + FOOT;
  const box: Box = {
    left: round(body.left + body.width / 2 - mm(sheet.width) / 2),
    top: round(body.top + body.height / 2 - mm(above + (sheet.height - above - below) / 2)),
    width: mm(sheet.width),
    height: mm(sheet.height),
  };
  const title = drawn.title || later().takeaway.untitled;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(sheet.width)}mm" height="${round(sheet.height)}mm" ` +
    `viewBox="${box.left} ${box.top} ${box.width} ${box.height}" font-family="${FONT}" role="img">` +
    `<title>${escaped(title)}</title>` +
    `<defs>${symbolsFor(drawn, mm)}</defs>` +
    `<rect x="${box.left}" y="${box.top}" width="${box.width}" height="${box.height}" fill="#fff"/>` +
    coloured(shellPicture(drawn.plan), mm) +
    furniture(drawn, mm) +
    names(drawn, mm) +
    measures(drawn.plan, mm) +
    head(title, facts, box, edge, mm) +
    foot(box, edge, scale, mm) +
    `</svg>`
  );
}

type Mm = (onPaper: number) => number;

/** What the plan takes with its walls, and doors that swing outwards. */
function bodyOf(plan: Plan): Box {
  const { left, top, width, height } = boundsOf(plan.outline);
  const out = Math.max(...plan.outline.map((_, wall) => outOf(plan, wall)));
  return { left: left - out, top: top - out, width: width + 2 * out, height: height + 2 * out };
}

/** How far a wall reaches outwards, with its doors. */
function outOf(plan: Plan, index: number): number {
  const swings = plan.openings.filter(({ wall, kind, swing }) => wall === index && kind === "door" && swing === "out");
  return WALL + Math.max(0, ...swings.map(({ width }) => width));
}

function areaOf({ outline }: Plan): string {
  const twice = outline.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = outline[(index + 1) % outline.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return areaText(Math.abs(twice) / 2);
}

/** The classes that `plan/picture.ts` writes, as attributes; what `plan.css` says of them in light colours. */
function looks(mm: Mm): Readonly<Record<string, string>> {
  const line = (color: string, width: number) => `stroke="${color}" stroke-width="${mm(width)}"`;
  return {
    wall: `fill="none" stroke="${DARK}" stroke-linejoin="miter" stroke-miterlimit="8"`,
    floor: `fill="#fffdfa"`,
    fine: `display="none"`,
    coarse: `fill="none" ${line("#e9e2d6", 0.15)}`,
    "opening window": `fill="none" ${line(DARK, 0.25)}`,
    gap: `fill="#fff"`,
    jamb: `fill="none" ${line(DARK, 0.25)}`,
    leaf: `fill="none" ${line(DARK, 0.5)}`,
    swing: `fill="none" ${line("#5f666e", 0.2)} stroke-dasharray="${mm(1)} ${mm(1)}"`,
    pane: `fill="none"`,
    "obstacle column": `fill="${DARK}"`,
    "obstacle radiator": `fill="#f1ece3" ${line(DARK, 0.25)}`,
    "obstacle fixture": `fill="#f1ece3" ${line(DARK, 0.25)}`,
    outline: `fill="none"`,
    unknown: `fill="#fff" fill-opacity="0.7" ${line(DARK, 0.25)} stroke-dasharray="${mm(1)} ${mm(1)}"`,
  };
}

function coloured(markup: string, mm: Mm): string {
  const attributes = looks(mm);
  return markup
    .replace(/ class="([^"]*)"/g, (_, name: string) => (attributes[name] === undefined ? "" : ` ${attributes[name]}`))
    .replace(/ data-lock="[^"]*"/g, "")
    .replaceAll(`id="`, `id="${ID}`)
    .replaceAll("url(#", `url(#${ID}`)
    .replaceAll(`href="#`, `href="#${ID}`);
}

function furniture({ items, products }: Drawn, mm: Mm): string {
  // A piece without a symbol is drawn as its outline.
  return coloured(
    furniturePicture(items, products).replace(
      /(<g class="piece"[^>]*>)<rect class="outline"/g,
      `$1<rect class="unknown"`,
    ),
    mm,
  );
}

/** Each kind that is used, once. Its lines are as thin on paper as the plan has them on the screen. */
function symbolsFor({ items, products, symbols }: Drawn, mm: Mm): string {
  const kinds = new Set(items.map(({ sku }) => lookOf(sku, products).kind ?? ""));
  return [...kinds]
    .map((kind) => symbols.get(kind) ?? "")
    .join("")
    .replaceAll(`id="`, `id="${ID}`)
    .replaceAll(`vector-effect="non-scaling-stroke"`, `stroke-width="${mm(0.18)}"`);
}

/** On pieces that have the space: across them, else along them. */
function names({ items, products }: Drawn, mm: Mm): string {
  return items
    .map(({ sku, x, y, rotation }) => {
      const product = products.get(sku);
      if (!product || isRug(product)) return "";
      const space = extent(product, rotation);
      const across = fits(product.name, space.width, mm);
      if (!across && !fits(product.name, space.depth, mm)) return "";
      const name = text(product.name, 0, mm(NAME) * 0.35, mm(NAME), { middle: true, halo: mm(0.8) });
      return `<g transform="translate(${x} ${y})${across ? "" : " rotate(-90)"}">${name}</g>`;
    })
    .join("");
}

function fits(name: string, space: number, mm: Mm): boolean {
  return ([...name].length * LETTER + 1) * mm(NAME) <= space;
}

/** Of walls with the same length only the first is measured, as on the screen. */
function measures(plan: Plan, mm: Mm): string {
  const lengths = new Set<string>();
  return walls(plan.outline)
    .map((wall) => {
      const length = formatSize(Math.round(wall.length));
      if (lengths.has(length)) return "";
      lengths.add(length);
      return measure(wall, length, outOf(plan, wall.index) + mm(MEASURE), mm);
    })
    .join("");
}

function measure(wall: Wall, length: string, out: number, mm: Mm): string {
  const at = (along: number, outwards: number) =>
    `${round(wall.a.x + wall.along.x * along - wall.inward.x * outwards)} ` +
    `${round(wall.a.y + wall.along.y * along - wall.inward.y * outwards)}`;
  const [end, tick] = [wall.length, mm(1)];
  const lines = `M${at(0, out)}L${at(end, out)}` + [0, end].map((along) => `M${at(along - tick, out - tick)}L${at(along + tick, out + tick)}M${at(along, out - 3 * tick)}L${at(along, out + 1.5 * tick)}`).join(""); // prettier-ignore
  const size = mm(TEXT);
  return (
    `<path d="${lines}" fill="none" stroke="${MUTED}" stroke-width="${mm(0.18)}"/>` +
    `<g transform="translate(${at(end / 2, out)}) rotate(${round(readable(wall))})">` +
    text(length, 0, size * 0.35, size, { middle: true, halo: mm(2) }) +
    `</g>`
  );
}

function head(title: string, facts: readonly string[], box: Box, edge: number, mm: Mm): string {
  const [x, top] = [round(box.left + mm(edge)), box.top + mm(edge)];
  // A long title gets smaller letters rather than an end outside.
  const size = Math.min(mm(TITLE), (box.width - 2 * mm(edge)) / ([...title].length * LETTER));
  return (
    text(title, x, round(top + mm(TITLE)), round(size), { weight: 700 }) +
    text(facts.join("  ·  "), x, round(top + mm(TITLE + 5.6)), mm(TEXT), { color: MUTED })
  );
}

function foot(box: Box, edge: number, scale: number, mm: Mm): string {
  const [left, right] = [round(box.left + mm(edge)), round(box.left + box.width - mm(edge))];
  const bottom = round(box.top + box.height - mm(edge));
  const { length, text: whole, half } = scaleBar(scale, unit());
  const top = round(bottom - mm(1.8));
  const label = (what: string, along: number) =>
    text(what, round(left + along), round(top - mm(1.5)), mm(SMALL), { middle: along > 0, color: MUTED });
  const part = (from: number, fill: string) =>
    `<rect x="${round(left + from)}" y="${top}" width="${length / 4}" height="${mm(1.5)}" fill="${fill}"/>`;
  return (
    `<g>${[0, 1, 2, 3].map((quarter) => part((quarter * length) / 4, quarter % 2 === 0 ? DARK : "#fff")).join("")}` +
    `<rect x="${left}" y="${top}" width="${length}" height="${mm(1.5)}" fill="none" stroke="${DARK}" stroke-width="${mm(0.2)}"/>` +
    `${label("0", 0)}${label(half, length / 2)}${label(whole, length)}</g>` +
    text(brand, right, bottom, mm(SMALL), { end: true, color: MUTED, weight: 600 })
  );
}

interface TextLook {
  readonly middle?: boolean;
  readonly end?: boolean;
  readonly weight?: number;
  readonly color?: string;
  /** How wide the white around the letters is. */
  readonly halo?: number;
}

function text(what: string, x: number, y: number, size: number, look: TextLook = {}): string {
  const anchor = look.middle ? ` text-anchor="middle"` : look.end ? ` text-anchor="end"` : "";
  const halo = look.halo === undefined ? "" : ` stroke="#fff" stroke-width="${look.halo}" stroke-opacity="0.85" stroke-linejoin="round" paint-order="stroke"`; // prettier-ignore
  const weight = look.weight === undefined ? "" : ` font-weight="${look.weight}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${look.color ?? INK}"${anchor}${weight}${halo}>${escaped(what)}</text>`;
}

/** To hundredths, which keeps files short. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
