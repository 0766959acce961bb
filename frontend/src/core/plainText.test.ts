import { expect, test } from "vitest";
import { plainText } from "./plainText";

test("what the server would refuse becomes what it takes", () => {
  expect(plainText(" Anna\tBerg\u0000 \n", 40)).toBe("Anna Berg");
  expect(plainText("half \ud83e and whole 🪑", 40)).toBe("half   and whole 🪑");
  expect(plainText("🪑🪑 🪑", 3)).toBe("🪑🪑");
  expect(plainText("\t", 40)).toBe("");
});
