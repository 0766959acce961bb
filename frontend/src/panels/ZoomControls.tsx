import { useComputed } from "@preact/signals";
import { ZOOM_STEP } from "../plan/keys";
import { scaleText } from "../plan/viewport";
import { useWorkshop } from "./context";
import { FitIcon, MinusIcon, PlusIcon } from "./icons";

export function ZoomControls() {
  const { stage } = useWorkshop();
  const scale = useComputed(() => scaleText(stage.viewport.value)).value;
  return (
    <div class="zoom" role="group" aria-label="Zoom">
      <button
        type="button"
        class="button plain square"
        aria-label="Zoom out"
        title="−"
        onClick={() => stage.zoom(1 / ZOOM_STEP)}
      >
        <MinusIcon />
      </button>
      <output class="zoom-scale" aria-label="Scale of the drawing" title="Scale of the drawing">
        {scale}
      </output>
      <button
        type="button"
        class="button plain square"
        aria-label="Zoom in"
        title="+"
        onClick={() => stage.zoom(ZOOM_STEP)}
      >
        <PlusIcon />
      </button>
      <button
        type="button"
        class="button plain square"
        aria-label="Show the whole room"
        title="Show the whole room (0)"
        onClick={() => stage.fit()}
      >
        <FitIcon />
      </button>
    </div>
  );
}
