/** The furnished room that a new server shows: nothing in it fails or is tight, so that it sells what it shows. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Item, Opening, Plan } from "../core/protocol";
import { fit } from "./fit";
import { lineOf, products } from "./testing";

const file = new URL("../../../app/src/main/resources/demo-room.json", import.meta.url);

interface DemoRoom extends Omit<Plan, "openings"> {
  readonly openings: readonly (Omit<Opening, "hinge" | "swing"> & Partial<Pick<Opening, "hinge" | "swing">>)[];
  readonly items: readonly Item[];
}

test("everything in the demo room fits", () => {
  const { items, ...plan } = JSON.parse(readFileSync(file, "utf8")) as DemoRoom;
  // As the server completes them (protocol, section 10).
  const openings = plan.openings.map((opening) => ({ hinge: "left" as const, swing: "in" as const, ...opening }));
  const checks = fit({ ...plan, openings }, items, products);
  const notPassed = checks.filter(({ verdict }) => verdict !== "passed").map(lineOf);
  expect(notPassed).toEqual(["covered: not-checked no-radiators"]);
});
