/** The place of the panel for several selected pieces, which comes when there are some first. */
import { useComputed } from "@preact/signals";
import { useWorkshop } from "../panels/context";
import { useLoaded } from "../panels/lazy";
import { SelectedPiece } from "../panels/SelectedPiece";

/** The panel of what is selected: one piece, or several. */
export function Selected() {
  const { view, several } = useWorkshop().session;
  const isGroup = useComputed(() => several.choosing.value || view.value.group.size > 0).value;
  return isGroup ? <Loaded /> : <SelectedPiece />;
}

function Loaded() {
  const panel = useLoaded(() => import("./GroupPanel"));
  return panel ? <panel.GroupPanel /> : null;
}
