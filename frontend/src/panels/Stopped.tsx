/** When the room cannot be reached any more: why, and what one can do. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { stopSentence } from "../core/format";
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
        <h2 id="stopped-title">{reason === "replaced" ? "Open somewhere else" : "You are not in the room"}</h2>
        <p id="stopped-reason">{stopSentence(reason)}</p>
        <div class="stopped-actions">
          <button type="button" class="button primary" ref={button} onClick={() => location.reload()}>
            {reason === "replaced" ? "Use it here" : "Try again"}
          </button>
          <a class="button" href="/">
            Start page
          </a>
        </div>
      </div>
    </div>
  );
}
