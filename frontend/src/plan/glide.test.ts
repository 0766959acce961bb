import { expect, test } from "vitest";
import { Glides } from "./glide";

const at = (x: number, rotation = 0) => ({ x, y: 0, rotation });

test("a piece is first drawn where it stands", () => {
  const glides = new Glides();
  expect(glides.pose("sofa", at(100), 0, false)).toEqual(at(100));
  expect(glides.moving).toBe(false);
});

test("a piece that was put elsewhere glides there and arrives", () => {
  const glides = new Glides();
  glides.pose("sofa", at(0), 0, false);
  glides.pose("sofa", at(100), 10, false);
  const underway = glides.pose("sofa", at(100), 60, false).x;
  expect(underway).toBeGreaterThan(0);
  expect(underway).toBeLessThan(100);
  expect(glides.moving).toBe(true);
  expect(glides.pose("sofa", at(100), 400, false)).toEqual(at(100));
  expect(glides.moving).toBe(false);
});

test("a new target is approached from where the piece is drawn", () => {
  const glides = new Glides();
  glides.pose("sofa", at(0), 0, false);
  glides.pose("sofa", at(100), 0, false);
  const turning = glides.pose("sofa", at(100), 50, false).x;
  expect(glides.pose("sofa", at(0), 50, false).x).toBe(turning);
  expect(glides.pose("sofa", at(0), 400, false)).toEqual(at(0));
});

test("a piece in a hand follows at once", () => {
  const glides = new Glides();
  glides.pose("sofa", at(0), 0, false);
  expect(glides.pose("sofa", at(100), 10, true)).toEqual(at(100));
  expect(glides.moving).toBe(false);
});

test("turns the short way", () => {
  const glides = new Glides();
  glides.pose("sofa", at(0, 350), 0, false);
  glides.pose("sofa", at(0, 10), 0, false);
  expect(glides.pose("sofa", at(0, 10), 80, false).rotation).toBeGreaterThan(350);
});

test("a piece that is gone keeps nothing moving", () => {
  const glides = new Glides();
  glides.pose("sofa", at(0), 0, false);
  glides.pose("sofa", at(100), 10, false);
  glides.forget("sofa");
  expect(glides.moving).toBe(false);
});
