/** One person's window on a room in 3D. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { RoomWindow } from "./roomWindow";

export class SpaceWindow {
  readonly canvas: Locator;
  readonly page: Page;

  private constructor(readonly window: RoomWindow) {
    this.page = window.page;
    this.canvas = window.page.locator(".space canvas");
  }

  static async open(window: RoomWindow): Promise<SpaceWindow> {
    await window.page.getByRole("button", { name: "3D", exact: true }).click();
    return new SpaceWindow(window).opened();
  }

  /** Of a window that opens in 3D by itself. */
  static async of(window: RoomWindow): Promise<SpaceWindow> {
    return new SpaceWindow(window).opened();
  }

  /** The button that stands for a piece, over its middle. */
  proxy(item: string): Locator {
    return this.page.locator(`.proxy[data-item="${item}"]`);
  }

  tag(holder: string): Locator {
    return this.page.locator(".space .tag", { hasText: holder });
  }

  /** The middle of a piece in pixels of the window. */
  async middle(item: string): Promise<{ x: number; y: number }> {
    const { x, y, width, height } = (await this.proxy(item).boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Presses on a piece's middle and holds on. */
  async press(item: string): Promise<void> {
    const { x, y } = await this.middle(item);
    await this.page.mouse.move(x, y, { steps: 3 });
    await this.page.mouse.down();
  }

  /** Moves the pointer by pixels, in steps that a hand would make. */
  async pull(item: string, dx: number, dy: number): Promise<void> {
    const { x, y } = await this.middle(item);
    await this.press(item);
    await this.page.mouse.move(x + dx, y + dy, { steps: 6 });
  }

  async expectLock(item: string, lock: "mine" | "other" | "asking" | "none"): Promise<void> {
    await expect(this.proxy(item)).toHaveAttribute("data-lock", lock);
  }

  /** Until the picture stays the same. */
  async rested(): Promise<void> {
    let before = "";
    await expect
      .poll(
        async () => {
          const [last, now] = [before, (await this.canvas.screenshot()).toString("base64")];
          before = now;
          return now === last;
        },
        { intervals: [400] },
      )
      .toBe(true);
  }

  /** What share of the picture's pixels is clearly of this hue, in thousandths. */
  async share(hue: "red" | "green" | "blue"): Promise<number> {
    const picture = (await this.canvas.screenshot()).toString("base64");
    // The page itself may not load pictures from anywhere; an empty one may.
    const viewer = await this.page.context().newPage();
    const share = await viewer.evaluate(
      async ([picture, channel]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        const pen = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
        pen.drawImage(image, 0, 0);
        const { data } = pen.getImageData(0, 0, image.width, image.height);
        let count = 0;
        for (let at = 0; at < data.length; at += 4) {
          const others = [0, 1, 2].filter((other) => other !== channel).map((other) => data[at + other]!);
          if (data[at + channel]! > 1.9 * Math.max(...others)) count++;
        }
        return (count / (data.length / 4)) * 1000;
      },
      [picture, ["red", "green", "blue"].indexOf(hue)] as const,
    );
    await viewer.close();
    return share;
  }

  private async opened(): Promise<this> {
    await expect(this.page.locator(".stage-area")).toHaveAttribute("data-view", "3d");
    await expect(this.page.locator(".proxy").first()).toBeAttached();
    return this;
  }
}
