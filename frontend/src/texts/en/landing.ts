/** The start page. The build writes these into it; in other languages the page itself does. */
export const landing = {
  title: "HÖMSTYLE Rooms: plan a room together",
  description: "Draw your room, place HÖMSTYLE furniture at its true size, and decide together before you buy.",
  language: "Language",
  openDemo: "Open the demo room",
  headline: "Try the room on before you buy.",
  lead: "Draw your room, place HÖMSTYLE furniture at its true size, and move it around together. Everyone sees every change the moment it happens.",
  name: "Name of the room",
  exampleName: "Living room",
  width: "Width",
  depth: "Depth",
  create: "Create room",
  noAccount: "No account needed.",
  justLooking: "Just looking?",
  walkIn: "Walk into the demo room.",
  guest1: "Guest 1",
  guest2: "Guest 2",
  promises: "What you can do",
  trueTitle: "True to size",
  trueText: "Every sofa, shelf and lamp is drawn from above, to the centimetre. If it fits here, it fits at home.",
  liveTitle: "Together, live",
  liveText: "Share one link. You see each other’s cursors, and a piece in someone’s hands is theirs until they let go.",
  safeTitle: "Nothing gets lost",
  safeText: "Each change is saved before anyone sees it. Close the tab, lose the train’s Wi-Fi, come back: all there.",
};

/** What the start page's form complains about. */
export const creating = {
  noName: "Please give the room a name.",
  badMeasure: {
    width: (least: number, most: number, typed: string) =>
      `The width should be a number from ${least} to ${most} cm, not “${typed}”.`,
    depth: (least: number, most: number, typed: string) =>
      `The depth should be a number from ${least} to ${most} cm, not “${typed}”.`,
  },
};
