/** In the bar: the way to take the room along. What is in the panel comes when it is first opened. */
import { useSignal } from "@preact/signals";
import { DownloadIcon } from "../panels/icons";
import { useLoaded } from "../panels/lazy";
import { Popover } from "../panels/Popover";
import { texts } from "../texts/texts";

/** The popover's id, for whatever else opens it. */
export const TAKEAWAY = "takeaway";

export function Takeaway() {
  const open = useSignal(false);
  return (
    <Popover
      id={TAKEAWAY}
      label={texts().takeaway.title}
      className="button plain square wide-only"
      button={<DownloadIcon />}
      onToggle={(now) => (open.value = now)}
    >
      <h2>{texts().takeaway.heading}</h2>
      {open.value && <Panel />}
    </Popover>
  );
}

function Panel() {
  const panel = useLoaded(() => import("./TakeawayPanel"));
  return panel ? <panel.TakeawayPanel /> : <p class="muted">{texts().takeaway.loading}</p>;
}

/** The same panel's button where the bar has no space for one. */
export function TakeawayButton() {
  return (
    <button type="button" class="button wide narrow-only" popovertarget={TAKEAWAY}>
      <DownloadIcon />
      {texts().takeaway.heading}
    </button>
  );
}
