/** The tools that float on the plan, and what the tape says. */
import { useComputed } from "@preact/signals";
import { formatSize } from "../core/format";
import { outlineBounds } from "../core/geometry";
import { ListButton } from "../list/ListSide";
import { useWorkshop } from "../panels/context";
import { CloseIcon, TapeIcon } from "../panels/icons";
import { texts } from "../texts/texts";
import { lengthOf } from "./tape";

export function Tools() {
  const { tape } = useWorkshop().session;
  return (
    <div class="tools" role="group" aria-label={texts().measure.tools}>
      <button
        type="button"
        class="button plain square tape-tool"
        aria-pressed={tape.on.value}
        aria-label={texts().measure.tape}
        title={texts().measure.tapeTitle}
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
    const { tapeLength, tapeFrom, tapeTo, fromWest, fromNorth } = texts().measure;
    const next = points.length === 0 ? tapeFrom : tapeTo;
    const hint = length === undefined ? next : tapeLength(formatSize(Math.round(length)));
    const aim = tape.byKeys.value && points.length < 2 ? tape.aim.value : undefined;
    const plan = session.view.value.room?.plan;
    if (!aim || !plan) return hint;
    const { left, top } = outlineBounds(plan.outline);
    return `${formatSize(aim.x - left)} ${fromWest}, ${formatSize(aim.y - top)} ${fromNorth}`;
  }).value;
  if (!tape.on.value) return null;
  return (
    <div class="hint floating" role="status">
      <span>{text}</span>
      <button
        type="button"
        class="button plain square small"
        aria-label={texts().measure.tapeEnd}
        onClick={() => tape.end()}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
