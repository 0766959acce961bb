/** What the 3D view says to people. */

export const words = {
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
  camera: "Camera",
  zoom: "Zoom",
  zoomOut: "Further away",
  zoomIn: "Nearer",
  turnLeft: "Look from further left",
  turnRight: "Look from further right",
  whole: "Show the whole room",
  walk: "Walk at eye height",
  walkTitle: "Walk through the room at eye height, 1.6 m (E)",
  leave: "Look from outside",
  leaveTitle: "Look at the room from outside (E)",
  ahead: "Walk ahead",
  back: "Walk back",
  lookLeft: "Look left",
  lookRight: "Look right",
  download: "Download 3D model",
  downloadTitle: "Download 3D model (GLB)",
  notDownloaded: "The 3D model could not be made. Please try again.",
  untitled: "Room",
  dismiss: "Dismiss",
  yours: "Yours",
  unknown: "Unknown piece",
};

/** The keys of the 3D view, for the list of shortcuts. */
export const shortcuts: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["3"], "Floor plan or 3D"],
  [["E"], "3D: walk at eye height, or leave"],
  [["W", "A", "S", "D"], "3D: walk"],
  [["←", "↑", "↓", "→"], "3D, nothing selected: look around"],
];
