/** Taking back one's own changes, and only those. */
import { expect, test } from "./support/test";

test("U1 undo by one person leaves the other's work; redo brings it again, also after a reload", async ({ join }) => {
  const one = await join("Guest 1");
  const other = await join("Guest 2");
  const [mine, theirs] = [await one.pose("armchair"), await one.pose("sofa")];
  await one.drag("armchair", 1200, 3400);
  await one.expectLock("armchair", "none");
  await other.drag("sofa", theirs.x + 300, theirs.y + 100);
  await other.expectLock("sofa", "none");
  const [moved, left] = [await one.pose("armchair"), await other.pose("sofa")];
  expect(moved).not.toEqual(mine);

  await one.page.keyboard.press("Control+z");
  await other.expectPose("armchair", mine);
  await other.expectPose("sofa", left);

  await one.page.reload();
  await one.joined();
  await one.page.getByRole("button", { name: "Do again what I took back" }).click();
  await other.expectPose("armchair", moved);
  await one.page.getByRole("button", { name: "Take back my last change" }).click();
  await other.expectPose("armchair", mine);
  await other.expectPose("sofa", left);
  await one.page.keyboard.press("Control+z");
  await expect(one.notice).toContainText("nothing of yours left");
});
