/** Under a check that is failed or tight: what would pass there. Asked, and loaded, when it is unfolded. */
import { useComputed, useSignal } from "@preact/signals";
import type { Check } from "../fit/checks";
import { useWorkshop } from "../panels/context";
import { useLoaded } from "../panels/lazy";
import { mayChange } from "../plan/locks";
import { texts } from "../texts/texts";

export function Offer({ check }: { readonly check: Check }) {
  const { session } = useWorkshop();
  const open = useSignal(false);
  const editable = useComputed(() => mayChange(session.view.value)).value;
  const curable = check.items.length > 0 && (check.verdict === "failed" || check.verdict === "tight");
  if (!editable || !curable) return null;
  return (
    <details class="offer" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{texts().alternatives.question}</summary>
      {open.value && <Found check={check} />}
    </details>
  );
}

function Found({ check }: { readonly check: Check }) {
  const list = useLoaded(() => import("./AlternativesList"));
  return list ? <list.AlternativesList check={check} /> : <p class="muted">{texts().alternatives.searching}</p>;
}
