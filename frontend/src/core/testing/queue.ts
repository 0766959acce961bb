/** Things that come one after another, for a test that waits for each. */
export class Queue<T> {
  readonly #come: T[] = [];
  readonly #wanted: ((thing: T) => void)[] = [];

  get waiting(): number {
    return this.#come.length;
  }

  push(thing: T): void {
    const wanted = this.#wanted.shift();
    if (wanted) wanted(thing);
    else this.#come.push(thing);
  }

  next(): Promise<T> {
    const thing = this.#come.shift();
    return thing === undefined ? new Promise((wanted) => this.#wanted.push(wanted)) : Promise.resolve(thing);
  }
}
