/** How one asks to be let in (C1 to C3), and what it means to be turned away (C5, E7). */
import { SUBPROTOCOL } from "./protocol";

/** Why a connection does not try again. */
export type StopReason = "bad-address" | "token-refused" | "not-allowed" | "no-such-room" | "replaced" | "closed";

export interface Applicant {
  readonly room: string;
  readonly name: string;
  readonly token?: string | undefined;
  readonly origin: string;
}

/** The last revision this tab holds, so that only what is missing is sent (R4). */
export function socketAddress({ room, name, origin }: Applicant, since: number | undefined): string {
  const address = new URL(`/api/rooms/${encodeURIComponent(room)}/socket`, origin);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.searchParams.set("name", name);
  if (since !== undefined) address.searchParams.set("since", String(since));
  return address.href;
}

/** Credentials travel as offered subprotocols, never in the URL (C3). */
export function subprotocols(token: string | undefined, resume: string | undefined): string[] {
  return [SUBPROTOCOL, ...(token ? [`homstyle.token.${token}`] : []), ...(resume ? [`homstyle.resume.${resume}`] : [])];
}

/** Browsers hide the status of a refused upgrade; this asks for it. `undefined`: try again later. */
export async function whyRefused(
  { room, token, origin }: Applicant,
  get: typeof fetch,
  withinMs: number,
): Promise<StopReason | undefined> {
  const address = new URL(`/api/rooms/${encodeURIComponent(room)}`, origin);
  try {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const response = await get(address, { headers, cache: "no-store", signal: AbortSignal.timeout(withinMs) });
    await response.body?.cancel();
    return STATUS_REASONS[response.status];
  } catch {
    // Not reachable, which is what a later attempt is for.
    return undefined;
  }
}

/** `undefined` for a farewell after which one may come back. */
export function byeReason(code: number): StopReason | undefined {
  return BYE_REASONS[code];
}

const STATUS_REASONS: Partial<Record<number, StopReason>> = {
  400: "bad-address",
  401: "token-refused",
  403: "not-allowed",
  404: "no-such-room",
};

const BYE_REASONS: Partial<Record<number, StopReason>> = {
  4401: "token-refused",
  4403: "not-allowed",
  4404: "no-such-room",
  4409: "replaced",
};
