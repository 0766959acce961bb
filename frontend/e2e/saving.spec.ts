/** A server that cannot save for a while: changes wait, the person knows, and then all is saved once. */
import { JournalHolder } from "./support/journalHolder";
import { expect, test } from "./support/test";

test("E4 while the journal cannot be written changes wait, and afterwards each is saved once", async ({
  join,
  server,
  room,
}) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const journal = await JournalHolder.take(server.journalFile);
  await one.card("HS-POUF-52").focus();
  await one.page.keyboard.press("Enter");
  await one.title.fill("Saved later");
  await one.title.press("Enter");
  await expect(one.banner).toHaveAttribute("data-banner", "stalled", { timeout: 20_000 });
  await expect(one.banner).toHaveText(
    "The server cannot save just now. It will as soon as it can. Your 2 changes wait here.",
  );
  await expect(one.pieces).toHaveCount(4);
  await expect(one.title).toHaveValue("Saved later");
  await expect(other.pieces).toHaveCount(3);

  await journal.release();
  await expect(one.banner).toBeHidden({ timeout: 20_000 });
  await expect(other.title).toHaveValue("Saved later");
  await expect(other.pieces).toHaveCount(4);
  await expect(one.notice).toHaveCount(0);
  expect((await server.events(room)).map(({ rev, type }) => [rev, type])).toEqual([
    [1, "placed"],
    [2, "placed"],
    [3, "placed"],
    [4, "placed"],
    [5, "renamed"],
  ]);
});
