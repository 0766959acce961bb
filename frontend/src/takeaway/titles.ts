/** What the page says of taking the room along before the panel is opened. */

export const title = "Download";
export const heading = "Take the room along";
export const loading = "One moment…";
