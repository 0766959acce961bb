/** The start page's texts. The build wrote the English ones; see `build/pages.ts`. */
import { later } from "../texts/texts";

const ATTRIBUTES = ["value", "content", "aria-label"] as const;

/** Says everything on the page in the language there is now. What somebody wrote into the form stays. */
export function sayAll(): void {
  const { landing } = later();
  const text = (key: string | null) => landing[key as keyof typeof landing];
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(element.getAttribute("data-text"));
  }
  for (const attribute of ATTRIBUTES) {
    for (const element of document.querySelectorAll(`[data-text-${attribute}]`)) {
      element.setAttribute(attribute, text(element.getAttribute(`data-text-${attribute}`)));
    }
  }
}
