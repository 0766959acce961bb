/** Taking the room along. */
export const takeaway = {
  untitled: "Room",
  paper: "Paper",
  /** Each way's name, and what one gets. */
  ways: {
    png: ["Picture", "The floor plan with its measures, for messages and documents"],
    svg: ["Drawing", "The same in lines, to scale and sharp at any size"],
    pdf: ["On paper", "To a round scale, and the shopping list. Your browser prints it, or saves it as PDF."],
    glb: ["3D model", "Walls and furniture in metres, for other 3D programs"],
    json: ["Data", "Room, pieces and products, for programs"],
  } as Record<"png" | "svg" | "pdf" | "glb" | "json", readonly [name: string, about: string]>,
  saved: (file: string) => `Saved as ${file}`,
  failed: (kind: string, reason: string) => `The ${kind} file could not be made. ${reason}`,
  again: "Please try again.",
  noPicture: "This browser could not draw it. The SVG file holds the same.",
  scaleOn: (scale: number, paper: string) => `1:${scale} on ${paper}`,
  columns: { count: "Count", name: "Name", article: "Article", size: "Size", each: "Each", price: "Price" },
};
