/** When the room cannot be reached any more: why, and what one can do. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { stopSentence } from "../core/format";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";

export function Stopped() {
  const { session } = useWorkshop();
  const reason = useComputed(() => {
    const { status } = session.view.value;
    return status.state === "stopped" ? status.reason : undefined;
  }).value;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), [reason]);
  if (reason === undefined) return null;
  const words = texts().page;
  return (
    <dialog
      ref={dialog}
      class="stopped"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="stopped-title"
      aria-describedby="stopped-reason"
      data-reason={reason}
      // Escape closes it, and there is nothing to go back to.
      onClose={() => dialog.current?.showModal()}
    >
      <h2 id="stopped-title">{reason === "replaced" ? words.replacedTitle : words.stoppedTitle}</h2>
      <p id="stopped-reason">{stopSentence(reason)}</p>
      <div class="stopped-actions">
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {reason === "replaced" ? words.useHere : words.tryAgain}
        </button>
        <a class="button" href="/">
          {words.toStart}
        </a>
      </div>
    </dialog>
  );
}
