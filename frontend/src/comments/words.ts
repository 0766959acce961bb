/** What the comments say about themselves. */

export const title = "Comments";
export const none = "Nobody has remarked on anything yet.";
export const send = "Send";
export const resolve = "Resolve";
export const aboutRoom = "The room";
export const removedPiece = "A piece that was removed";

/** The most characters of a comment (N1). */
export const MOST_CHARACTERS = 500;

export function count(comments: number): string {
  return comments === 0 ? "Comments" : `Comments, ${comments} open`;
}

export function field(piece: string | undefined): string {
  return piece === undefined ? "Remark on the room" : `Remark on ${piece}`;
}

export function resolveLabel(name: string, text: string): string {
  return `Resolve what ${name} wrote: ${text}`;
}

export function pinLabel(piece: string, comments: number): string {
  return `${comments === 1 ? "1 comment" : `${comments} comments`} on ${piece}`;
}

/** When, as short as it can be said: today by the clock, else by the date. */
export function when(at: number, now: number): string {
  const date = new Date(at);
  const today = new Date(now).toDateString() === date.toDateString();
  return today
    ? date.toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString(undefined, { day: "numeric", month: "short" });
}
