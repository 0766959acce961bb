/**
 * The key that makes a reloaded tab the same client again (R6). It is stored only while the page is being left and
 * taken out again on arrival: a browser copies the session storage of a tab that is duplicated, and the copy must not
 * resume, and so dismiss, its living sibling.
 */
export type KeyStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class ResumeKey {
  readonly #storage: KeyStorage | undefined;
  readonly #name: string;
  value: string | undefined;

  constructor(storage: KeyStorage | undefined, room: string) {
    this.#storage = storage;
    this.#name = `homstyle.resume.${room}`;
    this.value = storage?.getItem(this.#name) ?? undefined;
    this.claim();
  }

  /** The page is going: leaves the key for the next one in this tab. */
  keep(): void {
    if (this.value) this.#storage?.setItem(this.#name, this.value);
  }

  /** The page is here: nobody else may use the key. */
  claim(): void {
    this.#storage?.removeItem(this.#name);
  }

  forget(): void {
    this.value = undefined;
    this.claim();
  }
}

/** The tab's session storage; undefined where the browser forbids it. */
export function tabStorage(): KeyStorage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
