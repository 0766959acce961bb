import { describe, expect, test } from "vitest";
import { takeUnitFrom } from "../core/format";
import * as viewports from "./viewport";

const frame = { left: -600, top: -600, width: 5200, height: 6200 };
const fitted = viewports.fit(frame, 1100, 840);

test("fits the whole frame, centred, like an SVG with xMidYMid meet", () => {
  expect(fitted.scale).toBeCloseTo(840 / 6200);
  expect(viewports.toRoom(fitted, 550, 420)).toEqual({ x: 2000, y: 2500 });
  expect(fitted.top).toBeCloseTo(-600);
  expect(viewports.fit(frame, 390, 600).left).toBeCloseTo(-600);
});

test("goes from the room to the stage and back", () => {
  const { x, y } = viewports.toRoom(fitted, 123, 456);
  const back = viewports.toStage(fitted, { x, y });
  expect(back.x).toBeCloseTo(123);
  expect(back.y).toBeCloseTo(456);
});

describe("zooming", () => {
  test("keeps the point under the pointer", () => {
    const before = viewports.toRoom(fitted, 200, 300);
    const after = viewports.toRoom(viewports.zoomAt(fitted, 1.7, 200, 300), 200, 300);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  test("stops at both ends", () => {
    expect(viewports.zoomAt(fitted, 1e6, 0, 0).scale).toBe(1);
    expect(viewports.zoomAt(fitted, 1e-6, 0, 0).scale).toBe(0.008);
  });
});

test("pans with the pointer", () => {
  const panned = viewports.panBy(fitted, 50, -20);
  const corner = viewports.toStage(panned, viewports.toRoom(fitted, 0, 0));
  expect(corner.x).toBeCloseTo(50);
  expect(corner.y).toBeCloseTo(-20);
});

test("keeps centre and scale when the stage changes its size", () => {
  const wider = viewports.resized(fitted, 1400, 700);
  expect(wider.scale).toBe(fitted.scale);
  expect(viewports.toRoom(wider, 700, 350)).toEqual(viewports.toRoom(fitted, 550, 420));
});

test("reveals a point that is out of sight, and leaves one that is not", () => {
  const point = viewports.toRoom(fitted, -100, 420);
  const seen = viewports.toStage(viewports.reveal(fitted, point, 48), point);
  expect(seen.x).toBeCloseTo(48);
  expect(seen.y).toBeCloseTo(420);
  const inside = viewports.reveal(fitted, viewports.toRoom(fitted, 400, 400), 48);
  expect(inside.left).toBeCloseTo(fitted.left);
});

test("travels from one view to another", () => {
  const to = viewports.zoomAt(fitted, 4, 100, 100);
  expect(viewports.between(fitted, viewports.zoomAt(to, 1.7, 3, 5), 1)).toEqual(viewports.zoomAt(to, 1.7, 3, 5));
  expect(viewports.between(fitted, to, 0).top).toBeCloseTo(fitted.top);
  expect(viewports.between(fitted, to, 0.5).scale).toBeCloseTo(fitted.scale * 2);
});

test("writes the view as a viewBox", () => {
  expect(viewports.viewBoxOf({ left: -10, top: 5, scale: 0.5, width: 100, height: 50 })).toBe("-10 5 200 100");
});

test("names a round length for the scale bar", () => {
  const at = (scale: number) => viewports.scaleBar({ ...fitted, scale }, 130);
  expect(at(0.13)).toMatchObject({ millimetres: 1000, text: "1 m" });
  expect(at(0.2)).toMatchObject({ millimetres: 500, text: "50 cm", pixels: 100 });
  expect(at(1.5)).toMatchObject({ millimetres: 50, text: "5 cm" });
});

test("the scale bar has round lengths in inches too", () => {
  takeUnitFrom(() => "in");
  const at = (scale: number) => viewports.scaleBar({ ...fitted, scale }, 130).text;
  expect([0.05, 0.13, 0.5].map(at)).toEqual(["5 ft", "2 ft", "6 in"]);
  takeUnitFrom(() => "cm");
});

test("says the drawing's scale as on paper", () => {
  const at = (scale: number) => viewports.scaleText({ ...fitted, scale });
  expect(at(0.1355)).toBe("1:28");
  expect(at(1.5)).toBe("1:2.5");
});

test("shows the fine grid only where its lines are apart", () => {
  expect(viewports.showsFineGrid({ ...fitted, scale: 0.1 })).toBe(true);
  expect(viewports.showsFineGrid({ ...fitted, scale: 0.05 })).toBe(false);
});
