/** Short messages that come and go, and the sentences only screen readers need. */
import { useComputed } from "@preact/signals";
import { useWorkshop } from "./context";

export function Notices() {
  const { session } = useWorkshop();
  const all = useComputed(() => session.view.value.notices).value;
  // The renewal of the page has a banner of its own.
  const notices = all.filter((notice) => notice.kind !== "upgraded");
  return (
    <>
      <div class="notices" aria-live="polite">
        {notices.slice(-3).map((notice) => (
          <p key={notice.id} class="notice" data-notice={notice.kind}>
            {notice.text}
          </p>
        ))}
      </div>
      <div class="visually-hidden" aria-live="polite">
        {session.spoken.value}
      </div>
    </>
  );
}
