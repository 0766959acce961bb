/** A button with a small panel under the bar. The browser closes it on Escape and on a press elsewhere. */
import type { ComponentChildren } from "preact";

interface PopoverProps {
  readonly id: string;
  readonly label: string;
  readonly className: string;
  readonly button: ComponentChildren;
  readonly children: ComponentChildren;
  readonly onToggle?: (open: boolean) => void;
}

export function Popover({ id, label, className, button, children, onToggle }: PopoverProps) {
  return (
    <>
      <button type="button" class={className} popovertarget={id} aria-label={label} title={label}>
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        class="popover"
        role="dialog"
        aria-label={label}
        onToggle={onToggle && ((event) => onToggle(event.newState === "open"))}
      >
        {children}
      </div>
    </>
  );
}
