import { useSignal } from "@preact/signals";
import { applyTheme, storedTheme, type Theme } from "../person";
import { AutoThemeIcon, MoonIcon, SunIcon } from "./icons";

const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const NAMES: Record<Theme, string> = { auto: "as your device", light: "light", dark: "dark" };

export function ThemeToggle() {
  const theme = useSignal(storedTheme());
  const label = `Colours: ${NAMES[theme.value]}`;
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
