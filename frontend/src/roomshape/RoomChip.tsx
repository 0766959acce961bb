/** The button that opens the panel about the room itself, and the place where the panel comes. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { PadlockIcon, RoomIcon } from "../panels/icons";
import { texts } from "../texts/texts";
import { accessOf } from "./access";
import { chipText } from "./chipWords";

export function RoomChip() {
  const { session } = useWorkshop();
  const { shaping } = session;
  const open = shaping.open.value;
  // As words, so that pieces that only move leave the button as it is.
  const kind = useComputed(() => accessOf(session.view.value).kind).value;
  const text = useComputed(() => chipText(accessOf(session.view.value))).value;
  const known = useComputed(() => session.view.value.you !== undefined).value;
  const chip = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    // Whoever closed the panel from inside it goes on from here.
    if (wasOpen.current && !open && document.activeElement === document.body) chip.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (!known) return null;
  const press = async () => {
    if (open) shaping.open.value = false;
    else if (!(await shaping.start())) session.spoken.value = texts().room.notNow;
  };
  return (
    <button
      type="button"
      ref={chip}
      class={`room-chip ${kind}`}
      aria-expanded={open}
      aria-controls="room-shape"
      onClick={press}
    >
      {kind === "held" ? <PadlockIcon /> : <RoomIcon />}
      <span>{text}</span>
    </button>
  );
}

/** Takes the catalogue's place. */
export function RoomSide() {
  const Panel = useWorkshop().session.shaping.tools.value?.RoomPanel;
  return Panel ? <Panel /> : <section class="sheet room-shape" aria-busy="true" aria-label={texts().room.title} />;
}
