/** What is seen before any script has run, and that nothing jumps when the scripts take over. */
import type { Locator, Page } from "@playwright/test";
import { RoomWindow } from "./support/roomWindow";
import { expect, test } from "./support/test";

interface Box {
  readonly item: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

for (const [screen, viewport] of [
  ["wide", { width: 1280, height: 800 }],
  ["narrow", { width: 390, height: 844 }],
] as const) {
  test(`on a ${screen} screen the first picture is the room itself`, async ({ person, server, room }) => {
    const still = await (await person({ viewport, javaScriptEnabled: false })).newPage();
    await still.goto(`${server.origin}/rooms/${room}`);
    const first = await boxes(still);
    expect(first.map(({ item }) => item).sort()).toEqual(["armchair", "plant", "sofa"]);

    const context = await person({ viewport });
    await context.addInitScript(watchShifts);
    const live = await context.newPage();
    await live.goto(`${server.origin}/rooms/${room}`);
    await new RoomWindow(live).joined();
    for (const before of first) {
      const after = (await boxes(live)).find(({ item }) => item === before.item)!;
      for (const side of ["x", "y", "width", "height"] as const)
        expect(after[side], `${side} of ${before.item}`).toBeCloseTo(before[side], 0);
    }
    expect(await live.evaluate(() => window.shifted)).toBeLessThan(0.01);
  });
}

test("the first picture of the demo room shows all its pieces", async ({ person, server }) => {
  const still = await (await person({ javaScriptEnabled: false })).newPage();
  await still.goto(`${server.origin}/rooms/vardagsrum`);
  await expect(still).toHaveTitle("Vardagsrum · HÖMSTYLE Rooms");
  const first = await boxes(still);
  expect(first).toHaveLength(17);
  for (const { item, width, height } of first) expect(Math.min(width, height), item).toBeGreaterThan(10);
});

async function boxes(page: Page): Promise<Box[]> {
  const pieces: Locator[] = await page.locator("g.piece").all();
  return Promise.all(
    pieces.map(async (piece) => ({
      item: (await piece.getAttribute("data-item"))!,
      ...(await piece.locator(".outline").boundingBox())!,
    })),
  );
}

declare global {
  interface Window {
    /** The page's cumulative layout shift. */
    shifted: number;
  }
}

function watchShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}
