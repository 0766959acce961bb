/** Every language says everything, in its own words. What is missing altogether does not compile. */
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { formatPrice, search } from "../core/catalogue";
import { formatMargin, formatDimensions, formatSize, readLength, refusal, takeUnitFrom } from "../core/format";
import type { Product } from "../core/protocol";
import { areaText } from "../takeaway/words";
import { texts as de } from "./de";
import { later as laterDe } from "./de/later";
import { texts as en } from "./en";
import { later as laterEn } from "./en/later";
import { type Language, languageOf, languages } from "./languages";
import { descriptionOf, finishName, kindName } from "./names";
import { texts as sv } from "./sv";
import { later as laterSv } from "./sv/later";
import { speak } from "./testing";
import { type Later, loadLanguage, texts, type Texts } from "./texts";

const all: Record<Language, Texts> = { en, sv, de };
const allLater: Record<Language, Later> = { en: laterEn, sv: laterSv, de: laterDe };

const data = new URL("../../../app/src/main/resources/catalogue/products.json", import.meta.url);
const { products } = JSON.parse(readFileSync(data, "utf8")) as { readonly products: readonly Product[] };

afterEach(async () => {
  takeUnitFrom(() => "cm");
  await speak("en");
});

/** Every text that is one as it stands, by where it is. */
function plain(part: unknown, path = ""): readonly (readonly [path: string, text: string])[] {
  if (typeof part === "string") return [[path, part]];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => plain(value, path === "" ? key : `${path}.${key}`));
}

/** Marks, units and keys. */
const SIGN = /^([0-9←↑↓→+−]|[A-Za-z]|[23]D|cm|m²|CSV|Tab|Esc|Enter|Alt|Ctrl|Delete)$/;
/** Words that the languages share. */
const WORDS = ["Data", "Hall", "Jute", "Name", "Palm", "Sideboard", "Sofa", "Sofas"];

test.each(["sv", "de"] as const)("no text in %s was left in English", (language) => {
  const english = new Map(plain([en, laterEn]));
  const left = plain([all[language], allLater[language]]).filter(
    ([path, text]) => english.get(path) === text && !SIGN.test(text),
  );
  expect(left.filter(([, text]) => !WORDS.includes(text))).toEqual([]);
});

test.each(languages)("no sentence in %s has another language's quotation marks or decimal point", (language) => {
  const files = readdirSync(new URL(`./${language}/`, import.meta.url)).map((file) => new URL(`./${language}/${file}`, import.meta.url)); // prettier-ignore
  const written = files
    .map((file) => readFileSync(file, "utf8").replace(/^\s*(\/\*)?\*.*$|^import .*$/gm, ""))
    .join("\n");
  const foreign = { en: /[„]|\d,\d/, sv: /[„“]|\d\.\d/, de: /”|\d\.\d/ }[language];
  expect(written.match(foreign)).toBeNull();
  // What is opened is closed.
  const [open, closed] = { en: ["“", "”"], sv: ["”", "”"], de: ["„", "“"] }[language] as [string, string];
  expect(written.split(open).length).toBe(written.split(closed).length);
});

describe("the catalogue", () => {
  const finishes = new Set(products.flatMap((product) => product.finishes?.map(({ name }) => name) ?? []));

  test.each(["sv", "de"] as const)("is all there in %s, and nothing that is not in it", (language) => {
    expect(Object.keys(allLater[language].descriptions).sort()).toEqual(products.map(({ sku }) => sku).sort());
    expect(Object.keys(all[language].finishes).sort()).toEqual([...finishes].sort());
  });

  test("has a name for every kind", () => {
    expect(products.filter(({ kind }) => !(kind in en.kinds))).toEqual([]);
  });

  test("is found by words of the person's language, and by the data's own kinds", async () => {
    const found = (query: string) => search(products, query).map(({ name }) => name);
    await speak("de");
    expect(found("bücherregal schmal")).toEqual(["Pocketvrå"]);
    expect(found("Sessel Terrakotta")).toEqual(["Läsvrå"]);
    await speak("sv");
    expect(found("fatolj terrakotta")).toEqual(["Läsvrå"]);
    expect(found("armchair")).toHaveLength(3);
  });

  test("says what no language has a word for yet as its data says it", async () => {
    await speak("de");
    const next = { sku: "NEXT", description: "A lamp of next year." };
    expect([kindName("garden-swing"), finishName({ name: "Amber" }), descriptionOf(next)]).toEqual(
      ["Garden swing", "Amber", next.description], // prettier-ignore
    );
  });
});

describe("numbers and plurals", () => {
  const rows: readonly (readonly [() => string, Record<Language, string>])[] = [
    [() => formatSize(2055), { en: "205.5 cm", sv: "205,5 cm", de: "205,5 cm" }],
    [() => formatSize(12_055), { en: "1,205.5 cm", sv: "1 205,5 cm", de: "1.205,5 cm" }],
    [() => formatMargin(38), { en: "3.8 cm", sv: "3,8 cm", de: "3,8 cm" }],
    [() => formatDimensions({ width: 2055, depth: 900, height: 800 }), { en: "205.5 × 90 × 80 cm", sv: "205,5 × 90 × 80 cm", de: "205,5 × 90 × 80 cm" }],
    [() => areaText(24_840_000), { en: "24.8 m²", sv: "24,8 m²", de: "24,8 m²" }],
    [() => formatPrice({ amount: 1_599_550, currency: "SEK" }), { en: "SEK 15,995.50", sv: "15 995,50 kr", de: "15.995,50 SEK" }],
    [() => texts().catalogue.count(1), { en: "1 product", sv: "1 produkt", de: "1 Produkt" }],
    [() => texts().catalogue.count(2), { en: "2 products", sv: "2 produkter", de: "2 Produkte" }],
    [() => texts().list.count(0), { en: "0 pieces", sv: "0 möbler", de: "0 Möbelstücke" }],
    [() => texts().people.count(1), { en: "Only you are here", sv: "Bara du är här", de: "Nur du bist hier" }],
    [() => texts().people.count(3), { en: "3 people are here", sv: "3 personer är här", de: "3 Personen sind hier" }],
    [() => texts().page.waiting(1), { en: "Your change waits here.", sv: "Din ändring väntar här.", de: "Deine Änderung wartet hier." }],
    [() => texts().page.waiting(4), { en: "Your 4 changes wait here.", sv: "Dina 4 ändringar väntar här.", de: "Deine 4 Änderungen warten hier." }],
    [() => texts().fit.countFailed(1), { en: "1 does not fit", sv: "1 får inte plats", de: "1 passt nicht" }],
    [() => texts().fit.countFailed(2), { en: "2 do not fit", sv: "2 får inte plats", de: "2 passen nicht" }],
    [() => texts().comments.count(1), { en: "Comments, 1 open", sv: "Kommentarer, 1 öppen", de: "Kommentare, 1 offen" }],
    [() => texts().comments.pin("Kvällsro", 2), { en: "2 comments on Kvällsro", sv: "2 kommentarer till Kvällsro", de: "2 Kommentare zu Kvällsro" }],
    [() => texts().shopping.unknown(1), { en: "1 piece is no longer in the catalogue, and not in the total.", sv: "1 möbel finns inte längre i katalogen och räknas inte in i summan.", de: "1 Möbelstück ist nicht mehr im Katalog und nicht in der Summe." }],
  ]; // prettier-ignore

  test.each(languages)("are as they are written in %s", async (language) => {
    await speak(language);
    // Browsers put blanks there at which no line may end.
    expect(rows.map(([said]) => said().replace(/[\u00A0\u202F]/g, " "))).toEqual(rows.map(([, row]) => row[language]));
  });

  test("inches have each language's own name, and are read by it", async () => {
    takeUnitFrom(() => "in");
    await speak("sv");
    expect(formatSize(2055)).toBe("80,9 tum");
    await speak("de");
    expect(formatSize(2055)).toBe("80,9 Zoll");
    const range = { name: "Breite", least: 0, most: 9000 };
    for (const text of ["165 Zoll", "165 tum", "13 Fuß 9", "13 fot 9", "13,75 ft."]) {
      expect(readLength(text, range)).toEqual({ millimetres: 4191 });
    }
    expect(readLength("breit", range)).toEqual({
      problem: "Breite ist „breit“, erwartet wird eine Länge wie 165, 13 Fuß 9 oder 4,2 m.",
    });
  });
});

test("refusals are told by their code, in no other language's words", async () => {
  await speak("de");
  const told = (code: string, more = {}) =>
    refusal({ type: "rejected", code, message: "in English", ...more } as never);
  expect(told("room-full").text).toBe("Der Raum ist voll. Entferne etwas, um Platz zu schaffen.");
  expect(told("locked", { name: "Gast 2" }).text).toBe("Gast 2 bewegt das gerade");
  expect(told("invalid", { field: "x", value: "900000", expected: "at most 100000" }).text).toBe(
    "Diese Änderung war nicht möglich: x ist 900000.",
  );
  const codes = ["malformed", "unknown-type", "duplicate-item", "unknown-item", "unknown-sku", "not-locked", "stale-lock", "forbidden", "rate-limited", "nothing-to-undo", "a-code-of-next-year"]; // prettier-ignore
  for (const code of codes) expect(told(code).text).not.toContain("English");
});

test("of a language's countries the person's is taken, else the one that it comes from", async () => {
  expect((await loadLanguage("de", ["fr-FR", "de-AT", "de"])).locale).toBe("de-AT");
  expect((await loadLanguage("sv", ["en-GB"])).locale).toBe("sv-SE");
  expect([languageOf("sv-FI"), languageOf("DE"), languageOf("nl-NL"), languageOf("")]).toEqual(["sv", "de", undefined, undefined]); // prettier-ignore
});
