/** The 3D view in the page: the switch, the stage that is loaded when it is opened, and its controls. */
import { useEffect, useRef } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { CloseIcon } from "../panels/icons";
import { useLoaded } from "../panels/lazy";
import { isTyping } from "../plan/keys";
import { texts } from "../texts/texts";
import { giveUp, mode, problem, show, space, type Mode } from "./mode";
import type { Space } from "./three/space";

export function ViewSwitch() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "3" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!document.querySelector(":popover-open, [aria-modal='true']")) show(mode.value === "3d" ? "2d" : "3d");
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  const choice = (which: Mode, text: string, title: string) => (
    <button type="button" aria-pressed={mode.value === which} title={title} onClick={() => show(which)}>
      {text}
    </button>
  );
  return (
    <div class="view-switch" role="group" aria-label={texts().view3d.switchLabel}>
      {choice("2d", texts().view3d.plan, texts().view3d.planTitle)}
      {choice("3d", texts().view3d.space, texts().view3d.spaceTitle)}
    </div>
  );
}

/** Why there is no 3D, until somebody has read it. */
export function View3dProblem() {
  if (!problem.value) return null;
  return (
    <div class="view3d-problem" role="alert">
      <span>{problem.value}</span>
      <button
        type="button"
        class="button plain square small"
        aria-label={texts().view3d.dismiss}
        onClick={() => (problem.value = undefined)}
      >
        <CloseIcon />
      </button>
    </div>
  );
}

/** Until it is there, the plan stays. */
export function View3d() {
  const { session } = useWorkshop();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let close = () => {};
    let gone = false;
    import("./three/openSpace")
      .then(({ openSpace }) => {
        if (gone) return;
        const opened = openSpace(host.current!, session);
        if (!opened) return giveUp(texts().view3d.noWebGl);
        space.value = opened.space;
        close = opened.close;
      })
      .catch((cause) => {
        console.error(cause);
        if (!gone) giveUp(texts().view3d.notLoaded);
      });
    return () => {
      gone = true;
      space.value = undefined;
      close();
    };
  }, [session]);
  return (
    <>
      <div class="space" ref={host} role="group" aria-label={texts().view3d.view} />
      {space.value ? <Controls space={space.value} /> : <Loading />}
    </>
  );
}

function Loading() {
  return (
    <p class="view3d-loading" role="status">
      {texts().view3d.loading}
    </p>
  );
}

interface SpaceProps {
  readonly space: Space;
}

function Controls({ space }: SpaceProps) {
  const controls = useLoaded(() => import("./controls"));
  return controls ? <controls.CameraControls space={space} /> : null;
}

/** In the place of the plan's. */
export function SpaceZoom({ space }: SpaceProps) {
  const controls = useLoaded(() => import("./controls"));
  return controls ? <controls.Zoom space={space} /> : null;
}
