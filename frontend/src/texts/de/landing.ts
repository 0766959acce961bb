import type { Later } from "../en/later";

export const landing: Later["landing"] = {
  title: "HÖMSTYLE Rooms: gemeinsam einen Raum planen",
  description:
    "Zeichnet euren Raum, stellt HÖMSTYLE-Möbel in echter Größe hinein und entscheidet gemeinsam, bevor ihr kauft.",
  language: "Sprache",
  openDemo: "Musterraum öffnen",
  headline: "Probier den Raum an, bevor du kaufst.",
  lead: "Zeichnet euren Raum, stellt HÖMSTYLE-Möbel in echter Größe hinein und rückt sie gemeinsam zurecht. Alle sehen jede Änderung im selben Moment.",
  name: "Name des Raums",
  exampleName: "Wohnzimmer",
  width: "Breite",
  depth: "Tiefe",
  create: "Raum anlegen",
  noAccount: "Du brauchst kein Konto.",
  justLooking: "Du willst nur schauen?",
  walkIn: "Geh in den Musterraum.",
  guest1: "Gast 1",
  guest2: "Gast 2",
  promises: "Was du hier tun kannst",
  trueTitle: "In echter Größe",
  trueText:
    "Jedes Sofa, jedes Regal und jede Lampe ist von oben gezeichnet, auf den Zentimeter genau. Passt es hier, passt es auch zu Hause.",
  liveTitle: "Gemeinsam, sofort",
  liveText:
    "Teile einen Link. Ihr seht die Zeiger der anderen, und wer ein Möbelstück in der Hand hat, behält es bis zum Loslassen.",
  safeTitle: "Nichts geht verloren",
  safeText:
    "Jede Änderung ist gespeichert, bevor jemand sie sieht. Schließ den Tab, verlier das WLAN im Zug, komm zurück: alles ist da.",
};

export const creating: Later["creating"] = {
  noName: "Bitte gib dem Raum einen Namen.",
  badMeasure: {
    width: (least, most, typed) => `Die Breite soll eine Zahl von ${least} bis ${most} cm sein, nicht „${typed}“.`,
    depth: (least, most, typed) => `Die Tiefe soll eine Zahl von ${least} bis ${most} cm sein, nicht „${typed}“.`,
  },
};
