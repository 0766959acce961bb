/** The 3D view in the page: the switch, the stage that is loaded when it is opened, and its controls. */
import { useEffect, useRef } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { CloseIcon, FitIcon, MinusIcon, PlusIcon, TurnLeftIcon, TurnRightIcon } from "../panels/icons";
import { isTyping, ZOOM_STEP } from "../plan/keys";
import { texts } from "../texts/texts";
import { AheadIcon, BackIcon, DownloadIcon, EyeIcon, OutsideIcon } from "./icons";
import { giveUp, mode, problem, show, space, type Mode } from "./mode";
import type { Space } from "./three/space";

/** Degrees and mm of one press of a button. */
const TURN = 20;
const STEP = 500;

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
      {space.value ? <CameraControls space={space.value} /> : <Loading />}
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

function CameraControls({ space }: SpaceProps) {
  const walking = space.walking.value;
  const walk = walking ? texts().view3d.leave : texts().view3d.walk;
  return (
    <div class="camera" role="group" aria-label={texts().view3d.camera}>
      <button
        type="button"
        class="button plain"
        aria-label={walk}
        title={walking ? texts().view3d.leaveTitle : texts().view3d.walkTitle}
        onClick={() => space.toggleWalk()}
      >
        {walking ? <OutsideIcon /> : <EyeIcon />}
        <span class="wide-only">{walk}</span>
      </button>
      {walking ? <Steps space={space} /> : <Turns space={space} />}
    </div>
  );
}

function Turns({ space }: SpaceProps) {
  return (
    <>
      <Control label={texts().view3d.turnLeft} act={() => space.turn(TURN, 0, true)} icon={<TurnLeftIcon />} />
      <Control label={texts().view3d.turnRight} act={() => space.turn(-TURN, 0, true)} icon={<TurnRightIcon />} />
      <Control
        label={texts().view3d.download}
        title={texts().view3d.downloadTitle}
        act={() => void download(space)}
        icon={<DownloadIcon />}
      />
    </>
  );
}

/** Saves the room as a file named after it. */
async function download(space: Space): Promise<void> {
  try {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await space.file());
    link.download = `${space.session.view.value.title || texts().view3d.untitled}.glb`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (cause) {
    console.error(cause);
    problem.value = texts().view3d.notDownloaded;
  }
}

function Steps({ space }: SpaceProps) {
  return (
    <>
      <Control label={texts().view3d.lookLeft} act={() => space.step(0, -TURN)} icon={<TurnLeftIcon />} />
      <Control label={texts().view3d.ahead} act={() => space.step(STEP, 0)} icon={<AheadIcon />} />
      <Control label={texts().view3d.back} act={() => space.step(-STEP, 0)} icon={<BackIcon />} />
      <Control label={texts().view3d.lookRight} act={() => space.step(0, TURN)} icon={<TurnRightIcon />} />
    </>
  );
}

/** In the place of the plan's. Who walks goes nearer by walking. */
export function SpaceZoom({ space }: SpaceProps) {
  if (space.walking.value) return null;
  return (
    <div class="zoom" role="group" aria-label={texts().view3d.zoom}>
      <Control
        label={texts().view3d.zoomOut}
        title={`${texts().view3d.zoomOut} (−)`}
        act={() => space.zoom(1 / ZOOM_STEP)}
        icon={<MinusIcon />}
      />
      <Control
        label={texts().view3d.zoomIn}
        title={`${texts().view3d.zoomIn} (+)`}
        act={() => space.zoom(ZOOM_STEP)}
        icon={<PlusIcon />}
      />
      <Control
        label={texts().view3d.whole}
        title={`${texts().view3d.whole} (0)`}
        act={() => space.fit()}
        icon={<FitIcon />}
      />
    </div>
  );
}

interface SpaceProps {
  readonly space: Space;
}

interface ControlProps {
  readonly label: string;
  readonly title?: string;
  readonly act: () => void;
  readonly icon: preact.JSX.Element;
}

function Control({ label, title = label, act, icon }: ControlProps) {
  return (
    <button type="button" class="button plain square" aria-label={label} title={title} onClick={act}>
      {icon}
    </button>
  );
}
