/** What only screen readers say. */
import { signal } from "@preact/signals";

const BLANK = "\u00a0";

/** The latest sentence. They say what changes, so one that is said twice in a row differs by a blank that nobody hears. */
export class Spoken {
  readonly #text = signal("");

  get value(): string {
    return this.#text.value;
  }

  set value(sentence: string) {
    this.#text.value = this.#text.peek() === sentence ? sentence + BLANK : sentence;
  }
}
