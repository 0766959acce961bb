import { describe, expect, test } from "vitest";
import { catalogueOf, formatDimensions, formatPrice, formatSize, loadCatalogue, search } from "./catalogue";
import type { Product } from "./protocol";

const product = (sku: string, name: string, kind: string, width: number, depth: number, description = ""): Product => {
  return {
    sku,
    name,
    kind,
    width,
    depth,
    height: 800,
    price: { amount: 129_900, currency: "SEK" },
    color: "#888",
    description,
  };
};
const products = [
  product("sofa-3", "Ljung", "sofa", 2055, 900, "Three seats in wool"),
  product("armchair", "Fåtölj Vik", "armchair", 750, 800, "Sits well beside a sofa"),
  product("bed-140", "Natt", "bed", 1400, 2000),
  product("bed-160", "Dröm", "bed", 1600, 2000),
];
const found = (query: string) => search(products, query).map(({ sku }) => sku);

describe("search", () => {
  test.each([
    ["", ["sofa-3", "armchair", "bed-140", "bed-160"]],
    ["SOFA", ["sofa-3", "armchair"]],
    ["fatolj", ["armchair"]],
    ["drom bed", ["bed-160"]],
    ["140", ["bed-140"]],
    ["140x200", ["bed-140"]],
    ["160 × 200 cm", ["bed-160"]],
    ["200cm bed", ["bed-140", "bed-160"]],
    ["205", ["sofa-3"]],
    ["bathtub", []],
  ])("for “%s”", (query, skus) => {
    expect(found(query)).toEqual(skus);
  });

  test("whose name begins with it comes first", () => {
    expect(found("n")[0]).toBe("bed-140");
  });
});

describe("saying sizes and prices", () => {
  test("whole prices have no decimals, others do", () => {
    expect(formatPrice({ amount: 129_900, currency: "EUR" }, "en")).toBe("€1,299");
    expect(formatPrice({ amount: 129_950, currency: "EUR" }, "en")).toBe("€1,299.50");
  });

  test("a currency without minor unit is not divided", () => {
    expect(formatPrice({ amount: 1500, currency: "JPY" }, "en")).toBe("¥1,500");
  });

  test("lengths are in centimetres", () => {
    expect([formatSize(2000, "en"), formatSize(2055, "en")]).toEqual(["200 cm", "205.5 cm"]);
    expect(formatDimensions({ width: 2055, depth: 900, height: 800 }, "en")).toBe("205.5 × 90 × 80 cm");
  });
});

describe("loading", () => {
  test("finds products by sku", async () => {
    const get = () => Promise.resolve(Response.json({ products }));
    const catalogue = await loadCatalogue("http://localhost:8080", get);
    expect(catalogue).toEqual(catalogueOf(products));
    expect(catalogue.bySku.get("armchair")?.kind).toBe("armchair");
  });

  test("says what went wrong", async () => {
    const get = () => Promise.resolve(new Response("", { status: 503 }));
    await expect(loadCatalogue("http://localhost:8080", get)).rejects.toThrow(
      "http://localhost:8080/api/catalogue answered 503, expected 200",
    );
  });
});
