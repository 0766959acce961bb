/** What is printed instead of the page while the panel is open: the plan to scale, then the shopping list. */
import { shoppingList } from "../shopping/list";
import { drawingPage, type Drawn } from "./drawing";
import { listPage } from "./listPage";
import type { Paper } from "./scale";

/** Puts the pages into the document, brings them up to date before they are printed, and takes them out again. */
export function layPaper(drawn: () => Drawn | undefined, paper: () => Paper): { refresh(): void; remove(): void } {
  const pages = document.createElement("div");
  pages.className = "paper";
  const refresh = () => {
    const room = drawn();
    pages.dataset.size = paper().name;
    pages.innerHTML = room ? pagesOf(room, paper()) : "";
  };
  document.body.append(pages);
  addEventListener("beforeprint", refresh);
  refresh();
  return {
    refresh,
    remove() {
      removeEventListener("beforeprint", refresh);
      pages.remove();
    },
  };
}

function pagesOf(drawn: Drawn, paper: Paper): string {
  const list = shoppingList(drawn.items, drawn.products);
  return (
    `<section class="paper-plan">${drawingPage(drawn, paper)}</section>` +
    (list.pieces === 0 ? "" : `<section class="paper-list">${listPage(drawn.title, list, drawn.date)}</section>`)
  );
}
