/** What the browser remembers about its person: a name, a theme, a unit, a language, and the token of each room it was invited to. */
import type { Unit } from "./core/format";
import { LONGEST_NAME, plainText } from "./core/plainText";
import type { Language } from "./texts/languages";
import { texts } from "./texts/texts";

const NAME = "homstyle.name";
const THEME = "homstyle.theme";
const UNIT = "homstyle.unit";
const LANGUAGE = "homstyle.language";

export type Theme = "auto" | "light" | "dark";

export function storedName(): string {
  return nameOf(remembered(() => localStorage.getItem(NAME)) ?? "");
}

/** What somebody typed as a name, as the server takes it; who typed none is a guest. */
export function nameOf(typed: string): string {
  return plainText(typed, LONGEST_NAME) || texts().people.guest;
}

export function storeName(name: string): void {
  remembered(() => localStorage.setItem(NAME, name));
}

export function storedTheme(): Theme {
  const theme = remembered(() => localStorage.getItem(THEME));
  return theme === "light" || theme === "dark" ? theme : "auto";
}

export function applyTheme(theme: Theme): void {
  remembered(() => (theme === "auto" ? localStorage.removeItem(THEME) : localStorage.setItem(THEME, theme)));
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function storedUnit(): Unit {
  return remembered(() => localStorage.getItem(UNIT)) === "in" ? "in" : "cm";
}

export function storeUnit(unit: Unit): void {
  remembered(() => localStorage.setItem(UNIT, unit));
}

/** Read by `build/early.js`, before anything is painted. */
export function storeLanguage(language: Language): void {
  remembered(() => localStorage.setItem(LANGUAGE, language));
}

/**
 * The token of an invitation link (`#token=…`), kept for this tab, and for later visits the strongest that still holds: who made
 * a room must find back into it. It leaves the address bar only when the tab can remember it, so that reloading keeps
 * working and a copied address does not give one's own rights away.
 */
export function roomToken(room: string): string | undefined {
  const key = `homstyle.token.${room}`;
  const given = new URLSearchParams(location.hash.slice(1)).get("token") ?? undefined;
  const kept = remembered(() => {
    if (given !== undefined) {
      sessionStorage.setItem(key, given);
      if (rank(given) >= rank(localStorage.getItem(key))) localStorage.setItem(key, given);
    }
    return sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? undefined;
  });
  if (given !== undefined && kept === given)
    history.replaceState(history.state, "", location.pathname + location.search);
  return given ?? kept;
}

const ROLES = ["viewer", "editor", "owner"];

/** How much a token allows, by what it says of itself, −1 for one that has expired; the server decides what it is worth. */
export function rank(token: string | null): number {
  try {
    const claims = (token ?? "").split(".")[1] ?? "";
    const { role, exp } = JSON.parse(atob(claims.replace(/-/g, "+").replace(/_/g, "/")));
    return exp * 1000 > Date.now() ? ROLES.indexOf(role) : -1;
  } catch {
    return -1;
  }
}

/** Storage may be forbidden or full; then nothing is remembered. */
function remembered<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
