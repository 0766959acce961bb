import type { Texts } from "../en";

export const comments: Texts["comments"] = {
  title: "Kommentare",
  none: "Noch hat niemand etwas angemerkt.",
  send: "Senden",
  resolve: "Erledigt",
  aboutRoom: "Der Raum",
  removedPiece: "Ein Möbelstück, das entfernt wurde",
  count: (open) => (open === 0 ? "Kommentare" : `Kommentare, ${open} offen`),
  onRoom: "Anmerkung zum Raum",
  onPiece: (piece) => `Anmerkung zu ${piece}`,
  resolveOf: (name, text) => `Als erledigt markieren, was ${name} schrieb: ${text}`,
  pin: (piece, comments) => `${comments === 1 ? "1 Kommentar" : `${comments} Kommentare`} zu ${piece}`,
};

export const view3d: Texts["view3d"] = {
  switchLabel: "Ansicht",
  plan: "2D",
  planTitle: "Grundriss (3)",
  space: "3D",
  spaceTitle: "Raum in 3D (3)",
  loading: "Die 3D-Ansicht wird geöffnet…",
  noWebGl: "Dieser Browser kann kein 3D zeigen: WebGL ist ausgeschaltet oder fehlt. Der Grundriss kann alles andere.",
  notLoaded: "Die 3D-Ansicht ließ sich nicht laden. Bitte versuche es gleich noch einmal.",
  view: "Raum in 3D",
  pieces: "Möbel im Raum",
  dismiss: "Schließen",
};
