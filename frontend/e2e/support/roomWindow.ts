/** One person's window on a room: what they see, and their hands. Lengths are millimetres of the room. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { Pose } from "../../src/core/protocol";
import { stillPage } from "./still";

export class RoomWindow {
  readonly plan: Locator;
  readonly stage: Locator;
  readonly pieces: Locator;
  readonly banner: Locator;
  readonly notice: Locator;
  readonly stopped: Locator;
  readonly title: Locator;
  readonly turnHandle: Locator;
  readonly label: Locator;
  readonly avatars: Locator;

  constructor(readonly page: Page) {
    this.plan = page.locator("svg.plan");
    this.stage = page.locator(".stage");
    this.pieces = page.locator("g.piece");
    this.banner = page.locator("[role=status][data-banner]");
    this.notice = page.locator(".notice[data-notice]");
    this.stopped = page.locator(".stopped");
    this.title = page.getByLabel("Name of the room");
    this.turnHandle = page.locator(".turn-handle");
    this.label = page.locator(".marks > .label");
    this.avatars = page.locator("button.people .avatar");
  }

  /** Until this window has joined the room and drawn it. */
  async joined(mode: "edit" | "view" = "edit"): Promise<this> {
    await expect(this.plan).toHaveAttribute("data-mode", mode);
    return this;
  }

  /** Until this window, which has lost its line, is let in again: what it shows meanwhile is from before. */
  comesBack(): Promise<void> {
    return new Promise((resolve) => {
      this.page.on("websocket", (socket) => {
        socket.on("framereceived", ({ payload }) => String(payload).startsWith('{"type":"resumed"') && resolve());
      });
    });
  }

  piece(item: string): Locator {
    return this.page.locator(`g.piece[data-item="${item}"]`);
  }

  outline(item: string): Locator {
    return this.piece(item).locator(".outline");
  }

  card(sku: string): Locator {
    return this.page.locator(`.card[data-sku="${sku}"]`);
  }

  /** The tag over a piece that somebody has. */
  tag(holder: string): Locator {
    return this.page.locator(".marks > .tag", { hasText: holder });
  }

  cursorOf(name: string): Locator {
    return this.page.locator("[data-cursor]", { hasText: name });
  }

  /** Where a piece is, once the window has drawn all that it knows by now: it draws with the next frame. */
  async pose(item: string): Promise<Pose> {
    await this.page.evaluate(() => new Promise(requestAnimationFrame));
    return this.#drawn(item);
  }

  async expectPose(item: string, pose: Partial<Pose>): Promise<void> {
    await expect.poll(() => this.#drawn(item), `where ${item} is`).toMatchObject(pose);
  }

  async #drawn(item: string): Promise<Pose> {
    const transform = (await this.piece(item).getAttribute("transform")) ?? "";
    const [x, y, rotation] = (transform.match(/-?[\d.]+/g) ?? []).map(Number);
    return { x: x ?? NaN, y: y ?? NaN, rotation: rotation ?? NaN };
  }

  async expectLock(item: string, lock: "mine" | "other" | "asking" | "none"): Promise<void> {
    await expect(this.piece(item)).toHaveAttribute("data-lock", lock);
  }

  /**
   * A point of the room in pixels of the window, once nothing is in the way and the plan lies still: it travels to where
   * all of it is in sight, and learns a frame later that its place has become another one.
   */
  async pixels(x: number, y: number): Promise<{ x: number; y: number }> {
    await stillPage(this.page);
    return this.plan.evaluate(
      async (svg: SVGSVGElement, [x, y]) => {
        for (let [before, still] = ["", 0]; still < 3;) {
          await new Promise(requestAnimationFrame);
          const { a, e, f } = svg.getScreenCTM()!;
          const now = `${a} ${e} ${f}`;
          still = now === before ? still + 1 : 0;
          before = now;
        }
        const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()!);
        return { x: at.x, y: at.y };
      },
      [x, y] as const,
    );
  }

  /** Moves the pointer to a point of the room, in steps that a hand would make. */
  async pointAt(x: number, y: number): Promise<void> {
    const at = await this.pixels(x, y);
    await this.page.mouse.move(at.x, at.y, { steps: 6 });
  }

  /** Presses on a piece's middle and holds on. */
  async press(item: string): Promise<void> {
    const { x, y } = await this.pose(item);
    await this.pointAt(x, y);
    await this.page.mouse.down();
  }

  async release(): Promise<void> {
    await this.page.mouse.up();
  }

  /** Selects a piece by a press, until the lock that every press asks for has come and gone. */
  async select(item: string): Promise<void> {
    await this.press(item);
    await this.expectLock(item, "mine");
    await this.release();
    await this.expectLock(item, "none");
  }

  async drag(item: string, x: number, y: number): Promise<void> {
    await this.press(item);
    await this.pointAt(x, y);
    await this.release();
  }

  /** Drags a product from the catalogue to a point of the room. */
  async dragFromCatalogue(sku: string, x: number, y: number): Promise<void> {
    await this.card(sku).hover();
    await this.page.mouse.down();
    await this.pointAt(x, y);
    await this.release();
  }

  /** Changes the name that the others see. */
  async changeName(name: string): Promise<void> {
    await this.page.locator("button.people").click();
    await this.page.getByLabel("What may the others call you?").fill(name);
    await this.page.keyboard.press("Enter");
  }

  /** Waits until somebody of this name is here. */
  async expectPresent(name: string): Promise<void> {
    await expect(this.page.locator("button.people").getByTitle(name, { exact: true })).toBeVisible();
  }

  /** Presses Tab until an element has the focus, as somebody without a pointer would. */
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const focused = () => target.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 80; presses++) {
      if (await focused()) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${target}`);
  }

  /** When a banner comes up, epoch ms, as the page itself sees it. */
  async bannerShown(): Promise<number> {
    return this.page.evaluate(
      () =>
        new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector("[data-banner]")) return;
            observer.disconnect();
            resolve(Date.now());
          }).observe(document.body, { subtree: true, childList: true });
        }),
    );
  }

  async computed(target: Locator, property: string): Promise<string> {
    return target.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), property);
  }
}
