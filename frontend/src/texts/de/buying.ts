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

export const delivery: Texts["delivery"] = {
  title: "Kommt es hinein?",
  close: "„Kommt es hinein?“ schließen",
  loading: "Einen Moment…",
  wayTitle: "Der Weg hinein",
  wayHint:
    "Miss jede Tür, jeden Flur, jede Ecke, jede Treppe und jeden Aufzug zwischen Straße und Raum. Die Maße bleiben in diesem Browser.",
  resultsTitle: "Was hineinkommt",
  noPieces: "Im Raum steht noch nichts.",
  noWay: "Füge hinzu, was auf dem Weg liegt, dann siehst du hier, was durchkommt.",
  limits:
    "Nicht geprüft: Platz zum Stehen und Drehen vor und hinter Türen, Geländer, Lampen und Heizkörper auf dem Weg, und wer trägt.",
  backToList: "Einkaufsliste",
  landingsLabel: "Verlauf",
  selected: "Ausgewählt",
  kinds: { door: "Tür", hall: "Flur", turn: "Ecke", stairs: "Treppe", lift: "Aufzug" },
  landings: { none: "gerade, ohne Podest", quarter: "90° auf Podesten", half: "180° auf Podesten" },
  verdicts: { ok: "Kommt hinein", tight: "Knapp", no: "Kommt nicht hinein", "not-checked": "Nicht geprüft" },
  add: (kind) => `Hinzufügen: ${kind}`,
  remove: (name) => `${name} entfernen`,
  measures: {
    width: "Breite",
    height: "Höhe",
    beyond: "Breite danach",
    landing: "Podest",
    doorWidth: "Türbreite",
    doorHeight: "Türhöhe",
    depth: "Tiefe",
  },
  measuresOtherwise: {
    "turn width": "Breite davor",
    "hall height": "Decke",
    "turn height": "Decke",
    "stairs height": "Kopfhöhe",
    "lift width": "Kabinenbreite",
    "lift depth": "Kabinentiefe",
    "lift height": "Kabinenhöhe",
  },
  counts: {
    no: (count) => (count === 1 ? "1 kommt nicht hinein" : `${count} kommen nicht hinein`),
    "not-checked": (count) => (count === 1 ? "1 ist nicht geprüft" : `${count} sind nicht geprüft`),
    tight: (count) => (count === 1 ? "1 ist knapp" : `${count} sind knapp`),
    ok: (count) => (count === 1 ? "1 kommt hinein" : `${count} kommen hinein`),
  },
  notMeasuredYet: "noch ist kein Weg hinein ausgemessen",
  notPacked: "der Katalog sagt nicht, wie es verpackt ist",
  legsOff: "ohne Beine",
  tooSmall: (margin) => `${margin} zu klein`,
  toSpare: (margin) => `${margin} Luft`,
  notMeasured: (measures) => `nicht gemessen: ${measures.join(", ")}`,
  package: (size, kilograms, number, count) =>
    `${count === 1 ? "Paket" : `Paket ${number} von ${count}`}: ${size}, ${kilograms} kg`,
  ways: { upright: "wie es steht", "on-side": "auf einer anderen Seite" },
  leaningInLift: "schräg in der Kabine; ob es sich dort drehen lässt, ist nicht geprüft",
  raised: "an einem Ende angehoben oder hochkant",
  leaning: "schräg",
  assumedCeiling: (height) => `unter einer Decke, die mit ${height} angenommen ist`,
};
