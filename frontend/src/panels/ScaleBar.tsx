import { useComputed } from "@preact/signals";
import { scaleBar } from "../plan/viewport";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";

const MOST_PIXELS = 130;

export function ScaleBar() {
  const { stage } = useWorkshop();
  const scale = useComputed(() => stage.viewport.value.scale).value;
  const { pixels, text } = scaleBar({ ...stage.viewport.peek(), scale }, MOST_PIXELS);
  return (
    <div class="scale-bar" role="img" aria-label={texts().page.scaleBar(text)}>
      <span class="scale-bar-line" style={{ width: `${pixels}px` }} />
      <span>{text}</span>
    </div>
  );
}
