/** The page's language. Each is called as it calls itself, so that one finds one's own in any other. */
import { useSignal } from "@preact/signals";
import { chooseLanguage, shownLanguage } from "../language";
import { type Language, languageNames, languages } from "../texts/languages";
import { texts } from "../texts/texts";
import { GlobeIcon } from "./icons";

export function LanguageChoice() {
  const failed = useSignal(false);
  const choose = async (select: HTMLSelectElement) => {
    failed.value = !(await chooseLanguage(select.value as Language));
    if (failed.value) select.value = shownLanguage.value?.language ?? "en";
  };
  return (
    <>
      <label class="language">
        <GlobeIcon />
        <select
          aria-label={texts().page.language}
          autocomplete="off"
          value={shownLanguage.value?.language}
          onChange={(event) => void choose(event.currentTarget)}
        >
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {languageNames[language]}
            </option>
          ))}
        </select>
      </label>
      {failed.value && (
        <p class="problem" role="alert">
          {texts().refusals.unreachable}
        </p>
      )}
    </>
  );
}
