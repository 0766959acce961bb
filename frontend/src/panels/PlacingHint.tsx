/** Says what to do with the product in one's hand, and lets one put it back. */
import { useWorkshop } from "./context";
import { CloseIcon } from "./icons";

export function PlacingHint() {
  const { session } = useWorkshop();
  const picked = session.picked.value;
  if (!picked || picked.dragged) return null;
  return (
    <div class="hint floating" role="status">
      <span>
        Tap where <strong>{picked.product.name}</strong> should stand
      </span>
      <button
        type="button"
        class="button plain square small"
        aria-label={`Put ${picked.product.name} back`}
        onClick={() => (session.picked.value = undefined)}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
