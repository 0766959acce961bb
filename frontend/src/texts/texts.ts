/**
 * What the page says, in the person's language. Each language is a module of its own, loaded before anything is said;
 * the English one says what there is to be said, and whatever another lacks does not compile.
 */
import type { Texts } from "./en";
import { type Language, languageOf } from "./languages";

export type { Texts } from "./en";
export type { Language } from "./languages";

const load: Record<Language, () => Promise<{ readonly texts: Texts }>> = {
  en: () => import("./en"),
  sv: () => import("./sv"),
  de: () => import("./de"),
};

/** What is said about products is English in the catalogue's data. */
const descriptions: Partial<Record<Language, () => Promise<{ readonly descriptions: Descriptions }>>> = {
  sv: () => import("./sv/descriptions"),
  de: () => import("./de/descriptions"),
};

type Descriptions = Readonly<Record<string, string>>;

/** A language with its texts, and the locale that its numbers and dates are written in. */
export interface Spoken {
  readonly language: Language;
  readonly locale: string;
  readonly texts: Texts;
  /** By sku; until they are there, the data's own are shown. */
  readonly descriptions: Descriptions;
}

/** Loads a language. `wanted` are the person's locales: of several countries with that language, theirs is taken. */
export async function loadLanguage(language: Language, wanted: readonly string[]): Promise<Spoken> {
  const { texts } = await load[language]();
  return {
    language,
    locale: wanted.find((locale) => languageOf(locale) === language) ?? COUNTRIES[language],
    texts,
    descriptions: {},
  };
}

/** A language together with what it says about products. */
export async function withDescriptions(spoken: Spoken): Promise<Spoken> {
  const loaded = await descriptions[spoken.language]?.();
  return loaded ? { ...spoken, ...loaded } : spoken;
}

const COUNTRIES: Record<Language, string> = { en: "en-GB", sv: "sv-SE", de: "de-DE" };

let spoken: () => Spoken = () => {
  throw new Error("No language is loaded yet");
};

/** Says where the language comes from. From a signal, whoever says something in it follows it. */
export function takeLanguageFrom(source: () => Spoken): void {
  spoken = source;
}

/** What the page says. Not before the language is loaded, so never while a module is. */
export function texts(): Texts {
  return spoken().texts;
}

/** What is said about a product; undefined where the data says it, or it is not there yet. */
export function describedAs(sku: string): string | undefined {
  return spoken().descriptions[sku];
}

/** The locale of numbers, prices and dates, such as "de-AT". */
export function locale(): string {
  return spoken().locale;
}
