/** A tab that is older than its server: it loads again, once for each version, and not while something is under way. */
import type { KeyStorage } from "./resumeKey";

const KEPT = "homstyle.reloaded";
const FIRST_MS = 2_000;
const AGAIN_MS = 500;

export interface UpgradeOptions {
  /** The build this page came with; undefined: never reload. */
  readonly version: string | undefined;
  readonly storage: KeyStorage | undefined;
  readonly announce: () => void;
  readonly busy: () => boolean;
  readonly reload: () => void;
}

export class Upgrade {
  readonly #options: UpgradeOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: UpgradeOptions) {
    this.#options = options;
  }

  /** Told with each admission which build the server is. */
  serverIs(version: string): void {
    const { version: own, storage, announce } = this.#options;
    if (own === undefined || own === version || this.#timer !== undefined) return;
    // Some cache still serves the old page: loading it again and again would help nobody.
    if (storage?.getItem(KEPT) === version) return;
    storage?.setItem(KEPT, version);
    announce();
    this.#timer = setTimeout(() => this.#whenQuiet(), FIRST_MS);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  #whenQuiet(): void {
    if (this.#options.busy()) this.#timer = setTimeout(() => this.#whenQuiet(), AGAIN_MS);
    else this.#options.reload();
  }
}
