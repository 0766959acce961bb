/** Remarks on pieces and on the room. */
export const comments = {
  title: "Comments",
  none: "Nobody has remarked on anything yet.",
  send: "Send",
  resolve: "Resolve",
  aboutRoom: "The room",
  removedPiece: "A piece that was removed",
  count: (open: number) => (open === 0 ? "Comments" : `Comments, ${open} open`),
  onRoom: "Remark on the room",
  onPiece: (piece: string) => `Remark on ${piece}`,
  resolveOf: (name: string, text: string) => `Resolve what ${name} wrote: ${text}`,
  pin: (piece: string, comments: number) => `${comments === 1 ? "1 comment" : `${comments} comments`} on ${piece}`,
};

/** The view in three dimensions. */
export const view3d = {
  switchLabel: "View",
  plan: "2D",
  planTitle: "Floor plan (3)",
  space: "3D",
  spaceTitle: "Room in 3D (3)",
  loading: "Opening the 3D view…",
  noWebGl: "This browser cannot show 3D: WebGL is switched off or missing. The floor plan does everything else.",
  notLoaded: "The 3D view could not be loaded. Please try again in a moment.",
  view: "Room in 3D",
  pieces: "Pieces in the room",
  dismiss: "Dismiss",
};
