import type { Texts } from "../en";

export const format: Texts["format"] = {
  units: { cm: "cm", in: "Zoll" },
  metre: "m",
  foot: "Fuß",
  squareMetre: "m²",
  squareFoot: "Quadratfuß",
  examples: { cm: "420, 4,2 m oder 13 Fuß 9", in: "165, 13 Fuß 9 oder 4,2 m" },
  notALength: (field, typed, examples) => `${field} ist „${typed}“, erwartet wird eine Länge wie ${examples}.`,
  outOfRange: (field, is, least, most) => `${field} ist ${is}, erwartet wird ${least} bis ${most}.`,
  notAnAngle: (field, typed) =>
    `${field} ist „${typed}“, erwartet werden ganze Grad von −360 bis 360, zum Beispiel 45.`,
  notAPositiveAngle: (field, typed, most) => `${field} ist „${typed}“, erwartet werden ganze Grad von 0 bis ${most}.`,
};
