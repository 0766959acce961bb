/** The language of the page. Which one it begins in, `build/early.js` has written into the document. */
import { batch, signal, type ReadonlySignal } from "@preact/signals";
import { storeLanguage } from "./person";
import { type Language, languageOf } from "./texts/languages";
import { type Later, loadLanguage, loadLater, type Spoken, takeLanguageFrom } from "./texts/texts";

/** How long to wait before a language that could not be loaded is asked for again. */
const AGAIN_MS = 2_000;

const spoken = signal<Spoken | undefined>(undefined);
const later = signal<Later | undefined>(undefined);

/** Undefined until the first one is loaded. Whoever reads it follows the language. */
export const shownLanguage: ReadonlySignal<Spoken | undefined> = spoken;

/** Loads the language that the page begins in. Nothing can be said before. */
export async function startLanguage(): Promise<void> {
  const language = languageOf(document.documentElement.lang) ?? "en";
  await persist(() => start(language));
  void laterTexts().catch(() => undefined);
}

/** As `startLanguage`, with what the parts of the page say that are loaded later. */
export async function startWholeLanguage(): Promise<void> {
  await startLanguage();
  await persist(() => laterTexts().then(() => true, () => false)); // prettier-ignore
}

/** Tries again as long as it takes: the server may be starting again. */
async function persist(attempt: () => Promise<boolean>): Promise<void> {
  while (!(await attempt())) await new Promise((again) => setTimeout(again, AGAIN_MS));
}

async function start(language: Language): Promise<boolean> {
  try {
    const loaded = await loadLanguage(language, navigator.languages);
    spoken.value = loaded;
    takeLanguageFrom(() => spoken.value ?? loaded, () => later.value); // prettier-ignore
    return true;
  } catch {
    return false;
  }
}

/** What the parts of the page say that are loaded later. Fails where that cannot be had just now. */
export async function laterTexts(): Promise<void> {
  const language = spoken.value!.language;
  const loaded = await loadLater(language);
  if (spoken.value!.language === language) later.value = loaded;
}

let wished: Language | undefined;

/**
 * Says everything anew, and from now on, in another language, unless another is chosen meanwhile. False where that cannot
 * be had just now.
 */
export async function chooseLanguage(language: Language): Promise<boolean> {
  wished = language;
  try {
    const [first, rest] = await Promise.all([loadLanguage(language, navigator.languages), loadLater(language)]);
    if (wished !== language) return true;
    batch(() => {
      spoken.value = first;
      later.value = rest;
    });
  } catch {
    return false;
  }
  document.documentElement.lang = language;
  storeLanguage(language);
  return true;
}
