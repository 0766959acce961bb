/** Several selected pieces: how many, what room they take, and what can be done with all of them. */
import { useComputed } from "@preact/signals";
import { formatLength, formatSize } from "../core/format";
import { useWorkshop } from "../panels/context";
import { BinIcon, CloseIcon, DuplicateIcon, PadlockIcon, TurnLeftIcon, TurnRightIcon } from "../panels/icons";
import { TURN_STEP } from "../plan/gesture";
import { lockState, mayChange } from "../plan/locks";
import { texts } from "../texts/texts";
import { deselectGroup, removeGroup, turnGroup } from "./actions";
import { duplicateGroup } from "./duplicate";
import { extentOf } from "./moves";
import { selectedOf } from "./several";
import { SeveralButton } from "./SeveralButton";

export function GroupPanel() {
  const { session } = useWorkshop();
  const count = useComputed(() => selectedOf(session.view.value).size).value;
  // As text, so that pieces that only move leave the panel as it is.
  const extent = useComputed(() => extentText(session)).value;
  const held = useComputed(() => {
    const view = session.view.value;
    return [...view.group].filter((item) => lockState(view, item) === "other").length;
  }).value;
  return (
    <section class="selected group-panel" aria-label={texts().group.title}>
      <header class="selected-head">
        <span class="selected-name">
          <strong>{texts().group.count(count)}</strong>
          <span class="muted">{extent}</span>
        </span>
        <SeveralButton />
        <button
          type="button"
          class="button plain square small"
          aria-label={texts().group.deselect}
          onClick={() => deselectGroup(session)}
        >
          <CloseIcon />
        </button>
      </header>
      {session.several.choosing.value && <p class="group-hint muted">{texts().group.add}</p>}
      {held > 0 && (
        <p class="holder other group-hint">
          <PadlockIcon />
          {texts().group.held(held)}
        </p>
      )}
      <GroupActions />
    </section>
  );
}

function extentText({ view, catalogue }: ReturnType<typeof useWorkshop>["session"]): string {
  const { shown } = view.value;
  const items = [...selectedOf(view.value)].flatMap((id) => shown.get(id) ?? []);
  if (items.length === 0) return "";
  const { width, height } = extentOf(items, catalogue.value?.bySku ?? new Map());
  return `${formatLength(Math.round(width))} × ${formatSize(Math.round(height))}`;
}

export function GroupActions() {
  const { session } = useWorkshop();
  const able = useComputed(() => session.view.value.group.size > 0 && mayChange(session.view.value)).value;
  if (!able) return null;
  const turn = (degrees: number) => () => turnGroup(session, degrees);
  const remove = () => {
    removeGroup(session);
    // The button goes with what it was for.
    document.getElementById("list-title")?.focus();
  };
  return (
    <div class="actions">
      <button
        type="button"
        class="button"
        onClick={turn(-TURN_STEP)}
        aria-label={texts().group.back}
        title={texts().pieces.turnBackKey}
      >
        <TurnLeftIcon />
        {TURN_STEP}°
      </button>
      <button type="button" class="button" onClick={turn(TURN_STEP)} aria-label={texts().group.clockwise} title="R">
        <TurnRightIcon />
        {TURN_STEP}°
      </button>
      <button type="button" class="button" onClick={turn(90)} aria-label={texts().group.quarter}>
        <TurnRightIcon />
        90°
      </button>
      <button
        type="button"
        class="button"
        onClick={() => duplicateGroup(session)}
        aria-label={texts().group.duplicate}
        title={texts().group.duplicate}
      >
        <DuplicateIcon />
      </button>
      <button
        type="button"
        class="button danger"
        onClick={remove}
        aria-label={texts().group.remove}
        title={texts().pieces.removeKey}
      >
        <BinIcon />
      </button>
    </div>
  );
}
