/** Whether the furniture fits, live: asked anew, at most once a frame, whenever the plan or a piece changes. */
import { batch, computed, effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Catalogue } from "./core/catalogue";
import type { DesignerView } from "./core/designer";
import type { Plan } from "./core/protocol";
import type { Check } from "./fit/checks";
import type { FitAnswer, FitQuestion } from "./fit/worker";
import type { SidePanelName } from "./session";

/** How long to wait before an engine that could not be loaded is asked for again. */
const AGAIN_MS = 2_000;

interface About {
  readonly plan?: Plan;
  readonly shown?: DesignerView["shown"];
  readonly products?: Catalogue["bySku"];
}

export class Fitting {
  /** The worst first; undefined until the first answer. */
  readonly checks: ReadonlySignal<readonly Check[] | undefined>;
  /** The plan that they are about, which may have changed since: openings and obstacles are named by their place in it. */
  readonly plan: ReadonlySignal<Plan | undefined>;
  /** Whether its panel is open. */
  readonly open: ReadonlySignal<boolean>;
  /** The key of the check that somebody looks at in the panel. */
  readonly pointed: Signal<string | undefined> = signal(undefined);

  readonly #checks: Signal<readonly Check[] | undefined> = signal(undefined);
  readonly #plan: Signal<Plan | undefined> = signal(undefined);
  #engine: Worker | undefined;
  #frame = 0;
  #waiting = false;
  /** What the latest question is about. */
  #asked: About = {};

  constructor(
    private readonly view: ReadonlySignal<DesignerView>,
    private readonly catalogue: ReadonlySignal<Catalogue | undefined>,
    panel: ReadonlySignal<SidePanelName | undefined>,
  ) {
    this.open = computed(() => panel.value === "checks");
    this.checks = this.#checks;
    this.plan = this.#plan;
    effect(() => {
      void [view.value, catalogue.value];
      untracked(() => this.#schedule());
    });
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#ask();
    });
  }

  #ask(): void {
    const { room, shown } = this.view.value;
    const products = this.catalogue.value?.bySku;
    if (!room || !products || this.#waiting) return;
    const { plan } = room;
    const last = this.#asked;
    const known = last.products === products;
    if (known && last.plan === plan && last.shown === shown) return;
    this.#asked = { plan, shown, products };
    this.#waiting = true;
    this.#engine ??= this.#start();
    const question: FitQuestion = { plan, items: [...shown.values()], ...(!known && { products }) };
    this.#engine.postMessage(question);
  }

  #start(): Worker {
    const engine = new Worker(new URL("./fit/worker.ts", import.meta.url), { type: "module", name: "fit" });
    engine.onmessage = ({ data }: MessageEvent<FitAnswer>) => {
      this.#waiting = false;
      batch(() => {
        this.#checks.value = data;
        this.#plan.value = this.#asked.plan;
      });
      this.#schedule();
    };
    // The server may be starting again.
    engine.onerror = () => {
      engine.terminate();
      this.#engine = undefined;
      this.#waiting = false;
      this.#asked = {};
      setTimeout(() => this.#schedule(), AGAIN_MS);
    };
    return engine;
  }
}
