/** Everybody else's pointers, with their names. */
import type { DesignerView } from "../core/designer";
import type { Cursor } from "../core/motion";
import { drawn, element, inkOn, Keyed, moveTo } from "./elements";
import pointer from "./pointer.svg?raw";
import { toStage, type Viewport } from "./viewport";

export class Cursors {
  readonly #cursors: Keyed<HTMLElement>;

  constructor(host: HTMLElement) {
    this.#cursors = new Keyed(host);
  }

  update(view: DesignerView, cursors: readonly Cursor[], viewport: Viewport): void {
    const places = new Map(cursors.map((cursor) => [`${cursor.client} ${nameOf(view, cursor.client)}`, cursor]));
    const shown = this.#cursors.keep(new Set(places.keys()), (key) => cursorOf(view, places.get(key)!.client));
    for (const [key, element] of shown) {
      const { x, y } = toStage(viewport, places.get(key)!);
      moveTo(element, x, y);
    }
  }
}

/** Somebody's pointer with their name. */
export function cursorOf(view: DesignerView, client: string): HTMLElement {
  const color = view.room?.clients.get(client)?.color ?? "#5c636a";
  const name = element("span", "cursor-name", nameOf(view, client));
  name.style.backgroundColor = color;
  name.style.color = inkOn(color);
  const cursor = element("div", "cursor", drawn(pointer), name);
  cursor.style.color = color;
  cursor.dataset.cursor = client;
  return cursor;
}

const nameOf = (view: DesignerView, client: string) => view.room?.clients.get(client)?.name ?? "";
