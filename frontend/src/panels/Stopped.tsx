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
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [reason]);
  if (reason === undefined) return null;
  const words = texts().page;
  return (
    <div
      class="stopped"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="stopped-title"
      aria-describedby="stopped-reason"
      data-reason={reason}
    >
      <div class="stopped-card">
        <h2 id="stopped-title">{reason === "replaced" ? words.replacedTitle : words.stoppedTitle}</h2>
        <p id="stopped-reason">{stopSentence(reason)}</p>
        <div class="stopped-actions">
          <button type="button" class="button primary" ref={button} onClick={() => location.reload()}>
            {reason === "replaced" ? words.useHere : words.tryAgain}
          </button>
          <a class="button" href="/">
            {words.toStart}
          </a>
        </div>
      </div>
    </div>
  );
}
