/** For tests: every file begins in English, and may go on in another language. */
import { type Language, loadLanguage, takeLanguageFrom, withDescriptions } from "./texts";

export async function speak(language: Language): Promise<void> {
  const spoken = await withDescriptions(await loadLanguage(language, []));
  takeLanguageFrom(() => spoken);
}

await speak("en");
