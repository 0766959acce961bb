/** The frames of protocol/fixtures: one file, one frame. */
import { readdirSync, readFileSync } from "node:fs";
import type { ClientFrame, ServerFrame, WelcomeFrame } from "../protocol";

const folder = new URL("../../../../protocol/fixtures/", import.meta.url);

export interface Fixture {
  readonly name: string;
  readonly text: string;
}

export function fixtures(side: "client" | "server"): readonly Fixture[] {
  const names = readdirSync(new URL(`${side}/`, folder)).filter((name) => name.endsWith(".json"));
  return names.map((name) => ({ name, text: readFileSync(new URL(`${side}/${name}`, folder), "utf8") }));
}

export function serverFrames(): readonly ServerFrame[] {
  return fixtures("server").map(({ text }) => JSON.parse(text) as ServerFrame);
}

export function clientFrames(): readonly ClientFrame[] {
  return fixtures("client").map(({ text }) => JSON.parse(text) as ClientFrame);
}

/** The fixture's welcome: rev 24, the reader is tab-1, tab-2 holds armchair-1. */
export function welcomeFrame(changes: Partial<WelcomeFrame> = {}): WelcomeFrame {
  const frame = serverFrames().find((one) => one.type === "welcome" && one.room === "vardagsrum");
  return { ...(frame as WelcomeFrame), ...changes };
}
