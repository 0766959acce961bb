import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settings } from "./settings";

const page = readFileSync(new URL("../../../docs/delivery.md", import.meta.url), "utf8");

test("the page about delivery has the figures that decide", () => {
  const figure = (name: string) =>
    page
      .split("\n")
      .find((line) => line.startsWith(`| \`${name}\``))
      ?.split("|")[2]
      ?.trim();
  expect([figure("ok"), figure("tight"), figure("lowCeiling"), figure("stairSlope")]).toEqual([
    `${settings.margin.ok / 10} cm`,
    `${settings.margin.tight / 10} cm`,
    `${settings.lowCeiling / 10} cm`,
    `${settings.stairSlope}°`,
  ]);
});
