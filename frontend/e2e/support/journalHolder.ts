/** Another process that holds a server's journal, so that the server cannot save. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { jar, java } from "./project";

export class JournalHolder {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Has the journal when it resolves. */
  static async take(journalFile: string): Promise<JournalHolder> {
    const program = fileURLToPath(new URL("HoldJournal.java", import.meta.url));
    const options = ["--enable-native-access=ALL-UNNAMED", "-cp", jar, program, journalFile];
    const process = spawn(java(), options, { stdio: ["pipe", "pipe", "inherit"] });
    const failed = once(process, "exit").then(([code]) => Promise.reject(new Error(`HoldJournal ended with ${code}`)));
    await Promise.race([once(process.stdout!, "data"), failed]);
    failed.catch(() => undefined);
    return new JournalHolder(process);
  }

  async release(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, "exit");
    this.#process.stdin!.end();
    await ended;
  }
}
