import { useComputed } from "@preact/signals";
import { mayChange } from "../plan/locks";
import { useWorkshop } from "./context";
import { RedoIcon, UndoIcon } from "./icons";

/** Only the server knows whether something is left to take back, so the buttons are always there. */
export function UndoRedo({ className }: { readonly className: string }) {
  const { session } = useWorkshop();
  const may = useComputed(() => mayChange(session.view.value)).value;
  if (!may) return null;
  return (
    <div class={`undo-redo ${className}`} role="group" aria-label="Take back and do again">
      <button
        type="button"
        class="button plain square"
        aria-label="Take back my last change"
        title="Take back (Ctrl+Z)"
        onClick={() => session.designer.undo()}
      >
        <UndoIcon />
      </button>
      <button
        type="button"
        class="button plain square"
        aria-label="Do again what I took back"
        title="Do again (Ctrl+Shift+Z)"
        onClick={() => session.designer.redo()}
      >
        <RedoIcon />
      </button>
    </div>
  );
}
