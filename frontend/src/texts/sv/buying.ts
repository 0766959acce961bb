import type { Texts } from "../en";

export const shopping: Texts["shopping"] = {
  title: "Inköpslista",
  close: "Stäng inköpslistan",
  empty: "Det står inget i rummet än. Det du placerar visas här med sitt pris.",
  total: "Totalt",
  copy: "Kopiera",
  copied: "Kopierat",
  notCopied: "Webbläsaren låter inte sidan kopiera. Filen innehåller samma sak.",
  download: "CSV-fil",
  print: "Skriv ut",
  loading: "Ett ögonblick…",
  pieces: (pieces) => (pieces === 1 ? "1 möbel" : `${pieces} möbler`),
  each: (price) => `${price} styck`,
  unknown: (pieces) =>
    `${pieces === 1 ? "1 möbel" : `${pieces} möbler`} finns inte längre i katalogen och räknas inte in i summan.`,
  columns: {
    article: "Artikel",
    name: "Namn",
    finish: "Utförande",
    kind: "Sort",
    size: "Mått",
    count: "Antal",
    each: "Styckpris",
    price: "Pris",
    currency: "Valuta",
  },
  kindInText: (kind) => kind.toLowerCase(),
};

export const alternatives: Texts["alternatives"] = {
  question: "Vad skulle få plats?",
  searching: "Letar i katalogen…",
  swap: "Byt",
  swapping: "Byter…",
  notSwapped: "Inget byttes: rummet är som det var.",
  insteadOf: (product) => `I stället för ${product}`,
  nothingFits: (product) => `Inget annat i katalogen som liknar ${product} skulle gå bra här.`,
  swapFor: (one, other) => `Byt ${one} mot ${other}`,
  swapped: (one, other) => `${one} byttes mot ${other}`,
};
