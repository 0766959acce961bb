import type { Later } from "../en/later";

export const takeaway: Later["takeaway"] = {
  untitled: "Raum",
  paper: "Papier",
  ways: {
    png: ["Bild", "Der Grundriss mit seinen Maßen, für Nachrichten und Dokumente"],
    svg: ["Zeichnung", "Dasselbe in Linien, maßstäblich und scharf in jeder Größe"],
    pdf: ["Auf Papier", "In rundem Maßstab, mit der Einkaufsliste. Dein Browser druckt es oder speichert es als PDF."],
    glb: ["3D-Modell", "Wände und Möbel in Metern, für andere 3D-Programme"],
    json: ["Daten", "Raum, Möbel und Produkte, für Programme"],
  },
  saved: (file) => `Gespeichert als ${file}`,
  failed: (kind, reason) => `Die ${kind}-Datei ließ sich nicht erstellen. ${reason}`,
  again: "Bitte versuche es noch einmal.",
  noPicture: "Dieser Browser konnte es nicht zeichnen. In der SVG-Datei ist dasselbe.",
  scaleOn: (scale, paper) => `1:${scale} auf ${paper}`,
  columns: { count: "Anzahl", name: "Name", article: "Artikel", size: "Maße", each: "Einzelpreis", price: "Preis" },
};
