/** The buttons of the 3D view: the camera's, and the file of the room. They come when the view is opened first. */
import { FitIcon, MinusIcon, PlusIcon, TurnLeftIcon, TurnRightIcon } from "../panels/icons";
import { ZOOM_STEP } from "../plan/keys";
import { later } from "../texts/texts";
import { AheadIcon, BackIcon, DownloadIcon, EyeIcon, OutsideIcon } from "./icons";
import { problem } from "./mode";
import type { Space } from "./three/space";

/** Degrees and mm of one press of a button. */
const TURN = 20;
const STEP = 500;

export function CameraControls({ space }: SpaceProps) {
  const walking = space.walking.value;
  const walk = walking ? later().camera.leave : later().camera.walk;
  return (
    <div class="camera" role="group" aria-label={later().camera.label}>
      <button
        type="button"
        class="button plain"
        aria-label={walk}
        title={walking ? later().camera.leaveTitle : later().camera.walkTitle}
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
      <Control label={later().camera.turnLeft} act={() => space.turn(TURN, 0, true)} icon={<TurnLeftIcon />} />
      <Control label={later().camera.turnRight} act={() => space.turn(-TURN, 0, true)} icon={<TurnRightIcon />} />
      <Control
        label={later().camera.download}
        title={later().camera.downloadTitle}
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
    link.download = `${space.session.view.value.title || later().camera.untitled}.glb`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (cause) {
    console.error(cause);
    problem.value = later().camera.notDownloaded;
  }
}

function Steps({ space }: SpaceProps) {
  return (
    <>
      <Control label={later().camera.lookLeft} act={() => space.step(0, -TURN)} icon={<TurnLeftIcon />} />
      <Control label={later().camera.ahead} act={() => space.step(STEP, 0)} icon={<AheadIcon />} />
      <Control label={later().camera.back} act={() => space.step(-STEP, 0)} icon={<BackIcon />} />
      <Control label={later().camera.lookRight} act={() => space.step(0, TURN)} icon={<TurnRightIcon />} />
    </>
  );
}

/** Who walks goes nearer by walking. */
export function Zoom({ space }: SpaceProps) {
  if (space.walking.value) return null;
  return (
    <div class="zoom" role="group" aria-label={later().camera.zoom}>
      <Control
        label={later().camera.zoomOut}
        title={`${later().camera.zoomOut} (−)`}
        act={() => space.zoom(1 / ZOOM_STEP)}
        icon={<MinusIcon />}
      />
      <Control
        label={later().camera.zoomIn}
        title={`${later().camera.zoomIn} (+)`}
        act={() => space.zoom(ZOOM_STEP)}
        icon={<PlusIcon />}
      />
      <Control
        label={later().camera.whole}
        title={`${later().camera.whole} (0)`}
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
