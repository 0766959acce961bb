import type { Later } from "../en/later";

export const camera: Later["camera"] = {
  label: "Kamera",
  zoom: "Zooma",
  zoomOut: "Längre bort",
  zoomIn: "Närmare",
  turnLeft: "Titta mer från vänster",
  turnRight: "Titta mer från höger",
  whole: "Visa hela rummet",
  walk: "Gå i ögonhöjd",
  walkTitle: "Gå genom rummet i ögonhöjd, 1,6 m (E)",
  leave: "Titta utifrån",
  leaveTitle: "Titta på rummet utifrån (E)",
  ahead: "Gå framåt",
  back: "Gå bakåt",
  lookLeft: "Titta åt vänster",
  lookRight: "Titta åt höger",
  download: "Ladda ner 3D-modell",
  downloadTitle: "Ladda ner 3D-modell (GLB)",
  notDownloaded: "3D-modellen kunde inte skapas. Försök igen.",
  untitled: "Rum",
};
