import type { Texts } from "../en";

export const comments: Texts["comments"] = {
  title: "Kommentarer",
  none: "Ingen har kommenterat något än.",
  send: "Skicka",
  resolve: "Markera som klar",
  aboutRoom: "Rummet",
  removedPiece: "En möbel som togs bort",
  count: (open) => (open === 0 ? "Kommentarer" : `Kommentarer, ${open} ${open === 1 ? "öppen" : "öppna"}`),
  onRoom: "Kommentera rummet",
  onPiece: (piece) => `Kommentera ${piece}`,
  resolveOf: (name, text) => `Markera det ${name} skrev som klart: ${text}`,
  pin: (piece, comments) => `${comments === 1 ? "1 kommentar" : `${comments} kommentarer`} till ${piece}`,
};

export const view3d: Texts["view3d"] = {
  switchLabel: "Vy",
  plan: "2D",
  planTitle: "Planritning (3)",
  space: "3D",
  spaceTitle: "Rummet i 3D (3)",
  loading: "Öppnar 3D-vyn…",
  noWebGl: "Webbläsaren kan inte visa 3D: WebGL är avstängt eller saknas. Planritningen klarar allt annat.",
  notLoaded: "3D-vyn kunde inte laddas. Försök igen om en stund.",
  view: "Rummet i 3D",
  pieces: "Möbler i rummet",
  dismiss: "Stäng",
};
