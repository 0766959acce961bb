/** The way into the list of the pieces, and its place; the list itself comes when it is first opened. */
import { useEffect, useRef } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { ListIcon } from "../panels/icons";
import { useLoaded } from "../panels/lazy";
import { words } from "./words";

export function ListButton() {
  const { listed } = useWorkshop().session;
  const open = listed.value;
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    // Whoever closed the list from inside it goes on from here.
    if (wasOpen.current && !open && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <button
      type="button"
      ref={button}
      class="button plain square"
      aria-expanded={open}
      aria-controls="list"
      aria-label={words.open}
      title={words.openTitle}
      onClick={() => (listed.value = !open)}
    >
      <ListIcon />
    </button>
  );
}

export function ListSide() {
  return useWorkshop().session.listed.value ? <Loaded /> : null;
}

function Loaded() {
  const list = useLoaded(() => import("./List"));
  if (list) return <list.List />;
  return (
    <aside id="list" class="list" aria-label={words.title}>
      <p class="list-empty muted">{words.loading}</p>
    </aside>
  );
}
