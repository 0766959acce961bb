import type { Texts } from "../en";

const pieces = (count: number) => (count === 1 ? "1 möbel" : `${count} möbler`);
const is = (count: number, one: string, more: string) => `${pieces(count)} ${count === 1 ? one : more}`;

export const group: Texts["group"] = {
  title: "Markerade möbler",
  deselect: "Avmarkera alla",
  several: "Markera flera möbler",
  severalTitle: "Markera flera: tryck på möbler för att lägga till eller välja bort dem (Skift + Enter)",
  done: "Klar",
  add: "Tryck på möbler på ritningen för att lägga till eller välja bort dem.",
  back: "Vrid tillbaka 15 grader, alla tillsammans",
  clockwise: "Vrid 15 grader medurs, alla tillsammans",
  quarter: "Vrid 90 grader medurs, alla tillsammans",
  duplicate: "Kopiera alla",
  remove: "Ta bort alla",
  nothing: "Inget är markerat",
  choosing: "Tryck Skift och Enter på fler möbler för att lägga till dem, Esc för att sluta",
  count: pieces,
  selected: (count) => is(count, "markerad", "markerade"),
  moved: (count) => is(count, "flyttad", "flyttade"),
  removed: (count) => is(count, "borttagen", "borttagna"),
  duplicated: (count) => is(count, "kopierad", "kopierade"),
  turned: (count, degrees) =>
    `${is(count, "vriden", "vridna")} ${Math.abs(degrees)} grader ${degrees < 0 ? "tillbaka" : "medurs"}`,
  held: (count) =>
    count === 1 ? "Någon annan håller i en av dem: den står kvar." : `Andra håller i ${count} av dem: de står kvar.`,
  leftOut: (count, holder) =>
    count === 1 ? `En möbel står kvar: ${holder} håller i den.` : `${count} möbler står kvar: ${holder} håller i dem.`,
  most: (most) => `${most} möbler kan markeras på en gång. De andra kom inte med.`,
};
