/** Short sentences for people: warm, brief, and saying what one can do. */
import type { StopReason } from "./connection";
import type { Notice } from "./notices";
import type { RejectedFrame, UnlockReason } from "./protocol";

const STOPPED: Record<StopReason, string> = {
  "bad-address": "This is not a room address. Please check the link.",
  "token-refused": "Your invitation is missing or no longer valid. Please ask for a new link.",
  "not-allowed": "You do not have access to this room. Please ask for a link to it.",
  "no-such-room": "This room does not exist, or no longer does.",
  replaced: "This room is open in another tab. Continue there, or reload to use it here.",
  closed: "You have left the room.",
};

/** Why the room cannot be reached any more. */
export function stopSentence(reason: StopReason): string {
  return STOPPED[reason];
}

export function busySentence(name: string | undefined): string {
  return `${name ?? "Someone else"} is moving this right now`;
}

export const viewerSentence = "You are here as a viewer. Ask for an edit link to change the room.";
export const upgradeSentence = "HÖMSTYLE Rooms has a new version. It loads in a moment.";

/** Why a lock ended that this tab held. */
export function lostSentence(reason: UnlockReason | undefined): string {
  if (reason === "expired") return "Your hold on this piece ran out, so it went back.";
  if (reason === "forced") return "The room's owner took this piece over, so it went back.";
  return "The connection was away for too long, so this piece went back.";
}

/** What a refused change means: the kind of notice and its text. */
export function refusal(rejected: RejectedFrame): Pick<Notice, "kind" | "text"> {
  switch (rejected.code) {
    case "locked":
      return { kind: "refused", text: busySentence(rejected.name) };
    case "not-locked":
    case "stale-lock":
      return { kind: "lost", text: lostSentence(undefined) };
    case "forbidden":
      return { kind: "readonly", text: viewerSentence };
    case "unknown-item":
      return { kind: "failed", text: "This piece is no longer in the room." };
    case "unknown-sku":
      return { kind: "failed", text: "This product is no longer available." };
    case "room-full":
      return { kind: "failed", text: "The room is full. Remove something to make space." };
    case "nothing-to-undo":
      return { kind: "failed", text: "There is nothing of yours left to take back." };
    case "unavailable":
      return { kind: "failed", text: `This change was not saved. ${rejected.message}` };
    default:
      return { kind: "failed", text: `This change was not possible: ${rejected.message}` };
  }
}
