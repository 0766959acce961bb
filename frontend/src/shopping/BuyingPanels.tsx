/** The panel about buying that is open; what is in it comes when it is first opened. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { CloseIcon } from "../panels/icons";
import { useLoaded } from "../panels/lazy";
import * as delivery from "../delivery/titles";
import * as list from "./words";

export function BuyingPanels() {
  const { open } = useWorkshop().session.buying;
  if (open.value === undefined) return null;
  return open.value === "list" ? (
    <Panel key="list" heading={list.title} closing={list.close}>
      <List />
    </Panel>
  ) : (
    <Panel key="delivery" heading={delivery.title} closing={delivery.close}>
      <Delivery />
    </Panel>
  );
}

interface PanelProps {
  readonly heading: string;
  readonly closing: string;
  readonly children: ComponentChildren;
}

function Panel({ heading, closing, children }: PanelProps) {
  const { open } = useWorkshop().session.buying;
  const panel = useRef<HTMLElement>(null);
  // The way by Tab from where it was opened leads over all pieces of the plan.
  useEffect(() => panel.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open.value = undefined;
  };
  return (
    <aside
      ref={panel}
      id="buying"
      class="fit buying"
      tabIndex={-1}
      aria-labelledby="buying-title"
      onKeyDown={onKeyDown}
    >
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
  return panel ? <panel.ShoppingPanel /> : <p class="muted fit-head">{list.loading}</p>;
}

function Delivery() {
  const panel = useLoaded(() => import("../delivery/DeliveryPanel"));
  return panel ? <panel.DeliveryPanel /> : <p class="muted fit-head">{delivery.loading}</p>;
}
