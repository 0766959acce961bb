/** The way to select several pieces without a key to hold. */
import { useWorkshop } from "../panels/context";
import { SeveralIcon } from "../panels/icons";
import { words } from "./words";

export function SeveralButton() {
  const { choosing } = useWorkshop().session.several;
  return (
    <button
      type="button"
      class="button plain square small"
      aria-label={words.several}
      title={words.severalTitle}
      aria-pressed={choosing.value}
      onClick={() => (choosing.value = !choosing.value)}
    >
      <SeveralIcon />
    </button>
  );
}
