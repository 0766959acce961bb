import type { Later } from "../en/later";

export const takeaway: Later["takeaway"] = {
  untitled: "Rum",
  paper: "Papper",
  ways: {
    png: ["Bild", "Planritningen med sina mått, för meddelanden och dokument"],
    svg: ["Ritning", "Samma sak i linjer, skalenlig och skarp i alla storlekar"],
    pdf: ["På papper", "I jämn skala, med inköpslistan. Webbläsaren skriver ut den eller sparar den som pdf."],
    glb: ["3D-modell", "Väggar och möbler i meter, för andra 3D-program"],
    json: ["Data", "Rum, möbler och produkter, för program"],
  },
  saved: (file) => `Sparad som ${file}`,
  failed: (kind, reason) => `${kind}-filen kunde inte skapas. ${reason}`,
  again: "Försök igen.",
  noPicture: "Webbläsaren kunde inte rita den. SVG-filen innehåller samma sak.",
  scaleOn: (scale, paper) => `1:${scale} på ${paper}`,
  columns: { count: "Antal", name: "Namn", article: "Artikel", size: "Mått", each: "Styckpris", price: "Pris" },
};
