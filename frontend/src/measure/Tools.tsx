/** The tools that float on the plan, and what the tape says. */
import { useComputed } from "@preact/signals";
import { formatSize } from "../core/format";
import { outlineBounds } from "../core/geometry";
import { ListButton } from "../list/ListSide";
import { useWorkshop } from "../panels/context";
import { CloseIcon, TapeIcon } from "../panels/icons";
import { lengthOf } from "./tape";
import { tapeHint, words } from "./words";

export function Tools() {
  const { tape } = useWorkshop().session;
  return (
    <div class="tools" role="group" aria-label={words.tools}>
      <button
        type="button"
        class="button plain square tape-tool"
        aria-pressed={tape.on.value}
        aria-label={words.tape}
        title={words.tapeTitle}
        onClick={() => tape.toggle()}
      >
        <TapeIcon />
      </button>
      <ListButton />
    </div>
  );
}

export function TapeHint() {
  const { session } = useWorkshop();
  const { tape } = session;
  const text = useComputed(() => {
    const points = tape.points.value;
    const length = lengthOf(points);
    const hint = tapeHint(points.length, length === undefined ? undefined : formatSize(Math.round(length)));
    const aim = tape.byKeys.value && points.length < 2 ? tape.aim.value : undefined;
    const plan = session.view.value.room?.plan;
    if (!aim || !plan) return hint;
    const { left, top } = outlineBounds(plan.outline);
    return `${formatSize(aim.x - left)} ${words.fromWest}, ${formatSize(aim.y - top)} ${words.fromNorth}`;
  }).value;
  if (!tape.on.value) return null;
  return (
    <div class="hint floating" role="status">
      <span>{text}</span>
      <button type="button" class="button plain square small" aria-label={words.tapeEnd} onClick={() => tape.end()}>
        <CloseIcon />
      </button>
    </div>
  );
}
