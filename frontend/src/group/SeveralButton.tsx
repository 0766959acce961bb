/** The way to select several pieces without a key to hold. */
import { useEffect, useRef } from "preact/hooks";
import { texts } from "../texts/texts";
import { useWorkshop } from "../panels/context";
import { SeveralIcon } from "../panels/icons";
import { space } from "../view3d/mode";

export function SeveralButton() {
  const { several } = useWorkshop().session;
  const { choosing } = several;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (several.passesFocus && document.activeElement === document.body) button.current?.focus();
    several.passesFocus = false;
  }, []);
  // Pieces are picked up one by one in 3D.
  if (space.value) return null;
  const toggle = () => {
    several.passesFocus = true;
    choosing.value = !choosing.value;
  };
  return (
    <button
      type="button"
      ref={button}
      class="button plain square small"
      aria-label={texts().group.several}
      title={texts().group.severalTitle}
      aria-pressed={choosing.value}
      onClick={toggle}
    >
      <SeveralIcon />
    </button>
  );
}
