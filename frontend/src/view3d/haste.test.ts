import { expect, test } from "vitest";
import { Haste } from "./haste";

test("one late frame is no haste, two are, and it ends after many in time", () => {
  const haste = new Haste();
  haste.waited(200);
  expect(haste.on).toBe(false);
  haste.waited(200);
  expect(haste.on).toBe(true);
  for (let frame = 0; frame < 10; frame++) haste.waited(16);
  expect(haste.on).toBe(true);
  for (let frame = 0; frame < 30; frame++) haste.waited(16);
  expect(haste.on).toBe(false);
});
