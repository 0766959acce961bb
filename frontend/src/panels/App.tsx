/** The designer's page: the bar above, the catalogue beside, the stage with what floats on it. */
import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { BuyingPanels } from "../shopping/BuyingPanels";
import { Selected } from "../group/GroupSide";
import { mayChange } from "../plan/locks";
import { RoomChip, RoomSide } from "../roomshape/RoomChip";
import { mode, space } from "../view3d/mode";
import { SpaceZoom, View3d, View3dProblem, ViewSwitch } from "../view3d/View3d";
import { ListSide } from "../list/ListSide";
import { TapeHint, Tools } from "../measure/Tools";
import { Banner } from "./Banner";
import { Catalogue } from "./Catalogue";
import { useWorkshop } from "./context";
import { FitChip, FitPanel } from "./Fit";
import { InThisRoom } from "./InThisRoom";
import { Notices } from "./Notices";
import { FollowingChip } from "./People";
import { PlacingHint } from "./PlacingHint";
import { ScaleBar } from "./ScaleBar";
import { Stopped } from "./Stopped";
import { TopBar } from "./TopBar";
import { UndoRedo } from "./UndoRedo";
import { ZoomControls } from "./ZoomControls";

export function App() {
  const { session } = useWorkshop();
  const viewing = useComputed(() => session.view.value.you !== undefined && !mayChange(session.view.value));
  const shaping = session.shaping.open.value;
  // What is done on the plan brings it back for as long as that takes.
  const onPlan = shaping || session.tape.on.value;
  return (
    <div
      class="room"
      data-mode={viewing.value ? "view" : "edit"}
      data-shaping={shaping ? "open" : "closed"}
      data-panel={session.panel.value}
    >
      <TopBar />
      <aside class="side">
        {shaping ? <RoomSide /> : viewing.value ? <InThisRoom /> : <Catalogue />}
        {!shaping && <Selected />}
      </aside>
      <main class="stage-area" data-view={space.value ? "3d" : "2d"}>
        <StagePlace />
        {mode.value === "3d" && !onPlan && <View3d />}
        {!space.value && <ScaleBar />}
        <div class="stage-tools">
          <UndoRedo className="zoom narrow-only" />
          {!space.value && <Tools />}
          <ViewSwitch />
          {space.value ? <SpaceZoom space={space.value} /> : <ZoomControls />}
        </div>
        <div class="top-centre">
          <Banner />
          <PlacingHint />
          <TapeHint />
          <FollowingChip />
          <View3dProblem />
        </div>
        <RoomChip />
        <FitChip />
        <Notices />
      </main>
      <FitPanel />
      <BuyingPanels />
      <ListSide />
      <Stopped />
    </div>
  );
}

/** The stage itself is older than this tree: it took over the server's picture and is only put in its place here. */
function StagePlace() {
  const { stage } = useWorkshop();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.append(stage.host);
  }, [stage]);
  return <div class="stage-place" ref={place} />;
}
