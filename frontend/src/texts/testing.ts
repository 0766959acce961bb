/** For tests: every file begins in English, and may go on in another language. */
import { type Language, loadLanguage, loadLater, takeLanguageFrom } from "./texts";

export async function speak(language: Language): Promise<void> {
  const [spoken, later] = await Promise.all([loadLanguage(language, []), loadLater(language)]);
  takeLanguageFrom(() => spoken, () => later); // prettier-ignore
}

await speak("en");
