import { expect, test } from "vitest";
import { crosses } from "./shapes";

test("lines cross or do not, and what arithmetic leaves behind at a wall's end never decides", () => {
  const [a, b] = [
    { x: 2900, y: 2600 },
    { x: 2900, y: 5000 },
  ];
  const by = (off: number) => crosses({ x: 3100, y: 2400 + off }, { x: 2700, y: 2800 + off }, a, b);
  expect([by(1), by(1e-9), by(0), by(-1e-9), by(-1)]).toEqual([true, false, false, false, false]);
});
