import type { Later } from "../en/later";

export const landing: Later["landing"] = {
  title: "HÖMSTYLE Rooms: planera ett rum tillsammans",
  description: "Rita ert rum, placera HÖMSTYLE-möbler i rätt storlek och bestäm er tillsammans innan ni köper.",
  language: "Språk",
  openDemo: "Öppna visningsrummet",
  headline: "Prova rummet innan du köper.",
  lead: "Rita ditt rum, placera HÖMSTYLE-möbler i rätt storlek och flytta runt dem tillsammans. Alla ser varje ändring i samma ögonblick.",
  name: "Rummets namn",
  exampleName: "Vardagsrum",
  width: "Bredd",
  depth: "Djup",
  create: "Skapa rum",
  noAccount: "Inget konto behövs.",
  justLooking: "Vill du bara titta?",
  walkIn: "Kliv in i visningsrummet.",
  guest1: "Gäst 1",
  guest2: "Gäst 2",
  promises: "Det här kan du göra",
  trueTitle: "Rätt storlek",
  trueText: "Varje soffa, hylla och lampa är ritad uppifrån, på centimetern. Får den plats här får den plats hemma.",
  liveTitle: "Tillsammans, direkt",
  liveText: "Dela en länk. Ni ser varandras pekare, och den som håller i en möbel har den tills hen släpper.",
  safeTitle: "Inget går förlorat",
  safeText: "Varje ändring sparas innan någon ser den. Stäng fliken, tappa tågets wifi, kom tillbaka: allt är kvar.",
};

export const creating: Later["creating"] = {
  noName: "Ge rummet ett namn.",
  badMeasure: {
    width: (least, most, typed) => `Bredden ska vara ett tal från ${least} till ${most} cm, inte ”${typed}”.`,
    depth: (least, most, typed) => `Djupet ska vara ett tal från ${least} till ${most} cm, inte ”${typed}”.`,
  },
};
