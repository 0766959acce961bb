import type { Later } from "../en/later";

export const camera: Later["camera"] = {
  label: "Kamera",
  zoom: "Zoomen",
  zoomOut: "Weiter weg",
  zoomIn: "Näher heran",
  turnLeft: "Mehr von links schauen",
  turnRight: "Mehr von rechts schauen",
  whole: "Den ganzen Raum zeigen",
  walk: "Auf Augenhöhe gehen",
  walkTitle: "Auf Augenhöhe durch den Raum gehen, 1,6 m (E)",
  leave: "Von außen schauen",
  leaveTitle: "Den Raum von außen anschauen (E)",
  ahead: "Vorwärts gehen",
  back: "Rückwärts gehen",
  lookLeft: "Nach links schauen",
  lookRight: "Nach rechts schauen",
  download: "3D-Modell herunterladen",
  downloadTitle: "3D-Modell herunterladen (GLB)",
  notDownloaded: "Das 3D-Modell ließ sich nicht erstellen. Bitte versuche es noch einmal.",
  untitled: "Raum",
};
