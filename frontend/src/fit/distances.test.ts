import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { distances } from "./distances";

const page = readFileSync(new URL("../../../docs/fit.md", import.meta.url), "utf8");

test("the page about what is checked has the distances that decide", () => {
  for (const [name, distance] of Object.entries(distances)) {
    if (typeof distance === "number") continue;
    const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\``)) ?? "";
    const cells = row.split("|").map((cell) => cell.trim());
    expect(cells.slice(2, 4), name).toEqual([`${distance.passed / 10} cm`, `${distance.tight / 10} cm`]);
  }
});
