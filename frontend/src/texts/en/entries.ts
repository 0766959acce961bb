/** What is said of parts of the page before they are loaded; the rest of it comes with them. */
export const room = {
  edit: "Edit the room",
  look: "The room",
  title: "The room",
  notNow: "The room cannot be edited just now. Please try again in a moment.",
  editedBy: (name: string) => `${name} edits the room`,
};

export const delivery = {
  title: "Will it get in?",
  close: "Close “Will it get in?”",
  loading: "One moment…",
};

export const takeaway = {
  title: "Download",
  heading: "Take the room along",
  loading: "One moment…",
};
