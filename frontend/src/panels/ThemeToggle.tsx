import { useSignal } from "@preact/signals";
import { applyTheme, storedTheme, type Theme } from "../person";
import { texts } from "../texts/texts";
import { AutoThemeIcon, MoonIcon, SunIcon } from "./icons";

const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };

export function ThemeToggle() {
  const theme = useSignal(storedTheme());
  const { colours, themes } = texts().page;
  const label = colours(themes[theme.value]);
  const change = () => {
    theme.value = NEXT[theme.value];
    applyTheme(theme.value);
  };
  return (
    <button type="button" class="button plain square" onClick={change} aria-label={label} title={label}>
      {theme.value === "auto" ? <AutoThemeIcon /> : theme.value === "light" ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
