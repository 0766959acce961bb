import type { Texts } from "../en";

export const pieces: Texts["pieces"] = {
  plan: "Planritning",
  unknown: "Okänd möbel",
  yours: "Din",
  dragToTurn: "Dra för att vrida",
  turnHandle: "Vrid 15 grader",
  remove: "Ta bort",
  removeKey: "Delete",
  selected: "Markerad möbel",
  deselect: "Avmarkera",
  inYourHands: "I dina händer",
  movedBy: (name) => `${name} flyttar den`,
  turnBack: "Vrid tillbaka 15 grader",
  turnBackKey: "Skift+R",
  turn: "Vrid 15 grader medurs",
  turnMore: "Vrid 90 grader medurs",
  spokenPlace: (west, north) => `, ${west} från västra väggen, ${north} från norra väggen`,
  spokenTurn: (degrees) => `, vriden ${degrees} ${degrees === 1 ? "grad" : "grader"}`,
  spokenMine: ", i dina händer",
  spokenLocked: (holder) => `, låst av ${holder}`,
};

export const list: Texts["list"] = {
  open: "Lista över möblerna",
  openTitle: "Lista över möblerna (L)",
  close: "Stäng listan",
  title: "Möbler i rummet",
  empty: "Här står inget än.",
  loading: "Listan kommer om ett ögonblick…",
  choose: "Möbel att lägga till",
  add: "Lägg till",
  notChecked: "Inte kontrollerat än",
  select: (piece) => `Markera ${piece}`,
  turn: (piece) => `Vrid ${piece} 90 grader medurs`,
  duplicate: (piece) => `Kopiera ${piece}`,
  remove: (piece) => `Ta bort ${piece}`,
  removed: (piece) => `${piece} är borttagen`,
  count: (pieces) => (pieces === 1 ? "1 möbel" : `${pieces} möbler`),
};

export const measure: Texts["measure"] = {
  x: "X",
  y: "Y",
  turned: "Vriden",
  fromWest: "från västra väggen",
  fromNorth: "från norra väggen",
  clockwise: "grader medurs",
  move: "Flytta, med ett tryck där den ska stå",
  moveTitle: "Flytta: tryck sedan där den ska stå (Enter)",
  tools: "Verktyg",
  tape: "Måttband",
  tapeTitle: "Måttband (T)",
  tapeEnd: "Lägg undan måttbandet",
  tapeFrom: "Tryck där du vill börja mäta",
  tapeTo: "Tryck där du vill sluta mäta",
  tapeLength: (length) => `${length} från punkt till punkt`,
  distance: (side, piece, to) => `${SIDES[side]} ${piece}, fram till ${to ?? "väggen"}`,
  theDistance: "Avståndet",
};

const SIDES = { back: "Bakom", right: "Till höger om", front: "Framför", left: "Till vänster om" };
