import type { Texts } from "../en";

export const pieces: Texts["pieces"] = {
  plan: "Grundriss",
  unknown: "Unbekanntes Möbelstück",
  yours: "Deins",
  dragToTurn: "Zum Drehen ziehen",
  turnHandle: "Um 15 Grad drehen",
  remove: "Entfernen",
  removeKey: "Entf",
  selected: "Ausgewähltes Möbelstück",
  deselect: "Auswahl aufheben",
  inYourHands: "In deinen Händen",
  movedBy: (name) => `${name} bewegt das`,
  turnBack: "Um 15 Grad zurückdrehen",
  turnBackKey: "Umschalt+R",
  turn: "Um 15 Grad im Uhrzeigersinn drehen",
  turnMore: "Um 90 Grad im Uhrzeigersinn drehen",
  spokenPlace: (west, north) => `, ${west} von der Westwand, ${north} von der Nordwand`,
  spokenTurn: (degrees) => `, um ${degrees} Grad gedreht`,
  spokenMine: ", in deinen Händen",
  spokenLocked: (holder) => `, gesperrt von ${holder}`,
};

export const list: Texts["list"] = {
  open: "Liste der Möbel",
  openTitle: "Liste der Möbel (L)",
  close: "Liste schließen",
  title: "Möbel in diesem Raum",
  empty: "Hier steht noch nichts.",
  loading: "Die Liste kommt gleich…",
  choose: "Möbelstück zum Hinzufügen",
  add: "Hinzufügen",
  notChecked: "Noch nicht geprüft",
  select: (piece) => `${piece} auswählen`,
  turn: (piece) => `${piece} um 90 Grad im Uhrzeigersinn drehen`,
  duplicate: (piece) => `${piece} kopieren`,
  remove: (piece) => `${piece} entfernen`,
  removed: (piece) => `${piece} entfernt`,
  count: (pieces) => (pieces === 1 ? "1 Möbelstück" : `${pieces} Möbelstücke`),
};

export const measure: Texts["measure"] = {
  x: "X",
  y: "Y",
  turned: "Drehung",
  fromWest: "von der Westwand",
  fromNorth: "von der Nordwand",
  clockwise: "Grad im Uhrzeigersinn",
  move: "Verschieben, durch Tippen auf die neue Stelle",
  moveTitle: "Verschieben: dann dorthin tippen, wo es stehen soll (Enter)",
  tools: "Werkzeuge",
  tape: "Maßband",
  tapeTitle: "Maßband (T)",
  tapeEnd: "Maßband weglegen",
  tapeFrom: "Tippe dorthin, wo das Messen beginnt",
  tapeTo: "Tippe dorthin, wo das Messen endet",
  tapeLength: (length) => `${length} von Punkt zu Punkt`,
  distance: (side, piece, to) => `${SIDES[side]} ${piece}, bis ${to === undefined ? "zur Wand" : `zu ${to}`}`,
  theDistance: "Der Abstand",
};

const SIDES = { back: "Hinter", right: "Rechts von", front: "Vor", left: "Links von" };
