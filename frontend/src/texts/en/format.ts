import type { Unit } from "../../core/format";

/** Numbers, units and what was wrong with them. */
export const format = {
  units: { cm: "cm", in: "in" } as Record<Unit, string>,
  metre: "m",
  foot: "ft",
  squareMetre: "m²",
  squareFoot: "ft²",
  /** Of lengths as one may type them. */
  examples: { cm: "420, 4.2 m or 13 ft 9", in: "165, 13 ft 9 or 4.2 m" } as Record<Unit, string>,
  notALength: (field: string, typed: string, examples: string) =>
    `${field} is “${typed}”, expected a length such as ${examples}.`,
  outOfRange: (field: string, is: string, least: string, most: string) =>
    `${field} is ${is}, expected ${least} to ${most}.`,
  notAnAngle: (field: string, typed: string) =>
    `${field} is “${typed}”, expected whole degrees from −360 to 360, such as 45.`,
  notAPositiveAngle: (field: string, typed: string, most: number) =>
    `${field} is “${typed}”, expected whole degrees from 0 to ${most}.`,
};
