/** Sentences that a language has to inflect, in the three of them. */
import { afterEach, describe, expect, test } from "vitest";
import type { Opening, Plan } from "../core/protocol";
import type { Check } from "../fit/checks";
import { marginText, sentenceOf, type Wording } from "../fit/words";
import { withHeight } from "../roomshape/edits";
import { changedSentence, cornerName, problemSentence, spokenOpening } from "../roomshape/words";
import { type Language, languages } from "./languages";
import { speak } from "./testing";

const door: Opening = { kind: "door", wall: 0, offset: 500, width: 900, height: 2050, sill: 0, hinge: "left", swing: "in" }; // prettier-ignore
const window: Opening = { ...door, kind: "window", offset: 2000 };
const plan: Plan = { outline: [[0, 0], [4000, 0], [4000, 5000], [0, 5000]], height: 2500, openings: [door, window, { ...door, offset: 3000 }] }; // prettier-ignore
const wording: Wording = { name: (item) => item, plan };
const one: Wording = { ...wording, plan: { openings: [door, window] } };
const walkway: Check = { kind: "walkway", opening: 0, verdict: "failed", items: ["Läsvrå"], to: ["Glimsta"] };
const swing: Check = { kind: "swing", opening: 0, verdict: "failed", items: ["Läsvrå"] };

afterEach(() => speak("en"));

type Row = readonly [said: () => string, is: Record<Language, string>];

const rows: readonly Row[] = [
  [
    () => sentenceOf({ ...walkway, margin: 420 }, one),
    {
      en: "Blocked beside Läsvrå, from the door to Glimsta",
      sv: "Blockerat bredvid Läsvrå, från dörren till Glimsta",
      de: "Versperrt neben Läsvrå, von der Tür zu Glimsta",
    },
  ],
  [
    () => sentenceOf({ ...walkway, verdict: "passed", items: [], to: ["Glimsta", "Bredvid", "Mjukmark"] }, wording),
    {
      en: "At least 90 cm wide from the door 1 to Glimsta and 2 more",
      sv: "Minst 90 cm brett från dörr 1 till Glimsta och 2 till",
      de: "Mindestens 90 cm breit von Tür 1 zu Glimsta und 2 weiteren",
    },
  ],
  [
    () => sentenceOf({ ...swing, opening: 1 }, one),
    {
      en: "Window opens against Läsvrå",
      sv: "Fönstret slår i Läsvrå",
      de: "Das Fenster stößt beim Öffnen an Läsvrå",
    },
  ],
  [
    () => sentenceOf({ ...swing, items: [] }, one),
    {
      en: "Door opens against the wall",
      sv: "Dörren slår i väggen",
      de: "Die Tür stößt beim Öffnen an die Wand",
    },
  ],
  [
    () => sentenceOf({ kind: "clearance", clearance: "behind-chair", verdict: "tight", items: ["Bågmåla"] }, one),
    {
      en: "Behind Bågmåla, from the table to the wall",
      sv: "Bakom Bågmåla, från bordet till väggen",
      de: "Hinter Bågmåla, vom Tisch bis zur Wand",
    },
  ],
  [
    () => marginText({ ...walkway, margin: -25 }),
    { en: "2.5 cm too far", sv: "2,5 cm för långt", de: "2,5 cm zu weit" },
  ],
  [
    () => spokenOpening(plan, 1),
    {
      en: "Window, 90 cm wide, on the north wall, 200 cm from its left corner",
      sv: "Fönster, bredd 90 cm, på norra väggen, 200 cm från dess vänstra hörn",
      de: "Fenster, 90 cm breit, an der Nordwand, 200 cm von ihrer linken Ecke",
    },
  ],
  [
    () => cornerName(plan.outline, 0),
    {
      en: "Corner of west wall and north wall",
      sv: "Hörnet mellan västra väggen och norra väggen",
      de: "Ecke zwischen der Westwand und der Nordwand",
    },
  ],
  [
    () => changedSentence({ plan, slid: plan.openings.slice(0, 2), lost: [window] }),
    {
      en: "The window of 90 cm no longer fits its wall and was taken out. The door 1 and the window were moved along the wall to fit.",
      sv: "Fönstret på 90 cm får inte längre plats på sin vägg och togs bort. Dörr 1 och fönstret flyttades längs väggen för att få plats.",
      de: "Das Fenster mit 90 cm passt nicht mehr in die Wand und wurde entfernt. Tür 1 und das Fenster wurden passend an der Wand entlang verschoben.",
    },
  ],
  [
    () => problemOf(1000),
    {
      en: "The ceiling would be 100 cm high, expected 150 cm to 1,000 cm.",
      sv: "Taket skulle vara 100 cm högt, men ska vara 150 cm till 1\u00A0000 cm.",
      de: "Die Decke wäre 100 cm hoch, erwartet wird 150 cm bis 1.000 cm.",
    },
  ],
  [
    () => problemOf(2000),
    {
      en: "The door 1 would reach up to 205 cm, expected 0 cm to 200 cm.",
      sv: "Dörr 1 skulle nå upp till 205 cm, men ska vara 0 cm till 200 cm.",
      de: "Tür 1 würde bis 205 cm hinaufreichen, erwartet wird 0 cm bis 200 cm.",
    },
  ],
];

function problemOf(height: number): string {
  const outcome = withHeight(plan, height);
  if (!("problem" in outcome)) throw new Error(`${height} mm is no problem`);
  return problemSentence(outcome);
}

describe.each(languages)("in %s", (language) => {
  test.each(rows.map(([said, is]) => [is[language], said] as const))("%s", async (is, said) => {
    await speak(language);
    expect(said()).toBe(is);
  });
});
