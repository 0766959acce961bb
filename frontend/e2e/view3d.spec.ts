/** The room in 3D, beside others who look at the plan. */
import { readFile } from "node:fs/promises";
import { SpaceWindow } from "./support/space";
import { expectAccessible } from "./support/accessible";
import { RoomWindow } from "./support/roomWindow";
import { expect, test } from "./support/test";
import { swipe } from "./support/touch";

const ARMCHAIR = { x: 2500, y: 2700, rotation: 15 };

test("a piece moved in 3D is seen moving in another window's plan, and stays where it was put", async ({
  join,
  server,
  room,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const space = await SpaceWindow.open(one);
  await space.pull("armchair", -110, 20);
  await space.expectLock("armchair", "mine");
  await other.expectLock("armchair", "other");
  const held = await one.pose("armchair");
  expect(Math.hypot(held.x - ARMCHAIR.x, held.y - ARMCHAIR.y)).toBeGreaterThan(300);
  await other.expectPose("armchair", held);
  await one.page.keyboard.press("r");
  await other.expectPose("armchair", { ...held, rotation: 30 });
  await one.release();
  await other.expectLock("armchair", "none");
  await other.expectPose("armchair", { ...held, rotation: 30 });
  expect((await server.state(room)).items).toContainEqual({
    item: "armchair",
    sku: "HS-ARMCHAIR-78",
    ...held,
    rotation: 30,
  });

  // Back on the plan it is the same piece, still selected.
  await one.page.getByRole("button", { name: "2D", exact: true }).click();
  await expect(one.plan).toBeVisible();
  await expect(one.piece("armchair")).toHaveAttribute("data-selected");
});

test("what somebody else moves is outlined and named, moves here too, and cannot be taken", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const space = await SpaceWindow.open(one);
  const before = await space.share("red");
  await other.press("sofa");
  await other.pointAt(1900, 2000);
  await space.expectLock("sofa", "other");
  await expect(space.tag("Guest 2")).toBeVisible();
  await expect(space.page.locator(".space [data-cursor]", { hasText: "Guest 2" })).toBeVisible();
  await expect(space.proxy("sofa")).toHaveAccessibleName(/locked by Guest 2/);
  await expect.poll(() => space.share("red"), "how much red there is").toBeGreaterThan(before + 0.5);

  const held = await other.pose("sofa");
  await space.pull("sofa", 60, 30);
  await expect(one.notice).toContainText("Guest 2 is moving this");
  await one.release();
  await other.expectPose("sofa", held);
  await other.release();
  await space.expectLock("sofa", "none");
  await expect(space.tag("Guest 2")).toHaveCount(0);
});

test("one's own piece is outlined in green, and goes back when given up", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const space = await SpaceWindow.open(one);
  const before = await space.share("green");
  await space.pull("plant", -60, -60);
  await space.expectLock("plant", "mine");
  await expect(space.page.locator(".space .tag.mine")).toHaveText("Yours");
  await expect.poll(() => space.share("green"), "how much green there is").toBeGreaterThan(before);
  await other.expectLock("plant", "other");
  await one.page.keyboard.press("Escape");
  await other.expectLock("plant", "none");
  await one.release();
  for (const window of [one, other]) await window.expectPose("plant", { x: 3300, y: 4200, rotation: 0 });
});

test("by keyboard: opened, pieces found, moved and turned, looked and walked around", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const { keyboard } = one.page;
  await keyboard.press("3");
  const space = await SpaceWindow.of(one);
  await one.tabTo(space.proxy("armchair"));
  await expect(one.page.getByRole("region", { name: "Selected piece" })).toContainText("Läsvrå");
  for (const key of ["ArrowRight", "Shift+ArrowDown"]) await keyboard.press(key);
  await other.expectPose("armchair", { x: 2510, y: 2800 });
  await keyboard.press("Shift+R");
  await other.expectPose("armchair", { rotation: 0 });
  await other.expectLock("armchair", "none");

  await keyboard.press("Escape");
  await expect(one.page.getByRole("region", { name: "Selected piece" })).toHaveCount(0);
  for (const key of ["ArrowLeft", "ArrowUp", "+", "0"]) {
    const before = await space.middle("sofa");
    await keyboard.press(key);
    await expect.poll(() => space.middle("sofa"), key).not.toEqual(before);
  }

  await keyboard.press("e");
  await expect(one.page.getByRole("button", { name: "Look from outside" })).toBeVisible();
  for (const key of ["w", "d", "ArrowLeft"]) {
    const before = await space.middle("sofa");
    await keyboard.down(key);
    await expect.poll(() => space.middle("sofa"), key).not.toEqual(before);
    await keyboard.up(key);
  }
  await keyboard.press("e");
  await expect(one.page.getByRole("button", { name: "Walk at eye height" })).toBeVisible();
  await keyboard.press("3");
  await expect(one.plan).toBeVisible();
  await one.tabTo(one.piece("armchair"));
});

test("a piece whose middle is out of the picture is pressed without the picture moving", async ({ join }) => {
  const one = await join("Guest 1");
  const space = await SpaceWindow.open(one);
  const { left, width, top, height } = await space.canvas.evaluate((canvas) => canvas.getBoundingClientRect());
  await space.rested();
  for (let times = 0; times < 5; times++) await one.page.keyboard.press("+");
  await space.rested();
  const middle = { x: left + width / 2, y: top + height / 2 };
  const from = await space.middle("sofa");
  await one.page.keyboard.down("Shift");
  await one.page.mouse.move(middle.x, middle.y);
  await one.page.mouse.down();
  await one.page.mouse.move(middle.x + left - 160 - from.x, middle.y + middle.y - from.y, { steps: 6 });
  await one.page.mouse.up();
  await one.page.keyboard.up("Shift");
  await space.rested();
  const before = await space.middle("sofa");
  expect(before.x).toBeLessThan(left);
  await one.page.mouse.move(left + 60, before.y);
  await one.page.mouse.down();
  await expect(space.proxy("sofa")).toBeFocused();
  await space.expectLock("sofa", "mine");
  await space.rested();
  expect(await space.middle("sofa")).toEqual(before);
  await one.release();
});

test("arrow keys on the catalogue's cards and in a panel leave the camera alone", async ({ join }) => {
  const one = await join("Guest 1");
  const space = await SpaceWindow.open(one);
  await space.rested();
  const before = await space.middle("sofa");
  await one.page.locator(".card").first().focus();
  await one.page.keyboard.press("ArrowRight");
  await expect(one.page.locator(".card").nth(1)).toBeFocused();
  await space.rested();
  expect(await space.middle("sofa")).toEqual(before);

  await one.page.setViewportSize({ width: 1280, height: 420 });
  await one.page.locator(".fit-chip").click();
  await one.page.locator(".fit-check").first().focus();
  const scrolled = () => one.page.locator(".fit-groups").evaluate((groups) => groups.scrollTop);
  await one.page.keyboard.press("ArrowDown");
  await expect.poll(scrolled).toBeGreaterThan(0);
});

test("who walks stands once Command is let go of: no key that went up meanwhile is told", async ({ join }) => {
  const one = await join("Guest 1");
  const space = await SpaceWindow.open(one);
  const { keyboard } = one.page;
  await keyboard.press("e");
  await expect(one.page.getByRole("button", { name: "Look from outside" })).toBeVisible();
  const before = await space.middle("sofa");
  await keyboard.down("ArrowLeft");
  await expect.poll(() => space.middle("sofa")).not.toEqual(before);
  await keyboard.press("Meta");
  await space.rested();
});

test("nothing is drawn while nothing changes, and nothing is left when it is closed", async ({
  person,
  server,
  room,
}) => {
  const context = await person({ name: "Guest 1" });
  await context.addInitScript(() => {
    const counted = window as unknown as { draws: number; contexts: WebGL2RenderingContext[] };
    counted.draws = 0;
    counted.contexts = [];
    for (const name of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced"] as const) {
      const draw = WebGL2RenderingContext.prototype[name] as (...values: unknown[]) => void;
      WebGL2RenderingContext.prototype[name] = function (this: WebGL2RenderingContext, ...values: unknown[]) {
        counted.draws++;
        if (!counted.contexts.includes(this)) counted.contexts.push(this);
        draw.apply(this, values);
      };
    }
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}/rooms/${room}`);
  const one = await new RoomWindow(page).joined();
  const space = await SpaceWindow.open(one);
  const drawn = (duringMs: number) =>
    page.evaluate(async (ms) => {
      const counted = window as unknown as { draws: number };
      const before = counted.draws;
      await new Promise((resolve) => setTimeout(resolve, ms));
      // What was to be drawn by then may still wait for its frame.
      await new Promise(requestAnimationFrame);
      return counted.draws - before;
    }, duringMs);
  await expect.poll(() => page.evaluate(() => (window as unknown as { draws: number }).draws)).toBeGreaterThan(0);
  await page.mouse.move(5, 5);
  await expect.poll(() => drawn(300), "until it has come to rest").toBe(0);
  expect(await drawn(1500)).toBe(0);

  const moved = drawn(1500);
  await page.keyboard.press("ArrowLeft");
  expect(await moved).toBeGreaterThan(0);

  await page.getByRole("button", { name: "2D", exact: true }).click();
  await expect(space.canvas).toHaveCount(0);
  const lost = () => page.evaluate(() => (window as unknown as { contexts: WebGL2RenderingContext[] }).contexts.map((gl) => gl.isContextLost())); // prettier-ignore
  await expect.poll(lost).toEqual([true]);
  expect(await drawn(300)).toBe(0);
});

test("while one looks around, no piece is described anew and the page is not measured", async ({ join }) => {
  const one = await join("Guest 1");
  const space = await SpaceWindow.open(one);
  await space.rested();
  await one.page.evaluate(() => {
    const counted = window as unknown as { described: number; measured: number };
    counted.described = counted.measured = 0;
    const described = new MutationObserver((changes) => (counted.described += changes.length));
    const attributeFilter = ["aria-label", "aria-pressed", "data-lock"];
    described.observe(document.querySelector(".proxies")!, { subtree: true, attributeFilter });
    const host = document.querySelector(".space")!;
    for (const side of ["clientWidth", "clientHeight"]) {
      Object.defineProperty(host, side, {
        get() {
          counted.measured++;
          return Reflect.get(Element.prototype, side, host) as number;
        },
      });
    }
  });
  const before = await space.middle("sofa");
  await one.page.keyboard.press("ArrowLeft");
  await expect.poll(() => space.middle("sofa")).not.toEqual(before);
  const counts = await one.page.evaluate(() => {
    const { described, measured } = window as unknown as { described: number; measured: number };
    return { described, measured };
  });
  expect(counts).toEqual({ described: 0, measured: 0 });
  // What changes is said.
  await space.proxy("armchair").focus();
  await expect(space.proxy("armchair")).toHaveAttribute("aria-pressed", "true");
});

test("a tab that was in 3D is so again after a reload", async ({ join }) => {
  const one = await join("Guest 1");
  await SpaceWindow.open(one);
  await one.page.reload();
  await SpaceWindow.of(one);
});

test("who edits the room does so on the plan, and is in 3D again afterwards", async ({ join }) => {
  const one = await join("Guest 1");
  const space = await SpaceWindow.open(one);
  await one.page.getByRole("button", { name: "Edit the room" }).click();
  await expect(one.page.locator(".shape-wall")).toHaveCount(4);
  await expect(space.canvas).toHaveCount(0);
  await one.page.keyboard.press("Escape");
  await SpaceWindow.of(one);
});

test("without WebGL it says so, and the plan goes on", async ({ person, server, room }) => {
  const context = await person({ name: "Guest 1" });
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}/rooms/${room}`);
  const one = await new RoomWindow(page).joined();
  await page.getByRole("button", { name: "3D", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("WebGL");
  await expect(page.getByRole("button", { name: "2D", exact: true })).toHaveAttribute("aria-pressed", "true");
  await one.drag("armchair", 2000, 3000);
  await expect.poll(async () => (await one.pose("armchair")).x).toBeLessThan(2300);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no rule of axe is broken in 3D, ${colorScheme}`, async ({ join }) => {
    const one = await join("Guest 1", { colorScheme });
    const other = await join("Guest 2");
    const space = await SpaceWindow.open(one);
    await other.press("armchair");
    await space.expectLock("armchair", "other");
    await expect(space.tag("Guest 2")).toBeVisible();
    await one.page.locator(".fit-chip").click();
    await expectAccessible(one.page);
    await one.page.keyboard.press("e");
    await expect(one.page.getByRole("button", { name: "Look from outside" })).toBeVisible();
    await expectAccessible(one.page);
    await other.release();
  });
}

test("on a phone a finger on a piece moves it, beside it looks around, and two come nearer", async ({ join }) => {
  const one = await join("Guest 1", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const other = await join("Guest 2");
  await one.page.getByRole("button", { name: "3D", exact: true }).tap();
  const space = await SpaceWindow.of(one);
  await expectAccessible(one.page);
  const from = await space.middle("armchair");
  await swipe(one.page, [from], [{ x: from.x - 40, y: from.y + 10 }]);
  await expect.poll(async () => distance(await other.pose("armchair"), ARMCHAIR)).toBeGreaterThan(200);
  await other.expectLock("armchair", "none");

  const corner = { x: 40, y: 120 };
  const before = await space.middle("sofa");
  await swipe(one.page, [corner], [{ x: 120, y: 120 }]);
  await expect.poll(() => space.middle("sofa")).not.toEqual(before);
  const apart = await spread(space);
  await swipe(one.page, [corner, { x: 80, y: 120 }], [{ x: 20, y: 120 }, { x: 140, y: 120 }]); // prettier-ignore
  await expect.poll(() => spread(space)).toBeGreaterThan(apart * 1.2);
});

test("a product from the catalogue is put down in 3D", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const space = await SpaceWindow.open(one);
  const { x, y } = await space.middle("armchair");
  await one.card("HS-POUF-52").click();
  await one.page.mouse.click(x - 120, y + 60);
  await expect(other.pieces).toHaveCount(4);
  await one.page.keyboard.press("Escape");
  await one.card("HS-PLANT-60").hover();
  await one.page.mouse.down();
  await one.page.mouse.move(x + 150, y - 40, { steps: 6 });
  await one.page.mouse.up();
  await expect(other.pieces).toHaveCount(5);
});

test("a piece taken up by its button is put down by a tap in 3D; the tape is out on the plan", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const space = await SpaceWindow.open(one);
  await space.press("armchair");
  await one.release();
  const { x, y } = await space.middle("armchair");
  await one.page
    .getByRole("region", { name: "Selected piece" })
    .getByRole("button", { name: /^Move, by a tap/ })
    .click();
  await one.page.mouse.click(x - 110, y + 20);
  await expect.poll(async () => distance(await other.pose("armchair"), ARMCHAIR)).toBeGreaterThan(300);
  await expect(other.pieces).toHaveCount(3);

  await one.page.keyboard.press("t");
  await expect(one.plan).toBeVisible();
  await one.page.keyboard.press("t");
  await SpaceWindow.of(one);
});

test("the room is downloaded as a GLB file, each piece in its true size", async ({ join }) => {
  const one = await join("Guest 1");
  await SpaceWindow.open(one);
  const coming = one.page.waitForEvent("download");
  await one.page.getByRole("button", { name: "Download 3D model" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.glb$/);
  const file = await readFile(await download.path());
  expect(file.toString("latin1", 0, 4)).toBe("glTF");
  const gltf = JSON.parse(file.toString("utf8", 20, 20 + file.readUInt32LE(12))) as Gltf;
  const named = (name: string) => gltf.nodes.find((node) => node.name === name)!;
  for (const name of ["Floor", "Wall 1", "Kvällsro", "Läsvrå", "Bladhamra"]) expect(named(name), name).toBeDefined();
  const sofa = gltf.nodes[named("Kvällsro").children![0]!]!;
  const { min, max } = gltf.accessors[gltf.meshes[sofa.mesh!]!.primitives[0]!.attributes.POSITION]!;
  const size = max.map((value, axis) => Math.round((value - min[axis]!) * 1e5) / 1e5);
  expect(size).toEqual([2.2, 0.8, 0.92]);
});

interface Gltf {
  readonly nodes: readonly { readonly name?: string; readonly mesh?: number; readonly children?: readonly number[] }[];
  readonly meshes: readonly {
    readonly primitives: readonly { readonly attributes: { readonly POSITION: number } }[];
  }[];
  readonly accessors: readonly { readonly min: readonly number[]; readonly max: readonly number[] }[];
}

const distance = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y);

/** How far two pieces are from each other in the picture. */
async function spread(space: SpaceWindow): Promise<number> {
  return distance(await space.middle("sofa"), await space.middle("plant"));
}

test("where 3D fails while it is opened it says so, and the plan goes on", async ({ person, server, room }) => {
  const context = await person({ name: "Guest 1" });
  await context.addInitScript(() => {
    // Browsers give only so many: the first shows that there is WebGL at all, the second is the one to draw with.
    const { getContext } = HTMLCanvasElement.prototype;
    let given = 0;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: [string]) {
      return asked[0] === "webgl2" && given++ > 0 ? null : getContext.apply(this, asked);
    } as typeof getContext;
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}/rooms/${room}`);
  const one = await new RoomWindow(page).joined();
  await page.getByRole("button", { name: "3D", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await expect(page.getByRole("button", { name: "2D", exact: true })).toHaveAttribute("aria-pressed", "true");
  await one.drag("armchair", 2000, 3000);
  await expect.poll(async () => (await one.pose("armchair")).x).toBeLessThan(2300);
});
