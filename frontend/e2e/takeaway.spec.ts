/** The room taken along: as a picture, a drawing, on paper, as a 3D model and as data. */
import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/accessible";
import { expect, test, type RoomWindow } from "./support/test";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Download" });
const way = (page: Page, name: string) => dialog(page).getByRole("button", { name: new RegExp(`^${name}`) });

async function open({ page }: RoomWindow): Promise<void> {
  await page.getByRole("button", { name: "Download", exact: true }).click();
  await expect(way(page, "PNG")).toBeVisible();
}

async function taken(page: Page, name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const saving = page.waitForEvent("download");
  await way(page, name).click();
  const file = await saving;
  await expect(dialog(page).getByRole("status")).toHaveText(`Saved as ${file.suggestedFilename()}`);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("each file arrives, named after the room, with the room in it", async ({ join, server, room }) => {
  const one = await join("Guest 1", { colorScheme: "dark" });
  const { page } = one;
  await one.title.fill(`Åsa's <&"> 2:a rum`);
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await server.state(room)).title).toContain("Åsa");
  await open(one);

  const svg = await taken(page, "SVG");
  expect(svg.name).toBe("Åsa's & 2 a rum.svg");
  const drawing = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      broken: parsed.querySelector("parsererror")?.textContent,
      title: parsed.querySelector("title")?.textContent,
      pieces: [...parsed.querySelectorAll("[data-item]")].map((piece) => piece.getAttribute("data-item")),
      missing: [...parsed.querySelectorAll("use")].filter((use) => !parsed.querySelector(use.getAttribute("href")!)).length,
    };
  }, svg.bytes.toString("utf8")); // prettier-ignore
  expect(drawing).toEqual({ title: `Åsa's <&"> 2:a rum`, pieces: ["sofa", "armchair", "plant"], missing: 0 });

  const png = await taken(page, "PNG");
  expect(png.name).toBe("Åsa's & 2 a rum.png");
  expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [, wide, high] = /width="([\d.]+)mm" height="([\d.]+)mm"/.exec(svg.bytes.toString("utf8"))!;
  const pixels = (mm: string | undefined) => (Number(mm) / 25.4) * 96 * 2;
  expect(Math.abs(png.bytes.readUInt32BE(16) - pixels(wide))).toBeLessThan(3);
  expect(Math.abs(png.bytes.readUInt32BE(20) - pixels(high))).toBeLessThan(3);
  expect(await colours(page, png.bytes)).toMatchObject({ corner: [255, 255, 255, 255], many: true });

  const glb = await taken(page, "GLB");
  expect(glb.name).toBe("Åsa's & 2 a rum.glb");
  expect(glb.bytes.subarray(0, 4).toString()).toBe("glTF");
  const { nodes } = JSON.parse(glb.bytes.subarray(20, 20 + glb.bytes.readUInt32LE(12)).toString()) as {
    nodes: { name?: string }[];
  };
  expect(nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(["Room", "Kvällsro", "Läsvrå", "Bladhamra"]));

  const json = await taken(page, "JSON");
  expect(json.name).toBe("Åsa's & 2 a rum.json");
  const { products, ...state } = JSON.parse(json.bytes.toString("utf8"));
  expect(state).toEqual(await server.state(room));
  expect(products.map(({ sku }: { sku: string }) => sku)).toEqual(["HS-ARMCHAIR-78", "HS-PLANT-60", "HS-SOFA-220"]);
});

test("who was invited to a closed room takes it along, too", async ({ person, signed }) => {
  const made = await (await fetch(`${signed.origin}/api/rooms`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ title: "Attic" }) })).json(); // prettier-ignore
  const page = await (await person({ name: "Guest 1" })).newPage();
  await page.goto(new URL(made.links.view, signed.origin).href);
  await page.getByRole("button", { name: "Download", exact: true }).click();
  const json = await taken(page, "JSON");
  expect([json.name, JSON.parse(json.bytes.toString("utf8")).title]).toEqual(["Attic.json", "Attic"]);
});

test("is printed to scale, with the shopping list, and nothing else of the page", async ({ join }) => {
  const one = await join("Guest 1", { colorScheme: "dark" });
  const { page } = one;
  await open(one);
  await dialog(page).getByLabel("A3").check();
  await expect(page.locator(".paper-plan")).toContainText("on A3");
  await dialog(page).getByLabel("A4").check();
  await page.emulateMedia({ media: "print" });
  const plan = page.locator(".paper-plan svg");
  await expect(plan).toBeVisible();
  await expect(plan).toContainText("1:50 on A4");
  await expect(page.locator(".paper-list tbody tr")).toHaveCount(3);
  for (const hidden of [one.plan, dialog(page), page.locator(".bar"), page.locator(".side")])
    await expect(hidden).toBeHidden();
  // 4 m at 1:50 are 8 cm.
  const wall = await plan.locator("path[stroke-miterlimit]").evaluate((path) => {
    const { a } = (path as SVGPathElement).getScreenCTM()!;
    return (path as SVGPathElement).getBBox().width * a * (25.4 / 96);
  });
  expect(wall).toBeCloseTo(80, 0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);

  await page.emulateMedia({ media: "screen" });
  await page.keyboard.press("Escape");
  await expect(page.locator(".paper")).toHaveCount(0);
});

for (const [name, options] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
] as const) {
  test(`breaks no rule of axe: ${name}`, async ({ join }) => {
    const one = await join("Guest 1", options);
    await open(one);
    await expectAccessible(one.page);
  });
}

test("on a phone it is reached from the shopping list", async ({ join }) => {
  const one = await join("Guest 1", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await one.page.locator(".shopping-button").tap();
  await one.page.getByRole("button", { name: "Take the room along" }).tap();
  await expect(way(one.page, "PNG")).toBeVisible();
  await expectAccessible(one.page);
  expect((await taken(one.page, "PNG")).name).toBe("Untitled room.png");
});

/** What a picture is made of, as a browser sees it. */
async function colours(page: Page, png: Buffer): Promise<{ corner: readonly number[]; many: boolean }> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext("2d")!;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const found = new Set<number>();
    for (let at = 0; at < data.length; at += 4) found.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    return { corner: [...data.slice(0, 4)], many: found.size > 200 };
  }, png.toString("base64"));
}
