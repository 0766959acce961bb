/** English, Swedish and German: each person's window speaks their own. */
import { expectAccessible } from "./support/accessible";
import { furnish } from "./support/furnish";
import { RoomWindow } from "./support/roomWindow";
import { expectNothingCut } from "./support/spill";
import { expect, test as base } from "./support/test";

/** As in fit.spec.ts: 70 cm are left beside the shelf, on the way from the door. */
const divided = [
  { item: "sideboard", sku: "HS-SIDEBOARD-160", x: 800, y: 2500, rotation: 0 },
  { item: "low-shelf", sku: "HS-SHELF-120", x: 2700, y: 2500, rotation: 0 },
  { item: "shelf", sku: "HS-SHELF-90", x: 500, y: 150, rotation: 0 },
];

let rooms = 0;
const test = base.extend({
  room: async ({ server }, use) => {
    const room = `languages-${++rooms}`;
    await furnish(server.origin, room, divided);
    await use(room);
  },
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("a German and a Swedish window side by side: each sees, and hears, its own language", async ({ join }) => {
  const german = await join("Gast 1", { locale: "de-AT" });
  const swedish = await join("Gäst 2", { locale: "sv-SE" });
  await expect(german.page.locator("html")).toHaveAttribute("lang", "de");
  await expect(swedish.page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(german.page.getByLabel("Name des Raums")).toBeVisible();
  await expect(swedish.page.getByRole("button", { name: "2 personer är här" })).toBeVisible();

  await german.page.locator(".fit-chip").click();
  await swedish.page.locator(".fit-chip").click();
  const walkway = ".fit-group:not(.passed) [data-check=walkway]";
  await expect(german.page.locator(walkway)).toHaveText("Zu schmal neben Sidvända, aber man kommt durch, von der Tür zu Kapitelö70 cm"); // prettier-ignore
  await expect(swedish.page.locator(walkway)).toHaveText("För smalt bredvid Sidvända, men det går att komma fram, från dörren till Kapitelö70 cm"); // prettier-ignore
  await expectAccessible(german.page);
  await expectAccessible(swedish.page);

  // One moves it, both hear of it.
  await german.press("low-shelf");
  await german.pointAt(3400, 2500);
  await swedish.expectLock("low-shelf", "other");
  await expect(swedish.piece("low-shelf")).toHaveAttribute("aria-label", /^Sidvända, Björk, 120 × .* cm, .* från västra väggen, .*, låst av Gast 1$/); // prettier-ignore
  await expect(german.page.locator(".fit-spoken")).toHaveText("Alles Geprüfte passt");
  await expect(swedish.page.locator(".fit-spoken")).toHaveText("Allt kontrollerat får plats");
  await swedish.piece("low-shelf").click();
  await expect(swedish.page.locator(".holder")).toHaveText("Gast 1 flyttar den");
  await german.release();

  await german.card("HS-LAMP-36").focus();
  await german.page.keyboard.press("Enter");
  await expect(german.page.getByText("Läsglim hingestellt")).toBeAttached();
});

test("another language is spoken at once, and after a reload; what one was doing stays", async ({ join }) => {
  const one = await join("Guest 1", { locale: "fr-FR" });
  const { page } = one;
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await one.piece("low-shelf").focus();
  await page.getByRole("button", { name: "List of the pieces" }).click();
  await page.evaluate(() => ((window as { untouched?: true }).untouched = true));

  await page.getByRole("button", { name: "Only you are here" }).click();
  const language = page.getByLabel("Language");
  await language.focus();
  await language.selectOption("Svenska");
  await expect(page.getByLabel("Språk")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("complementary", { name: "Möbler i rummet" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Markerad möbel" })).toContainText("Sidvända");
  await expect(page.getByRole("group", { name: "Planritning" })).toBeVisible();
  await expect(one.piece("shelf")).toHaveAttribute("aria-label", /från norra väggen$/);
  await expect(one.label.getByRole("button")).toHaveAccessibleName("Ta bort");
  await expect(page.locator(".card").first()).toHaveAttribute("title", /soffa/);
  expect(await page.evaluate(() => (window as { untouched?: true }).untouched)).toBe(true);

  await page.reload();
  await one.joined();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByLabel("Sök i katalogen")).toBeVisible();
});

test("the start page speaks it too, and keeps what was typed", async ({ person, server }) => {
  const page = await (await person({ locale: "de-DE" })).newPage();
  await page.goto(server.origin);
  await expect(page).toHaveTitle("HÖMSTYLE Rooms: gemeinsam einen Raum planen");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Probier den Raum an, bevor du kaufst.");
  await expect(page.getByLabel("Name des Raums")).toHaveValue("Wohnzimmer");
  await page.getByLabel("Breite").fill("breit");
  await page.getByRole("button", { name: "Raum anlegen" }).click();
  await expect(page.getByRole("alert")).toHaveText("Die Breite soll eine Zahl von 10 bis 3000 cm sein, nicht „breit“.");
  await expectAccessible(page);

  await page.getByLabel("Sprache").selectOption("English");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Try the room on before you buy.");
  await expect(page).toHaveTitle("HÖMSTYLE Rooms: plan a room together");
  await expect(page.getByLabel("Width")).toHaveValue("breit");
  await page.getByLabel("Width").fill("350");
  await page.getByRole("button", { name: "Create room" }).click();
  await new RoomWindow(page).joined();
  await expect(page.getByLabel("Name of the room")).toHaveValue("Living room");
});

for (const locale of ["de-DE", "sv-SE"]) {
  test(`on a phone in ${locale} nothing is cut off`, async ({ person, join, server }) => {
    const start = await (await person({ locale, ...phone })).newPage();
    await start.goto(server.origin);
    await expect(start.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothingCut(start);

    const { page, piece } = await join("Gast 1", { locale, ...phone }).then((one) => ({ page: one.page, piece: one.piece("low-shelf") })); // prettier-ignore
    await expect(page.locator(".fit-chip")).toBeVisible();
    await expectNothingCut(page);
    await piece.tap();
    await expect(page.locator(".selected")).toBeVisible();
    await expectNothingCut(page);
    await page.locator(".fit-chip").tap();
    await expect(page.locator("#fit .fit-check").first()).toBeVisible();
    await expectNothingCut(page);
    await expectAccessible(page);
    await page.locator("#fit .side-panel-head button").tap();

    for (const popover of ["people", "invite", "takeaway", "comments"]) {
      await page.evaluate((id) => document.getElementById(id)!.showPopover(), popover);
      await expect(page.locator(`#${popover}`)).toBeVisible();
      if (popover === "takeaway") await expect(page.locator(".takeaway-way").first()).toBeVisible();
      await expectNothingCut(page);
      await page.keyboard.press("Escape");
    }

    await page.locator(".shopping-button").tap();
    await expect(page.locator(".shopping-line").first()).toBeVisible();
    await expectNothingCut(page);
    await page.locator(".get-in").tap();
    await expect(page.locator(".add-passage .chip")).toHaveCount(5);
    for (const passage of await page.locator(".add-passage .chip").all()) await passage.tap();
    await page.locator(".passage input").first().fill("70");
    await expect(page.locator(".passage")).toHaveCount(5);
    await expectNothingCut(page);
    await page.locator("#buying .side-panel-head button").tap();

    await page.locator(".room-chip").tap();
    await page.locator("#room-shape .shape-name").last().tap();
    await expect(page.locator("#room-shape .chosen").first()).toBeVisible();
    await expectNothingCut(page);
    await expectAccessible(page);
  });
}
