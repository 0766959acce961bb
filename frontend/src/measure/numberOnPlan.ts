/** A number on the plan that is a field: typed and kept with Enter or on leaving, given up with Escape. */
import { element } from "../plan/elements";

export interface NumberActions {
  /** Takes what was typed; answers what was wrong with it. */
  readonly keep: (text: string) => string | undefined;
  /** The arrow keys: by so many of the unit that is shown. */
  readonly step: (by: number) => void;
}

let count = 0;

export class NumberOnPlan {
  readonly #input = element("input", "");
  readonly #problem = element("span", "dimension-problem");
  readonly box = element("div", "dimension", this.#input, this.#problem);
  #shown = "";
  #dirty = false;

  constructor(private readonly actions: NumberActions) {
    this.#problem.id = `dimension-problem-${++count}`;
    this.#problem.setAttribute("role", "alert");
    this.#input.setAttribute("aria-describedby", this.#problem.id);
    this.#input.autocomplete = "off";
    this.#input.spellcheck = false;
    this.#input.addEventListener("focus", () => this.#input.select());
    this.#input.addEventListener("blur", () => this.#keep());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("input", () => {
      this.#dirty = true;
      this.#fit();
    });
  }

  /** What it is now; what somebody is typing stays. */
  show(text: string, name: string, readOnly: boolean, touching: boolean): void {
    if (this.#input.getAttribute("aria-label") !== name) this.#input.setAttribute("aria-label", name);
    if (this.#input.readOnly !== readOnly) this.#input.readOnly = readOnly;
    this.box.classList.toggle("touching", touching);
    this.#shown = text;
    if (this.#dirty || this.#input.value === text) return;
    this.#input.value = text;
    this.#fit();
  }

  #key(event: KeyboardEvent): void {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") this.#keep();
    else if (event.key === "Escape") this.#escape();
    else if (way !== undefined && !this.#input.readOnly) {
      this.#keep();
      if (!this.#dirty) this.actions.step(way * (event.shiftKey ? 10 : 1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #escape(): void {
    if (!this.#dirty) return this.#input.blur();
    this.giveUp();
    this.#input.select();
  }

  #keep(): void {
    if (!this.#dirty) return;
    const problem = this.#input.value.trim() === this.#shown ? undefined : this.actions.keep(this.#input.value);
    if (problem === undefined) return this.giveUp();
    this.#problem.textContent = problem;
    this.#input.setAttribute("aria-invalid", "true");
  }

  /** Forgets what was typed. */
  giveUp(): void {
    this.#dirty = false;
    this.#problem.textContent = "";
    this.#input.removeAttribute("aria-invalid");
    this.#input.value = this.#shown;
    this.#fit();
  }

  #fit(): void {
    this.#input.style.width = `${Math.max(2, this.#input.value.length) + 1.6}ch`;
  }
}
