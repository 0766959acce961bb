import { useEffect } from "preact/hooks";
import { KeyboardIcon } from "./icons";
import { Popover } from "./Popover";
import { shortcuts as ofSeveral } from "../group/words";
import { shortcuts as inSpace } from "../view3d/words";

const SHORTCUTS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["Tab"], "Next piece"],
  [["←", "↑", "↓", "→"], "Move by 1 cm"],
  [["Shift", "←"], "Move by 10 cm"],
  [["Enter"], "Take a piece up, then tap where it should go"],
  [["R"], "Turn 15° clockwise"],
  [["Shift", "R"], "Turn 15° back"],
  [["Delete"], "Remove"],
  ...ofSeveral,
  [["T"], "Tape measure"],
  [["L"], "List of the pieces"],
  [["Ctrl", "Z"], "Take back"],
  [["Ctrl", "Shift", "Z"], "Do again"],
  [["Esc"], "Let go, then deselect"],
  [["←", "↑", "↓", "→"], "In the catalogue: next product"],
  [["Enter"], "Place the chosen product"],
  [["Alt"], "Hold while dragging: no snapping"],
  [["Space"], "Hold and drag: look around"],
  [["C"], "Comments"],
  [["+", "−"], "Zoom"],
  [["0"], "Show the whole room"],
  ...inSpace,
];

export function Shortcuts() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea");
      if (event.key === "?" && !typing) document.getElementById("shortcuts")?.togglePopover();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <Popover
      id="shortcuts"
      label="Keyboard shortcuts"
      className="button plain square wide-only"
      button={<KeyboardIcon />}
    >
      <h2>Keyboard</h2>
      <dl class="shortcuts" tabIndex={0}>
        {SHORTCUTS.map(([keys, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>This list</dt>
          <dd>
            <kbd>?</kbd>
          </dd>
        </div>
      </dl>
    </Popover>
  );
}
