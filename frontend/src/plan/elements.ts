/** Small help for the parts of the plan that are moved by hand every frame and therefore are no components. */

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** An icon from our own markup. */
export function drawn(markup: string): SVGSVGElement {
  const template = document.createElement("template");
  template.innerHTML = markup.trim();
  return template.content.firstElementChild as SVGSVGElement;
}

/** Puts an element at a point of the stage, in pixels; on whole ones of the screen, where text is sharp. */
export function moveTo(target: HTMLElement, x: number, y: number, further = ""): void {
  const sharp = (value: number) => Math.round(value * devicePixelRatio) / devicePixelRatio;
  target.style.transform = `translate(${sharp(x)}px, ${sharp(y)}px)${further}`;
}

/** Writing an attribute makes the browser draw anew even when it stays the same. */
export function attribute(target: Element, name: string, value: string): void {
  if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}

/** Elements by key: made when a key appears, removed when it goes. */
export class Keyed<E extends Element> {
  readonly #elements = new Map<string, E>();

  constructor(private readonly parent: Element) {}

  keep(keys: ReadonlySet<string>, make: (key: string) => E): ReadonlyMap<string, E> {
    for (const [key, gone] of this.#elements) {
      if (keys.has(key)) continue;
      gone.remove();
      this.#elements.delete(key);
    }
    for (const key of keys) {
      if (this.#elements.has(key)) continue;
      const made = make(key);
      this.parent.append(made);
      this.#elements.set(key, made);
    }
    return this.#elements;
  }
}

/** Black or white, whichever reads better on a colour given as #rrggbb. */
export function inkOn(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16) / 255));
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return luminance > 0.18 ? "#16181b" : "#ffffff";
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
}
