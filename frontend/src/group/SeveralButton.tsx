/** The way to select several pieces without a key to hold. */
import { texts } from "../texts/texts";
import { useWorkshop } from "../panels/context";
import { SeveralIcon } from "../panels/icons";

export function SeveralButton() {
  const { choosing } = useWorkshop().session.several;
  return (
    <button
      type="button"
      class="button plain square small"
      aria-label={texts().group.several}
      title={texts().group.severalTitle}
      aria-pressed={choosing.value}
      onClick={() => (choosing.value = !choosing.value)}
    >
      <SeveralIcon />
    </button>
  );
}
