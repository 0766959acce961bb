/** In the bar: the way to take the room along. What is in the panel comes when it is first opened. */
import { useSignal } from "@preact/signals";
import { DownloadIcon } from "../panels/icons";
import { useLoaded } from "../panels/lazy";
import { Popover } from "../panels/Popover";
import { heading, loading, title } from "./titles";

/** The popover's id, for whatever else opens it. */
export const TAKEAWAY = "takeaway";

export function Takeaway() {
  const open = useSignal(false);
  return (
    <Popover
      id={TAKEAWAY}
      label={title}
      className="button plain square wide-only"
      button={<DownloadIcon />}
      onToggle={(now) => (open.value = now)}
    >
      <h2>{heading}</h2>
      {open.value && <Panel />}
    </Popover>
  );
}

function Panel() {
  const panel = useLoaded(() => import("./TakeawayPanel"));
  return panel ? <panel.TakeawayPanel /> : <p class="muted">{loading}</p>;
}

/** The same panel's button where the bar has no space for one. */
export function TakeawayButton() {
  return (
    <button type="button" class="button wide narrow-only" popovertarget={TAKEAWAY}>
      <DownloadIcon />
      {heading}
    </button>
  );
}
