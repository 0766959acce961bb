import { expect, test } from "vitest";
import { readMeasure } from "./measure";

test("reads centimetres and metres as people write them", () => {
  expect(readMeasure("width", "400")).toEqual({ millimetres: 4000 });
  expect(readMeasure("width", " 412,5 cm ")).toEqual({ millimetres: 4125 });
  expect(readMeasure("depth", "4.25 M")).toEqual({ millimetres: 4250 });
  expect(readMeasure("depth", "13 ft 9")).toEqual({ millimetres: 4191 });
});

test("says what was wrong and what was expected", () => {
  for (const text of ["", "wide", "9", "3001", "31 m", "-400", "4 00"]) {
    const answer = readMeasure("depth", text);
    expect(answer).toEqual({
      field: "depth",
      problem: `The depth should be a number from 10 to 3000 cm, not “${text}”.`,
    });
  }
});
