/**
 * What the page says, in the person's language. Each language is a module of its own, loaded before anything is said;
 * the English one says what there is to be said, and whatever another lacks does not compile.
 */
import type { Texts } from "./en";
import type { Later } from "./en/later";
import { type Language, languageOf } from "./languages";

export type { Texts } from "./en";
export type { Later } from "./en/later";
export type { Language } from "./languages";

const load: Record<Language, () => Promise<{ readonly texts: Texts }>> = {
  en: () => import("./en"),
  sv: () => import("./sv"),
  de: () => import("./de"),
};

const loadParts: Record<Language, () => Promise<{ readonly later: Later }>> = {
  en: () => import("./en/later"),
  sv: () => import("./sv/later"),
  de: () => import("./de/later"),
};

/** A language with its texts, and the locale that its numbers and dates are written in. */
export interface Spoken {
  readonly language: Language;
  readonly locale: string;
  readonly texts: Texts;
}

/** Loads a language. `wanted` are the person's locales: of several countries with that language, theirs is taken. */
export async function loadLanguage(language: Language, wanted: readonly string[]): Promise<Spoken> {
  const { texts } = await load[language]();
  return {
    language,
    locale: wanted.find((locale) => languageOf(locale) === language) ?? COUNTRIES[language],
    texts,
  };
}

/** Loads what the parts of the page say that come later. */
export async function loadLater(language: Language): Promise<Later> {
  return (await loadParts[language]()).later;
}

const COUNTRIES: Record<Language, string> = { en: "en-GB", sv: "sv-SE", de: "de-DE" };

let spoken: () => Spoken = () => {
  throw new Error("No language is loaded yet");
};

let spokenLater: () => Later | undefined = () => undefined;

/** Says where the language comes from. From a signal, whoever says something in it follows it. */
export function takeLanguageFrom(source: () => Spoken, later: () => Later | undefined): void {
  spoken = source;
  spokenLater = later;
}

/** What the page says. Not before the language is loaded, so never while a module is. */
export function texts(): Texts {
  return spoken().texts;
}

/** What the parts of the page say that are loaded later (`panels/lazy.ts` loads them with these texts), and the start page. */
export function later(): Later {
  const said = spokenLater();
  if (!said) throw new Error("These texts are not loaded yet");
  return said;
}

/** What is said about a product; undefined where the data says it, or it is not there yet. */
export function describedAs(sku: string): string | undefined {
  return spokenLater()?.descriptions[sku];
}

/** The locale of numbers, prices and dates, such as "de-AT". */
export function locale(): string {
  return spoken().locale;
}
