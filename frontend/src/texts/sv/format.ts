import type { Texts } from "../en";

export const format: Texts["format"] = {
  units: { cm: "cm", in: "tum" },
  metre: "m",
  foot: "fot",
  squareMetre: "m²",
  squareFoot: "kvadratfot",
  examples: { cm: "420, 4,2 m eller 13 fot 9", in: "165, 13 fot 9 eller 4,2 m" },
  notALength: (field, typed, examples) => `${field} är ”${typed}”, men ska vara en längd som ${examples}.`,
  outOfRange: (field, is, least, most) => `${field} är ${is}, men ska vara ${least} till ${most}.`,
  notAnAngle: (field, typed) => `${field} är ”${typed}”, men ska vara hela grader från −360 till 360, till exempel 45.`,
  notAPositiveAngle: (field, typed, most) => `${field} är ”${typed}”, men ska vara hela grader från 0 till ${most}.`,
};
