/** Angles as people type them. */
import { texts } from "../texts/texts";

const ANGLE = /^([+\-−]?)(\d{1,3})\s*(?:°|deg|degrees|grader|grad)?$/i;

/** A typed angle in degrees from 0 to 359; or what it was and what was expected. */
export function readAngle(text: string): { readonly value: number } | { readonly problem: string } {
  const found = ANGLE.exec(text.trim());
  const degrees = Number(found?.[2]);
  if (!found || degrees > 360) return { problem: texts().format.notAnAngle(texts().measure.turned, text.trim()) };
  return { value: (found[1] === "-" || found[1] === "−" ? 360 - degrees : degrees) % 360 };
}
