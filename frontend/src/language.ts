/** The language of the page. Which one it begins in, `build/early.js` has written into the document. */
import { signal, type ReadonlySignal } from "@preact/signals";
import { storeLanguage } from "./person";
import { type Language, languageOf } from "./texts/languages";
import { loadLanguage, type Spoken, takeLanguageFrom, withDescriptions } from "./texts/texts";

/** How long to wait before a language that could not be loaded is asked for again. */
const AGAIN_MS = 2_000;

const spoken = signal<Spoken | undefined>(undefined);

/** Undefined until the first one is loaded. Whoever reads it follows the language. */
export const shownLanguage: ReadonlySignal<Spoken | undefined> = spoken;

/** Loads the language that the page begins in. Nothing can be said before. */
export async function startLanguage(): Promise<void> {
  const language = languageOf(document.documentElement.lang) ?? "en";
  // The server may be starting again.
  while (!(await show(language))) await new Promise((again) => setTimeout(again, AGAIN_MS));
}

/** Says everything anew, and from now on, in another language. False where that cannot be had just now. */
export async function chooseLanguage(language: Language): Promise<boolean> {
  const shown = await show(language);
  if (shown) storeLanguage(language);
  return shown;
}

async function show(language: Language): Promise<boolean> {
  try {
    const loaded = await loadLanguage(language, navigator.languages);
    document.documentElement.lang = language;
    spoken.value = loaded;
    takeLanguageFrom(() => spoken.value ?? loaded);
    void describe(loaded);
    return true;
  } catch {
    return false;
  }
}

/** Without them the catalogue says what its data says. */
async function describe(loaded: Spoken): Promise<void> {
  const described = await withDescriptions(loaded).catch(() => loaded);
  if (spoken.value === loaded) spoken.value = described;
}
