/** A wooden floor, drawn once: boards of different length and tone, in greys that the theme's colour is put over. */
import { CanvasTexture, RepeatWrapping, SRGBColorSpace } from "three";
import { scatter } from "../models/parts";

/** The texture's side, in metres and in pixels. */
const SIDE = 2.4;
const PIXELS = 1024;
const BOARDS = 16;

export function planks(): CanvasTexture {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = PIXELS;
  const pen = canvas.getContext("2d")!;
  const high = PIXELS / BOARDS;
  for (let row = 0; row < BOARDS; row++) {
    const start = scatter(row * 3 + 1) * PIXELS;
    const joint = start + PIXELS * (0.38 + scatter(row * 5 + 2) * 0.24);
    board(pen, row, start, joint - start, high);
    board(pen, row + BOARDS, joint, PIXELS - (joint - start), high, row);
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.repeat.set(1 / SIDE, 1 / SIDE);
  texture.anisotropy = 8;
  return texture;
}

/** What runs over the right edge goes on at the left one. */
function board(pen: CanvasRenderingContext2D, seed: number, x: number, width: number, high: number, row = seed): void {
  const light = 238 + Math.round(scatter(seed * 7) * 17);
  for (const left of [x, x - PIXELS]) {
    pen.fillStyle = `rgb(${light}, ${light - 2}, ${light - 5})`;
    pen.fillRect(left, row * high, width, high);
    for (let line = 0; line < 7; line++) {
      const from = left + scatter(seed * 11 + line) * width * 0.7;
      pen.fillStyle = `rgb(120 90 60 / ${0.025 + scatter(seed + line) * 0.035})`;
      pen.fillRect(
        from,
        row * high + scatter(seed * 13 + line) * (high - 3),
        width * (0.15 + 0.15 * scatter(line)),
        1.5,
      );
    }
    pen.fillStyle = "rgb(70 50 30 / 0.30)";
    pen.fillRect(left, row * high, width, 1.4);
    pen.fillRect(left, row * high, 1.6, high);
  }
}
