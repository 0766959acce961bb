/** What one should know about the connection, quietly, one thing at a time. */
import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DesignerView } from "../core/designer";
import { mayChange } from "../plan/locks";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";

/** Short breaks heal unnoticed. */
const PATIENCE_MS = 5000;

type Kind = "upgrade" | "lost" | "stalled" | "viewer";

export function Banner() {
  const { session } = useWorkshop();
  const patienceEnded = useSignal(false);
  const lostSince = useComputed(() => {
    const { status } = session.view.value;
    return status.state === "lost" ? status.since : undefined;
  }).value;

  useEffect(() => {
    patienceEnded.value = false;
    if (lostSince === undefined) return undefined;
    const timer = setTimeout(() => (patienceEnded.value = true), Math.max(0, lostSince + PATIENCE_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [lostSince]);

  const kind = useComputed(() => kindOf(session.view.value, patienceEnded.value)).value;
  const unsaved = useComputed(() => session.view.value.unsaved).value;
  if (kind === undefined) return null;
  return (
    <div class={`banner ${kind}`} role="status" data-banner={kind}>
      <span class="banner-dot" aria-hidden="true" />
      <span>{sentence(kind, unsaved)}</span>
    </div>
  );
}

function kindOf(view: DesignerView, patienceEnded: boolean): Kind | undefined {
  if (view.notices.some((notice) => notice.kind === "upgraded")) return "upgrade";
  if (view.status.state === "lost" && patienceEnded) return "lost";
  if (view.status.saving === "stalled") return "stalled";
  if (view.you && !mayChange(view)) return "viewer";
  return undefined;
}

function sentence(kind: Kind, unsaved: number): string {
  const { renewed, lost, stalled, viewing, waiting } = texts().page;
  const kept = unsaved === 0 ? "" : ` ${waiting(unsaved)}`;
  switch (kind) {
    case "upgrade":
      return renewed;
    case "lost":
      return lost + kept;
    case "stalled":
      return stalled + kept;
    case "viewer":
      return viewing;
  }
}
