/** Whether the furniture fits, live: asked anew, at most once a frame, whenever the plan or a piece changes. */
import { computed, effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Catalogue } from "./core/catalogue";
import type { DesignerView } from "./core/designer";
import type { Check } from "./fit/checks";
import type { SidePanelName } from "./session";

/** An answer that takes longer than this share of a frame is asked for less often, so that dragging stays smooth. */
const PROMPT_MS = 8;

type Engine = typeof import("./fit/fit");

export class Fitting {
  /** The worst first; undefined until the first answer. */
  readonly checks: ReadonlySignal<readonly Check[] | undefined>;
  /** Whether its panel is open. */
  readonly open: ReadonlySignal<boolean>;
  /** The key of the check that somebody looks at in the panel. */
  readonly pointed: Signal<string | undefined> = signal(undefined);

  readonly #checks: Signal<readonly Check[] | undefined> = signal(undefined);
  #engine: Engine | undefined;
  #loading = false;
  #frame = 0;
  #resting = false;
  /** What the latest answer is about. */
  #asked: readonly unknown[] = [];

  constructor(
    private readonly view: ReadonlySignal<DesignerView>,
    private readonly catalogue: ReadonlySignal<Catalogue | undefined>,
    panel: ReadonlySignal<SidePanelName | undefined>,
  ) {
    this.open = computed(() => panel.value === "checks");
    this.checks = this.#checks;
    effect(() => {
      void [view.value, catalogue.value];
      untracked(() => this.#schedule());
    });
  }

  #schedule(): void {
    if (!this.view.value.room || !this.catalogue.value) return;
    if (!this.#engine) void this.#load();
    else if (!this.#resting)
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#ask();
      });
  }

  #rest(ms: number): void {
    this.#resting = true;
    setTimeout(() => {
      this.#resting = false;
      this.#schedule();
    }, ms);
  }

  /** The page is drawn and used before the engine is there, so it comes by itself. */
  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      this.#engine = await import("./fit/fit");
      this.#schedule();
    } catch {
      // The server may be starting again; the next change asks for it anew.
    } finally {
      this.#loading = false;
    }
  }

  #ask(): void {
    const { room, shown } = this.view.value;
    const products = this.catalogue.value?.bySku;
    if (!room || !products || !this.#engine) return;
    const about = [room.plan, shown, products];
    if (about.every((part, index) => part === this.#asked[index])) return;
    this.#asked = about;
    const start = performance.now();
    this.#checks.value = this.#engine.fit(room.plan, shown.values(), products);
    const took = performance.now() - start;
    if (took > PROMPT_MS) this.#rest(4 * took);
  }
}
