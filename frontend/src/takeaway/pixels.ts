/** A drawing as a picture of pixels. */

/** Pixels for each CSS pixel of the drawing: for sharp screens. */
const DENSITY = 2;

/** Fails where the browser cannot draw SVG on a canvas, or the picture is too large for it. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  // The page's content security policy lets pictures come from such addresses, and not from `blob:`.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * DENSITY);
  canvas.height = Math.round(image.naturalHeight * DENSITY);
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!file) throw new Error(`A canvas of ${canvas.width} × ${canvas.height} gave no picture`);
  return file;
}
