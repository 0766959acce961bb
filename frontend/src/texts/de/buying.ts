import type { Texts } from "../en";

export const shopping: Texts["shopping"] = {
  title: "Einkaufsliste",
  close: "Einkaufsliste schließen",
  empty: "Im Raum steht noch nichts. Was du hinstellst, erscheint hier mit seinem Preis.",
  total: "Summe",
  copy: "Kopieren",
  copied: "Kopiert",
  notCopied: "Dieser Browser lässt die Seite nicht kopieren. In der Datei steht dasselbe.",
  download: "CSV",
  print: "Drucken",
  loading: "Einen Moment…",
  pieces: (pieces) => (pieces === 1 ? "1 Möbelstück" : `${pieces} Möbelstücke`),
  each: (price) => `je ${price}`,
  unknown: (pieces) =>
    pieces === 1
      ? "1 Möbelstück ist nicht mehr im Katalog und nicht in der Summe."
      : `${pieces} Möbelstücke sind nicht mehr im Katalog und nicht in der Summe.`,
  columns: {
    article: "Artikel",
    name: "Name",
    finish: "Ausführung",
    kind: "Art",
    size: "Maße",
    count: "Anzahl",
    each: "Einzelpreis",
    price: "Preis",
    currency: "Währung",
  },
  kindInText: (kind) => kind,
};

export const alternatives: Texts["alternatives"] = {
  question: "Was würde passen?",
  searching: "Der Katalog wird durchsucht…",
  swap: "Tauschen",
  swapping: "Wird getauscht…",
  notSwapped: "Nicht getauscht: der Raum ist, wie er war.",
  insteadOf: (product) => `Statt ${product}`,
  nothingFits: (product) => `Nichts anderes im Katalog, das ${product} ähnelt, würde hier passen.`,
  swapFor: (one, other) => `${one} gegen ${other} tauschen`,
  swapped: (one, other) => `${one} gegen ${other} getauscht`,
};
