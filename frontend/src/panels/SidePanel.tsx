/** The panel beside the plan. There is room for one: opening one closes the other. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SidePanelName } from "../session";
import { useWorkshop } from "./context";
import { CloseIcon } from "./icons";

/** What an arrow key scrolls, as in browsers, px. */
const LINE = 40;

interface SidePanelProps {
  readonly id: string;
  readonly className: string;
  readonly heading: string;
  /** Beside the heading, and told when it changes. */
  readonly note?: string;
  /** What the button that closes it says. */
  readonly closing: string;
  /** Whether the focus goes into it: where the way by Tab would lead over all pieces of the plan. */
  readonly takesFocus?: boolean;
  readonly children: ComponentChildren;
}

export function SidePanel({ id, className, heading, note, closing, takesFocus, children }: SidePanelProps) {
  const { panel } = useWorkshop().session;
  const place = useRef<HTMLElement>(null);
  const close = () => (panel.value = undefined);
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === place.current) scroll(event, place.current?.querySelector("[data-scrolls]"));
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  return (
    <aside
      ref={place}
      id={id}
      class={`side-panel ${className}`}
      tabIndex={takesFocus ? -1 : undefined}
      aria-labelledby={`${id}-title`}
      onKeyDown={onKeyDown}
    >
      <header class="side-panel-head">
        <h2 id={`${id}-title`} tabIndex={-1}>
          {heading}
        </h2>
        {note !== undefined && (
          <span class="muted" role="status">
            {note}
          </span>
        )}
        <button type="button" class="button plain square small" aria-label={closing} onClick={close}>
          <CloseIcon />
        </button>
      </header>
      {children}
    </aside>
  );
}

/** A panel that took the focus is not what scrolls: its content is, marked with `data-scrolls`. */
function scroll(event: KeyboardEvent, content: Element | null | undefined): void {
  const page = (content?.clientHeight ?? 0) * 0.9;
  const down = { ArrowDown: LINE, ArrowUp: -LINE, " ": event.shiftKey ? -page : page }[event.key];
  if (down === undefined) return;
  content?.scrollBy({ top: down });
  event.preventDefault();
}

/** For the button that opens one of these panels: whoever closed it from inside goes on from the button. */
export function useOpener(...names: readonly SidePanelName[]) {
  const { panel } = useWorkshop().session;
  const open = panel.value !== undefined && names.includes(panel.value);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return { button, open };
}
