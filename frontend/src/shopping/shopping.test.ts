import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { catalogueOf } from "../core/catalogue";
import type { DesignerView } from "../core/designer";
import { products } from "../fit/testing";
import { csvOf, decimalOf } from "./csv";
import { shoppingList } from "./list";
import { liveList } from "./live";
import { csvFile, textOf } from "./words";

const of = (...skus: string[]) => shoppingList(skus.map((sku) => ({ sku })), products); // prettier-ignore

describe("the shopping list", () => {
  test("counts products, by name, and adds up what they cost", () => {
    const list = of("HS-SOFA-220", "HS-CHAIR-48", "HS-CHAIR-48", "HS-CHAIR-48");
    expect(list.lines.map(({ product, count, price }) => [product.name, count, price.amount])).toEqual([
      ["Bågmåla", 3, 508_500],
      ["Kvällsro", 1, 1_599_500],
    ]);
    expect([list.pieces, list.unknown, list.totals]).toEqual([4, 0, [{ amount: 2_108_000, currency: "SEK" }]]);
  });

  test("F1 has a line for each finish, at the product's price", () => {
    const sofas = [undefined, "oat", "sage"].map((finish) => ({ sku: "HS-SOFA-220", ...(finish && { finish }) }));
    const list = shoppingList(sofas, products);
    expect(list.lines.map(({ finish, count, price }) => [finish, count, price.amount])).toEqual([
      ["Oat", 1, 1_599_500],
      ["Sage", 2, 3_199_000],
    ]);
    expect(list.lines.map(({ product }) => product.color)).toEqual(["#d6c9b2", "#9caf94"]);
    expect(textOf("Attic", list)).toContain("1 × Kvällsro, sofa, Oat, 220 × 92 × 80 cm");
    expect(csvFile(list)).toContain("HS-SOFA-220,Kvällsro,Oat,Sofa,");
  });

  test("is made anew when what stands there changes, and not while a piece only moves in somebody's hand", () => {
    const stool = { item: "stool", sku: "HS-STOOL-38", x: 500, y: 500, rotation: 0 };
    const view = signal({ room: { rev: 1, items: new Map([["stool", stool]]) } } as unknown as DesignerView);
    const list = liveList({ view, catalogue: signal(catalogueOf([...products.values()])) });
    const first = list.value;
    expect(first?.pieces).toBe(1);
    view.value = { ...view.value, shown: new Map([["stool", { ...stool, x: 600 }]]) };
    expect(list.value).toBe(first);
    view.value = { ...view.value, room: { ...view.value.room!, items: new Map() } };
    expect(list.value?.pieces).toBe(0);
  });

  test("says which pieces are not in its total", () => {
    const list = of("HS-STOOL-38", "HS-NO-SUCH-THING");
    expect([list.pieces, list.unknown, list.totals[0]?.amount]).toEqual([2, 1, 89_500]);
    expect(textOf("Attic", list)).toContain("1 piece is no longer in the catalogue, and not in the total.");
    expect(csvFile(list)).toContain("no longer in the catalogue");
  });

  test("adds up each currency by itself", () => {
    const stool = products.get("HS-STOOL-38")!;
    const abroad = { ...stool, sku: "HS-X", price: { amount: 5, currency: "EUR" } };
    const list = shoppingList([stool, abroad, abroad], new Map([stool, abroad].map((one) => [one.sku, one])));
    expect(list.totals).toEqual(expect.arrayContaining([{ currency: "EUR", amount: 10 }, stool.price]));
  });

  test("of an empty room is empty", () => {
    expect(of()).toEqual({ lines: [], totals: [], pieces: 0, unknown: 0 });
  });

  test("can be pasted as text", () => {
    expect(textOf("Attic", of("HS-STOOL-38", "HS-STOOL-38"))).toBe(
      "Attic · Shopping list\n\n2 × Flätemo, stool, Birch, 38 × 38 × 45 cm: SEK 1,790\n\nTotal: SEK 1,790\n".replaceAll("SEK ", "SEK\u00a0"),
    ); // prettier-ignore
  });
});

describe("its file", () => {
  test("is UTF-8 with its mark, and ends every row as RFC 4180 says", () => {
    const rows = csvFile(of("HS-CHAIR-48", "HS-CHAIR-48")).split("\r\n");
    expect(rows).toEqual([
      "\uFEFFArticle,Name,Finish,Kind,Size,Count,Price each,Price,Currency",
      "HS-CHAIR-48,Bågmåla,Oiled oak,Chair,48 × 52 × 79 cm,2,1695.00,3390.00,SEK",
      "Total,,,,,,,3390.00,SEK",
      "",
    ]);
  });

  test.each([
    ["plain", "plain"],
    ["with, comma", '"with, comma"'],
    ['with "quotes"', '"with ""quotes"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+46", "'+46"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    [12, "12"],
    [-12, "-12"],
  ])("writes %j as %s", (cell, written) => {
    expect(csvOf([[cell]])).toBe(`\uFEFF${written}\r\n`);
  });

  test("has as many decimals as the currency", () => {
    expect(decimalOf({ amount: 1500, currency: "JPY" })).toBe("1500");
    expect(decimalOf({ amount: 1, currency: "SEK" })).toBe("0.01");
  });
});
