import { useComputed } from "@preact/signals";
import { mayChange } from "../plan/locks";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { RedoIcon, UndoIcon } from "./icons";

/** Only the server knows whether something is left to take back, so the buttons are always there. */
export function UndoRedo({ className }: { readonly className: string }) {
  const { session } = useWorkshop();
  const may = useComputed(() => mayChange(session.view.value)).value;
  if (!may) return null;
  const words = texts().page;
  return (
    <div class={`undo-redo ${className}`} role="group" aria-label={words.undoAndRedo}>
      <button
        type="button"
        class="button plain square"
        aria-label={words.undo}
        title={words.undoTitle}
        onClick={() => session.designer.undo()}
      >
        <UndoIcon />
      </button>
      <button
        type="button"
        class="button plain square"
        aria-label={words.redo}
        title={words.redoTitle}
        onClick={() => session.designer.redo()}
      >
        <RedoIcon />
      </button>
    </div>
  );
}
