import { expect, test } from "vitest";
import { inkOn } from "./elements";

test("writes dark on light colours and light on dark ones", () => {
  expect(inkOn("#ffffff")).toBe("#16181b");
  expect(inkOn("#ffcb2e")).toBe("#16181b");
  expect(inkOn("#0a56a5")).toBe("#ffffff");
  expect(inkOn("#c2410c")).toBe("#ffffff");
});
