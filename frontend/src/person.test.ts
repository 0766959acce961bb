import { expect, test } from "vitest";
import { rank } from "./person";

const HOUR = 3_600;
const token = (role: string, lastsFor: number) => {
  const claims = { role, exp: Math.floor(Date.now() / 1000) + lastsFor };
  return `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2lnbmVk`;
};

test("a token is kept before one that allows less", () => {
  const ranks = ["owner", "editor", "viewer", "gardener"].map((role) => rank(token(role, HOUR)));
  expect(ranks).toEqual([2, 1, 0, -1]);
});

test("whatever it allowed, a token that has expired gives way to every other", () => {
  expect(rank(token("owner", -HOUR))).toBeLessThan(rank(token("viewer", HOUR)));
});

test.each([null, "", "no.such.token"])("%o allows nothing", (none) => {
  expect(rank(none)).toBe(-1);
});
