import { useComputed } from "@preact/signals";
import { ZOOM_STEP } from "../plan/keys";
import { scaleText } from "../plan/viewport";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { FitIcon, MinusIcon, PlusIcon } from "./icons";

export function ZoomControls() {
  const { stage } = useWorkshop();
  const scale = useComputed(() => scaleText(stage.viewport.value)).value;
  const words = texts().page;
  return (
    <div class="zoom" role="group" aria-label={words.zoom}>
      <button
        type="button"
        class="button plain square"
        aria-label={words.zoomOut}
        title="−"
        onClick={() => stage.zoom(1 / ZOOM_STEP)}
      >
        <MinusIcon />
      </button>
      <output class="zoom-scale" aria-label={words.scale} title={words.scale}>
        {scale}
      </output>
      <button
        type="button"
        class="button plain square"
        aria-label={words.zoomIn}
        title="+"
        onClick={() => stage.zoom(ZOOM_STEP)}
      >
        <PlusIcon />
      </button>
      <button
        type="button"
        class="button plain square"
        aria-label={words.wholeRoom}
        title={`${words.wholeRoom} (0)`}
        onClick={() => stage.fit()}
      >
        <FitIcon />
      </button>
    </div>
  );
}
