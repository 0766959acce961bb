/** The panel about buying that is open; what is in it comes when it is first opened. */
import type { ComponentChildren } from "preact";
import { useWorkshop } from "../panels/context";
import { CloseIcon } from "../panels/icons";
import { useLoaded } from "../panels/lazy";
import { close, loading, title } from "./words";

export function BuyingPanels() {
  const { open } = useWorkshop().session.buying;
  return open.value === "list" ? (
    <Panel heading={title} closing={close}>
      <List />
    </Panel>
  ) : null;
}

interface PanelProps {
  readonly heading: string;
  readonly closing: string;
  readonly children: ComponentChildren;
}

function Panel({ heading, closing, children }: PanelProps) {
  const { open } = useWorkshop().session.buying;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open.value = undefined;
  };
  return (
    <aside id="buying" class="fit buying" aria-labelledby="buying-title" onKeyDown={onKeyDown}>
      <header class="fit-head">
        <h2 id="buying-title">{heading}</h2>
        <button
          type="button"
          class="button plain square small"
          aria-label={closing}
          onClick={() => (open.value = undefined)}
        >
          <CloseIcon />
        </button>
      </header>
      {children}
    </aside>
  );
}

function List() {
  const panel = useLoaded(() => import("./ShoppingPanel"));
  return panel ? <panel.ShoppingPanel /> : <p class="muted fit-head">{loading}</p>;
}
