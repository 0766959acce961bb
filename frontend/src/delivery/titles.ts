/** What is said before the panel itself is here; the rest is in words.ts, which comes with it. */
export const title = "Will it get in?";
export const close = "Close “Will it get in?”";
export const loading = "One moment…";
