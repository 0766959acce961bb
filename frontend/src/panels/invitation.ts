/** Asks the server for an invitation link to a room. */
import { texts } from "../texts/texts";

export type InvitedRole = "editor" | "viewer";

interface Inviter {
  readonly room: string;
  readonly origin: string;
  readonly token: string | undefined;
}

/** The whole link, or a sentence that says why there is none. */
export async function createInvitation(
  { room, origin, token }: Inviter,
  role: InvitedRole,
): Promise<{ link: string } | { problem: string }> {
  try {
    const response = await fetch(`${origin}/api/rooms/${room}/invitations`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ role }),
    });
    if (!response.ok) return { problem: problemOf(response) };
    const { link } = (await response.json()) as { link: string };
    return { link: new URL(link, origin).href };
  } catch {
    return { problem: texts().refusals.unreachable };
  }
}

/** The longest title of a room, in characters. */
const LONGEST_TITLE = 80;

export function copyTitle(title: string): string {
  const suffix = texts().people.copySuffix;
  return [...title].slice(0, LONGEST_TITLE - suffix.length).join("") + suffix;
}

/** Makes another room of the same layout; the address of it, or a sentence that says why there is none. */
export async function createCopy(
  { room, origin, token }: Inviter,
  title: string,
): Promise<{ link: string } | { problem: string }> {
  try {
    const response = await fetch(`${origin}/api/rooms/${room}/copies`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ title }),
    });
    if (!response.ok) return { problem: problemOf(response) };
    const made = (await response.json()) as { room: string; tokens: { owner: string } };
    return { link: new URL(`/rooms/${made.room}#token=${made.tokens.owner}`, origin).href };
  } catch {
    return { problem: texts().refusals.unreachable };
  }
}

/** What a refusal means, by its status: the words in its body are English, and for developers. */
export function problemOf({ status }: Pick<Response, "status">): string {
  const { statuses, status: other } = texts().refusals;
  return statuses[status] ?? other(status);
}
