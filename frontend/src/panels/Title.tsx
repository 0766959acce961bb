/** The room's name; editors write over it. Enter or leaving the field keeps it, Escape puts it back. */
import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LONGEST_TITLE } from "../core/plainText";
import { mayChange } from "../plan/locks";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";

export function Title() {
  const { session } = useWorkshop();
  const title = useComputed(() => session.view.value.title).value;
  const editable = useComputed(() => mayChange(session.view.value)).value;
  const draft = useSignal<string | undefined>(undefined);

  useEffect(() => {
    if (title !== "") document.title = `${title} · HÖMSTYLE Rooms`;
  }, [title]);

  const keep = () => {
    const wanted = draft.value?.trim();
    draft.value = undefined;
    if (wanted !== undefined && wanted !== "" && wanted !== title) session.designer.rename(wanted);
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key === "Escape") draft.value = undefined;
    if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
  };

  if (title === "") return null;
  if (!editable) return <h1 class="title">{title}</h1>;
  const shown = draft.value ?? title;
  return (
    <h1 class="title" data-value={shown}>
      <input
        aria-label={texts().page.roomName}
        value={shown}
        maxLength={LONGEST_TITLE}
        size={1}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => (draft.value = event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </h1>
  );
}
