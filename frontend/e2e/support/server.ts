/** A real server on a data folder of its own: started, killed without warning, started again. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Item, Lock, Obstacle, Opening, ServerFrame } from "../../src/core/protocol";
import { java, jar, jvmOptions, projectFolder } from "./project";

export interface RoomState {
  readonly rev: number;
  readonly title: string;
  readonly outline: readonly (readonly [number, number])[];
  readonly height: number;
  readonly openings: readonly Opening[];
  /** Left out where there are none. */
  readonly obstacles?: readonly Obstacle[];
  readonly items: readonly Item[];
  readonly locks: readonly Lock[];
}

/** An event of a room's journal. */
export type JournalEvent = Extract<ServerFrame, { at: number }>;

const START_MS = 40_000;

export class RoomServer {
  readonly #folder: string;
  readonly #options: readonly string[];
  readonly #settings: Readonly<Record<string, string>>;
  readonly #log: string[] = [];
  #process: ChildProcess | undefined;
  #port = 0;

  private constructor(folder: string, options: readonly string[], settings: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#options = options;
    this.#settings = settings;
  }

  /** Ready to serve when it resolves. Takes options of `homstyle serve` and `HOMSTYLE_…` variables. */
  static async start(options: readonly string[] = [], settings: Record<string, string> = {}): Promise<RoomServer> {
    const server = new RoomServer(await mkdtemp(join(tmpdir(), "homstyle-e2e-")), options, settings);
    await server.#launch(["-jar", jar]);
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  get journalFile(): string {
    return join(this.#folder, "data", "journal.db");
  }

  /** The same port, the same data; a server that was not killed is. */
  async startAgain(): Promise<void> {
    await this.kill();
    await this.#launch(["-jar", jar]);
  }

  /** As `startAgain`, but another build: its page differs by a comment. */
  async startUpgraded(): Promise<void> {
    await this.kill();
    const web = join(this.#folder, "upgrade", "web");
    const page = await readFile(join(projectFolder, "frontend/dist/room.html"), "utf8");
    await mkdir(web, { recursive: true });
    await writeFile(join(web, "room.html"), `${page}<!-- another build -->\n`);
    await this.#launch(["-cp", `${join(this.#folder, "upgrade")}:${jar}`, "homstyle.Main"]);
  }

  /** SIGKILL: nothing is finished, nobody is told. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, "exit");
    running.kill("SIGKILL");
    await ended;
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The journal of a room, oldest first. */
  async events(room: string, token?: string): Promise<JournalEvent[]> {
    const lines = await (await this.#get(`/api/rooms/${room}/events`, token)).text();
    return lines
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as JournalEvent);
  }

  async state(room: string, token?: string): Promise<RoomState> {
    return (await (await this.#get(`/api/rooms/${room}`, token)).json()) as RoomState;
  }

  async #get(path: string, token: string | undefined): Promise<Response> {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(this.origin + path, { headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  async #launch(program: readonly string[]): Promise<void> {
    const data = join(this.#folder, "data");
    const serve = ["serve", "--port", String(this.#port), "--data", data, ...this.#options];
    const started = spawn(java(), [jvmOptions, ...program, ...serve], {
      env: { ...withoutSettings(process.env), ...this.#settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = started;
    process.once("exit", () => started.kill("SIGKILL"));
    for (const stream of [started.stdout!, started.stderr!])
      createInterface(stream).on("line", (line) => this.#log.push(line));
    const deadline = AbortSignal.timeout(START_MS);
    const address = await new Promise<string>((resolve, reject) => {
      createInterface(started.stdout!).on("line", (line) => {
        const printed = /http:\/\/\S+/.exec(line)?.[0];
        if (printed !== undefined) resolve(printed);
      });
      started.once("exit", () => reject(this.#failure("ended before it was open")));
      deadline.addEventListener("abort", () => {
        // Java says what its threads are doing.
        started.kill("SIGQUIT");
        setTimeout(() => reject(this.#failure(`was not open within ${START_MS} ms`)), 2_000);
      });
    });
    this.#port = Number(new URL(address).port);
    const ready = await fetch(`${this.origin}/ready`, { signal: deadline });
    if (!ready.ok) throw this.#failure(`answered ${ready.status} to /ready`);
  }

  #failure(what: string): Error {
    return new Error(`The server ${what}. Its last words:\n${this.#log.slice(-300).join("\n")}`);
  }
}

/** Whoever runs the tests may have a server of their own, set up by the same variables. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("HOMSTYLE_")));
}
