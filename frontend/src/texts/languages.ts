/** The languages there are. */
export type Language = "en" | "sv" | "de";

/** Each as it calls itself. */
export const languageNames: Record<Language, string> = { en: "English", sv: "Svenska", de: "Deutsch" };

export const languages = Object.keys(languageNames) as readonly Language[];

/** The language of a locale such as "de-AT", where it is one of them. */
export function languageOf(locale: string): Language | undefined {
  const language = locale.toLowerCase().split("-")[0];
  return languages.find((known) => known === language);
}
