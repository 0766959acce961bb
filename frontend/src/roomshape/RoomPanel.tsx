/**
 * Editing the room itself. While the panel is open the room is in this tab's hands, so that nobody else pulls at the
 * same wall. Loaded when it is first opened.
 */
import { effect, untracked, useComputed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import { PadlockIcon } from "../panels/icons";
import { chooseUnit, shownUnit } from "../unit";
import { later, texts } from "../texts/texts";
import { Choice } from "./fields";
import { Handles } from "./handles";
import { ObstaclesSection } from "./ObstaclesSection";
import { OpeningsSection } from "./OpeningsSection";
import "./room.css";
import { Shaper } from "./shaper";
import { ShapeSection } from "./ShapeSection";
import { WallsSection } from "./WallsSection";
import { accessSentence } from "./words";

export function RoomPanel() {
  const { session, stage } = useWorkshop();
  const [shaper] = useState(() => new Shaper(session));
  const panel = useRef<HTMLElement>(null);
  const plan = useComputed(() => session.view.value.room?.plan).value;
  // As words, so that pieces that only move leave the panel as it is.
  const kind = useComputed(() => shaper.access.kind).value;
  const why = useComputed(() => accessSentence(shaper.access)).value;
  const close = () => (session.shaping.open.value = false);

  useEffect(() => {
    // Furniture is not in hand meanwhile, whoever selects it: keys would move what cannot be seen well.
    const unselect = effect(() => {
      const { selection, group } = session.view.value;
      if (selection !== undefined || group.size > 0) untracked(() => session.designer.select(undefined));
    });
    session.picked.value = undefined;
    session.several.choosing.value = false;
    shaper.take();
    panel.current?.focus();
    const handles = new Handles(stage, shaper);
    const ended = new AbortController();
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(":popover-open")) return;
      event.preventDefault();
      if (handles.cancel()) return;
      if (shaper.adding.value) shaper.adding.value = undefined;
      else close();
    }, ended); // prettier-ignore
    const rest = () => session.designer.restPlan(document.visibilityState === "hidden");
    document.addEventListener("visibilitychange", rest, ended);
    addEventListener("pagehide", () => shaper.keep(), ended);
    return () => {
      ended.abort();
      unselect();
      handles.end();
      shaper.end();
    };
  }, []);

  // What is chosen on the plan comes into sight here.
  const selected = shaper.selected.value;
  useEffect(() => panel.current?.querySelector(".chosen")?.scrollIntoView({ block: "nearest" }), [selected]);

  if (!plan) return null;
  const disabled = kind !== "mine";
  const props = { plan, shaper, disabled };
  return (
    <section id="room-shape" class="sheet room-shape" aria-labelledby="room-shape-title" tabIndex={-1} ref={panel}>
      <header class="room-shape-head">
        <h2 id="room-shape-title">{texts().room.title}</h2>
        <Choice
          label={later().room.unit}
          value={shownUnit.value}
          options={texts().format.units}
          bare
          className="units"
          onChange={chooseUnit}
        />
        <button type="button" class={disabled ? "button" : "button primary"} onClick={close}>
          {disabled ? later().room.close : later().room.done}
        </button>
      </header>
      <div role="status">
        {disabled && (
          <p class="shape-access">
            <PadlockIcon />
            {why}
            {kind === "free" && (
              <button type="button" class="button" onClick={() => shaper.take()}>
                {later().room.takeNow}
              </button>
            )}
          </p>
        )}
        <SaidLine shaper={shaper} />
      </div>
      <div class="shape-body">
        <ShapeSection {...props} />
        <WallsSection {...props} />
        <OpeningsSection {...props} />
        <ObstaclesSection {...props} />
      </div>
    </section>
  );
}

function SaidLine({ shaper }: { readonly shaper: Shaper }) {
  const [said, adding] = [shaper.said.value, shaper.adding.value];
  if (adding && !said) return <p class="shape-said told">{later().room.pickWall(adding)}</p>;
  return said ? <p class={`shape-said ${said.kind}`}>{said.text}</p> : null;
}
