import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { takeUnitFrom } from "../core/format";
import type { Item, Plan } from "../core/protocol";
import { products } from "../fit/testing";
import { shoppingList } from "../shopping/list";
import { drawingFile, drawingPage, type Drawn } from "./drawing";
import { fileName } from "./fileName";
import { listPage } from "./listPage";
import { roomData } from "./roomData";
import { papers, roundScale, scaleBar } from "./scale";

const sprite = readFileSync(new URL("../furniture.svg", import.meta.url), "utf8");
const symbols = new Map(
  [...sprite.matchAll(/<symbol id="([^"]*)"[\s\S]*?<\/symbol>/g)].map(([markup, kind]) => [kind!, markup]),
);

const plan: Plan = {
  outline: [
    [0, 0],
    [4200, 0],
    [4200, 5000],
    [0, 5000],
  ],
  height: 2500,
  openings: [
    { kind: "door", wall: 2, offset: 400, width: 900, height: 2050, sill: 0, hinge: "left", swing: "out" },
    { kind: "window", wall: 0, offset: 800, width: 1600, height: 1300, sill: 900, hinge: "left", swing: "in" },
    { kind: "passage", wall: 1, offset: 800, width: 1000, height: 2050, sill: 0, hinge: "left", swing: "in" },
  ],
  obstacles: [{ kind: "radiator", x: 1600, y: 60, rotation: 0, width: 1000, depth: 120, height: 600 }],
};

/** One of everything in the catalogue, and something it does not have. */
const items: readonly Item[] = [...products.keys(), "HS-NO-SUCH-THING"].map((sku, index) => {
  return { item: `piece-${index}`, sku, x: 500 + (index % 8) * 400, y: 500 + Math.floor(index / 8) * 450, rotation: (index * 15) % 360 }; // prettier-ignore
});

const NASTY = `<&"'>\u0001\u202e ]]> \ud800 Åsa’s <script>alert(1)</script>`;

const drawn = (change: Partial<Drawn> = {}): Drawn => {
  return { title: "Attic", plan, items, products, symbols, date: new Date("2026-11-21T12:00:00Z"), ...change };
};

/** Fails at what is no well-formed XML: tags that do not match, attributes twice or bare, stray characters. */
function expectWellFormed(xml: string): void {
  expect(xml).not.toMatch(/\p{Cs}/u);
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const attribute = /\s+([\w:-]+)="(?:[^<&"]|&(?:amp|lt|gt|quot|#\d+);)*"/;
  const part = new RegExp(`<(/?)(\\w+)((?:${attribute.source.replace("([", "(?:[")})*)\\s*(/?)>|(?:[^<&]|&(?:amp|lt|gt|quot);)+`, "y"); // prettier-ignore
  const open: string[] = [];
  while (part.lastIndex < xml.length) {
    const at = part.lastIndex;
    const found = part.exec(xml);
    expect(found, `what is at ${at}: ${xml.slice(at, at + 80)}`).not.toBeNull();
    const [, closing, tag, attributes, empty] = found!;
    if (tag === undefined) continue;
    const names = [...(attributes ?? "").matchAll(new RegExp(attribute, "g"))].map(([, name]) => name);
    expect(new Set(names).size, `${tag} ${attributes}`).toBe(names.length);
    if (closing) expect(open.pop()).toBe(tag);
    else if (!empty) open.push(tag);
  }
  expect(open).toEqual([]);
}

describe("the drawing", () => {
  test.each([
    ["as a file", drawingFile(drawn())],
    ["as a page", drawingPage(drawn(), papers[1]!)],
    ["with a title of signs", drawingFile(drawn({ title: NASTY }))],
    ["of an empty room without a name", drawingFile(drawn({ title: "", items: [] }))],
  ])("is well-formed XML %s", (_, svg) => expectWellFormed(svg));

  test("has every piece, and all they need", () => {
    const svg = drawingFile(drawn());
    expect([...svg.matchAll(/data-item="([^"]*)"/g)].map(([, item]) => item).sort()).toEqual(
      items.map(({ item }) => item).sort(),
    );
    const defined = new Set([...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const used = [...svg.matchAll(/(?:href="#|url\(#)([^")]*)/g)].map(([, id]) => id);
    expect(used.length).toBeGreaterThan(products.size);
    expect(used.filter((id) => !defined.has(id!))).toEqual([]);
  });

  test("refers to nothing outside itself, and leaves nothing to a style sheet", () => {
    const svg = drawingFile(drawn({ title: NASTY }));
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href="[^#]|url\([^#]/);
    expect(svg).not.toMatch(/class=|style|var\(|light-dark|non-scaling|<script/);
  });

  test("escapes the title", () => {
    expect(drawingFile(drawn({ title: `<&"` }))).toContain("<title>&lt;&amp;&quot;</title>");
  });

  test("says how large the room is, with its scale where that is true", () => {
    const page = drawingPage(drawn(), papers[0]!);
    for (const text of [">Attic<", "21 m²", "1:50 on A4", "420 cm", "500 cm", ">2 m<", "2026"])
      expect(page).toContain(text);
    expect(drawingFile(drawn())).not.toContain("1:50");
  });

  test("is to scale: its millimetres of paper are so many of the room", () => {
    const [, width, box] = /width="([\d.]+)mm" height="[\d.]+mm" viewBox="\S+ \S+ (\S+)/.exec(drawingPage(drawn(), papers[0]!))!; // prettier-ignore
    expect(Number(box) / Number(width)).toBeCloseTo(50);
  });

  test("measures in the chosen unit", () => {
    takeUnitFrom(() => "in");
    try {
      for (const text of ["165.4 in", "226 ft²", ">4 ft<"]) expect(drawingPage(drawn(), papers[0]!)).toContain(text);
    } finally {
      takeUnitFrom(() => "cm");
    }
  });
});

describe("scales", () => {
  test.each([
    [1500, 1500, "A4", 20],
    [4200, 5000, "A4", 50],
    [4200, 5000, "A3", 25],
    [12_000, 9000, "A4", 100],
    [12_000, 9000, "A3", 50],
    [200_000, 200_000, "A4", 2000],
  ])("%i × %i mm on %s is 1:%i", (width, height, name, scale) => {
    const paper = papers.find((paper) => paper.name === name)!;
    expect(roundScale({ width, height }, { width: 15, height: 48 }, paper)).toBe(scale);
  });

  test.each([
    [20, "cm", "0.5 m"],
    [50, "cm", "2 m"],
    [100, "cm", "4 m"],
    [50, "in", "4 ft"],
  ] as const)("a bar at 1:%i in %s is %s long", (scale, unit, text) => expect(scaleBar(scale, unit).text).toBe(text));
});

describe("the list on paper", () => {
  test("has each product with its article number, and the total; what is not known any more is told", () => {
    const list = listPage(NASTY, shoppingList(items, products), new Date());
    for (const sku of products.keys()) expect(list).toContain(sku);
    expect(list).toContain("1 piece is no longer in the catalogue");
    expect(list).not.toContain("<script");
  });
});

describe("a file's name", () => {
  test.each([
    ["Vardagsrum", "Vardagsrum.svg"],
    ["  Åsas 2:a rum / kök?  ", "Åsas 2 a rum kök.svg"],
    ["../../etc/passwd", "etc passwd.svg"],
    ["", "Room.svg"],
    ["...", "Room.svg"],
    ["con", "Room con.svg"],
    ["\u202egnp.exe", "gnp.exe.svg"],
    ["x".repeat(200), `${"x".repeat(80)}.svg`],
    ["🛋".repeat(90), `${"🛋".repeat(80)}.svg`],
  ])("%j gives %j", (title, name) => expect(fileName(title, "svg")).toBe(name));
});

describe("the data", () => {
  test("is what the server says, with each product once", () => {
    const state = { rev: 7, title: NASTY, items: items.slice(0, 2).concat(items.slice(0, 2), items.slice(-1)) };
    const { products: used, ...rest } = JSON.parse(roomData(state, products));
    expect(rest).toEqual(JSON.parse(JSON.stringify(state)));
    expect(used.map(({ sku }: { sku: string }) => sku)).toEqual([items[0]!.sku, items[1]!.sku].sort());
  });
});
