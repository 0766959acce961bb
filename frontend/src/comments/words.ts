/** How remarks are written down, and where they are found. */
import { locale } from "../texts/texts";

/** The id of the popover that shows remarks, for whatever opens it. */
export const COMMENTS = "comments";

/** The most characters of a comment (N1). */
export const MOST_CHARACTERS = 500;

/** When, as short as it can be said: today by the clock, else by the date. */
export function when(at: number, now: number): string {
  const date = new Date(at);
  const today = new Date(now).toDateString() === date.toDateString();
  return today
    ? date.toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString(locale(), { day: "numeric", month: "short" });
}
