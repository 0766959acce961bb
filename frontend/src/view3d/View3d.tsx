/** The 3D view in the page: the switch, the stage that is loaded when it is opened, and its controls. */
import { useEffect, useRef } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { CloseIcon, FitIcon, MinusIcon, PlusIcon, TurnLeftIcon, TurnRightIcon } from "../panels/icons";
import { isTyping, ZOOM_STEP } from "../plan/keys";
import { AheadIcon, BackIcon, DownloadIcon, EyeIcon, OutsideIcon } from "./icons";
import { giveUp, mode, problem, show, space, type Mode } from "./mode";
import type { Space } from "./three/space";
import { words } from "./words";

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
    <div class="view-switch" role="group" aria-label={words.switchLabel}>
      {choice("2d", words.plan, words.planTitle)}
      {choice("3d", words.space, words.spaceTitle)}
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
        aria-label={words.dismiss}
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
    import("./three/openSpace").then(
      ({ openSpace }) => {
        if (gone) return;
        const opened = openSpace(host.current!, session);
        if (!opened) return giveUp(words.noWebGl);
        space.value = opened.space;
        close = opened.close;
      },
      () => gone || giveUp(words.notLoaded),
    );
    return () => {
      gone = true;
      space.value = undefined;
      close();
    };
  }, [session]);
  return (
    <>
      <div class="space" ref={host} role="group" aria-label={words.view} />
      {space.value ? <CameraControls space={space.value} /> : <Loading />}
    </>
  );
}

function Loading() {
  return (
    <p class="view3d-loading" role="status">
      {words.loading}
    </p>
  );
}

function CameraControls({ space }: SpaceProps) {
  const walking = space.walking.value;
  const walk = walking ? words.leave : words.walk;
  return (
    <div class="camera" role="group" aria-label={words.camera}>
      <button
        type="button"
        class="button plain"
        aria-label={walk}
        title={walking ? words.leaveTitle : words.walkTitle}
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
      <Control label={words.turnLeft} act={() => space.turn(TURN, 0, true)} icon={<TurnLeftIcon />} />
      <Control label={words.turnRight} act={() => space.turn(-TURN, 0, true)} icon={<TurnRightIcon />} />
      <Control
        label={words.download}
        title={words.downloadTitle}
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
    link.download = `${space.session.view.value.title || words.untitled}.glb`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (cause) {
    console.error(cause);
    problem.value = words.notDownloaded;
  }
}

function Steps({ space }: SpaceProps) {
  return (
    <>
      <Control label={words.lookLeft} act={() => space.step(0, -TURN)} icon={<TurnLeftIcon />} />
      <Control label={words.ahead} act={() => space.step(STEP, 0)} icon={<AheadIcon />} />
      <Control label={words.back} act={() => space.step(-STEP, 0)} icon={<BackIcon />} />
      <Control label={words.lookRight} act={() => space.step(0, TURN)} icon={<TurnRightIcon />} />
    </>
  );
}

/** In the place of the plan's. Who walks goes nearer by walking. */
export function SpaceZoom({ space }: SpaceProps) {
  if (space.walking.value) return null;
  return (
    <div class="zoom" role="group" aria-label={words.zoom}>
      <Control
        label={words.zoomOut}
        title={`${words.zoomOut} (−)`}
        act={() => space.zoom(1 / ZOOM_STEP)}
        icon={<MinusIcon />}
      />
      <Control
        label={words.zoomIn}
        title={`${words.zoomIn} (+)`}
        act={() => space.zoom(ZOOM_STEP)}
        icon={<PlusIcon />}
      />
      <Control label={words.whole} title={`${words.whole} (0)`} act={() => space.fit()} icon={<FitIcon />} />
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
