/** What this page is about, as signals that views read: the live room, the catalogue, and what the person is up to. */
import { effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import { loadCatalogue, type Catalogue } from "./core/catalogue";
import { Designer, type DesignerView } from "./core/designer";
import type { Product } from "./core/protocol";
import type { Guide } from "./core/snapping";
import { Fitting } from "./fitting";
import { Carried } from "./measure/carry";
import { Several } from "./group/several";
import { Tape } from "./measure/tape";
import { storedName, storeName } from "./person";
import { isTyping } from "./plan/keys";
import { Shaping } from "./shaping";
import { Spoken } from "./spoken";

/** A product in the hand of somebody who is about to place it, or to move it. */
export interface Picked {
  readonly product: Product;
  readonly rotation: number;
  /** Being dragged there; otherwise it waits for a tap on the spot. */
  readonly dragged: boolean;
  /** The piece that stands already and is moved. */
  readonly item?: string;
}

export type SidePanelName = "checks" | "pieces" | "shopping" | "delivery";

export interface SessionOptions {
  readonly room: string;
  readonly origin: string;
  readonly token: string | undefined;
  readonly version: string | undefined;
}

export class Session {
  readonly name: ReadonlySignal<string>;
  readonly view: ReadonlySignal<DesignerView>;
  readonly catalogue: Signal<Catalogue | undefined> = signal(undefined);
  readonly picked: Signal<Picked | undefined> = signal(undefined);
  readonly fitting: Fitting;
  /** What is open beside the plan. */
  readonly panel: Signal<SidePanelName | undefined> = signal(undefined);
  readonly shaping: Shaping = new Shaping();
  /** The client whose cursor the plan keeps in sight. */
  readonly following: Signal<string | undefined> = signal(undefined);
  readonly tape: Tape = new Tape(this);
  readonly carried: Carried = new Carried(this);
  readonly several: Several = new Several();
  /** What draws the piece in the hand. */
  readonly guides: Signal<readonly Guide[]> = signal([]);
  /** The latest sentence for screen readers. */
  readonly spoken: Spoken = new Spoken();

  readonly #name: Signal<string>;
  readonly #view: Signal<DesignerView>;
  #designer: Designer;
  #unsubscribe: () => void;

  constructor(readonly options: SessionOptions) {
    this.name = this.#name = signal(storedName());
    this.#designer = this.#newDesigner();
    this.view = this.#view = signal(this.#designer.view);
    this.#unsubscribe = this.#follow(this.#designer);
    this.fitting = new Fitting(this.view, this.catalogue, this.panel);
  }

  get designer(): Designer {
    return this.#designer;
  }

  open(): void {
    this.#designer.open();
    void this.#loadCatalogue(500);
  }

  /** Others learn a name when one joins, so a new one means joining again: as soon as nothing is under way. */
  changeName(name: string): void {
    if (name === this.#name.value) return;
    this.#name.value = name;
    storeName(name);
    this.#designer.leave();
    const stop = effect(() => {
      const { unsaved, holds, planHold } = this.#view.value;
      if (unsaved > 0 || holds.size > 0 || planHold === "asking" || this.#name.value !== name) return;
      // Kept, the room itself would be in the hands of somebody who is not here any more.
      if (planHold === "mine") return untracked(() => this.#designer.releasePlan());
      queueMicrotask(() => stop());
      untracked(() => this.#joinAgain());
    });
  }

  #joinAgain(): void {
    this.#unsubscribe();
    this.#designer.close();
    this.#designer = this.#newDesigner();
    this.#unsubscribe = this.#follow(this.#designer);
    this.#designer.open();
  }

  #newDesigner(): Designer {
    const { room, origin, token, version } = this.options;
    return new Designer({
      room,
      origin,
      name: this.#name.value,
      reload: () => location.reload(),
      // A remark that was begun stays in its form when that is closed.
      typing: () =>
        isTyping(document.activeElement) || !!document.querySelector<HTMLInputElement>(".comment-form input")?.value,
      ...(token === undefined ? {} : { token }),
      ...(version === undefined ? {} : { version }),
    });
  }

  /** While one joins again the room stays as it was last seen; how the line is, one must know nevertheless. */
  #follow(designer: Designer): () => void {
    return designer.subscribe(() => {
      const { room, you, title, shown } = this.#view.value;
      const { view } = designer;
      this.#view.value = view.room || !room ? view : { ...view, room, you, title, shown };
    });
  }

  async #loadCatalogue(pauseMs: number): Promise<void> {
    try {
      this.catalogue.value = await loadCatalogue(this.options.origin);
    } catch {
      // The server may be starting again; the plan keeps its first picture meanwhile.
      setTimeout(() => void this.#loadCatalogue(Math.min(pauseMs * 2, 10_000)), pauseMs);
    }
  }
}
