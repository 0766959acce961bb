import type { Texts } from "../en";

const pieces = (count: number) => (count === 1 ? "1 Möbelstück" : `${count} Möbelstücke`);

export const group: Texts["group"] = {
  title: "Ausgewählte Möbel",
  deselect: "Auswahl aufheben",
  several: "Mehrere Möbel auswählen",
  severalTitle: "Mehrere auswählen: auf Möbel tippen, um sie dazuzunehmen oder wegzulassen (Umschalt + Enter)",
  done: "Fertig",
  add: "Tippe im Grundriss auf Möbel, um sie dazuzunehmen oder wegzulassen.",
  back: "Alle zusammen um 15 Grad zurückdrehen",
  clockwise: "Alle zusammen um 15 Grad im Uhrzeigersinn drehen",
  quarter: "Alle zusammen um 90 Grad im Uhrzeigersinn drehen",
  duplicate: "Alle kopieren",
  remove: "Alle entfernen",
  nothing: "Nichts ist ausgewählt",
  choosing: "Drück Umschalt und Enter auf weiteren Möbeln, um sie dazuzunehmen, Esc zum Beenden",
  count: pieces,
  selected: (count) => `${pieces(count)} ausgewählt`,
  moved: (count) => `${pieces(count)} verschoben`,
  removed: (count) => `${pieces(count)} entfernt`,
  duplicated: (count) => `${pieces(count)} kopiert`,
  turned: (count, degrees) =>
    `${pieces(count)} um ${Math.abs(degrees)} Grad ${degrees < 0 ? "zurückgedreht" : "im Uhrzeigersinn gedreht"}`,
  held: (count) =>
    count === 1
      ? "Eins davon hat gerade jemand anders: es bleibt stehen."
      : `${count} davon haben gerade andere: sie bleiben stehen.`,
  leftOut: (count, holder) =>
    count === 1
      ? `Ein Möbelstück bleibt stehen: ${holder} hat es.`
      : `${count} Möbelstücke bleiben stehen: ${holder} hat sie.`,
  most: (most) => `${most} Möbelstücke lassen sich auf einmal auswählen. Die anderen blieben weg.`,
};
