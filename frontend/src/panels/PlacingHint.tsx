/** Says what to do with the product in one's hand, and lets one put it back. */
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { CloseIcon } from "./icons";

export function PlacingHint() {
  const { session } = useWorkshop();
  const picked = session.picked.value;
  if (!picked || picked.dragged) return null;
  const { tapToPlace, putBack } = texts().catalogue;
  return (
    <div class="hint floating" role="status">
      <span>
        {tapToPlace[0]}
        <strong>{picked.product.name}</strong>
        {tapToPlace[1]}
      </span>
      <button
        type="button"
        class="button plain square small"
        aria-label={putBack(picked.product.name)}
        onClick={() => (session.picked.value = undefined)}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
