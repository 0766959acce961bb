/** From the selected piece to whether it gets in. */
import { useWorkshop } from "../panels/context";
import { TruckIcon } from "../panels/icons";
import { texts } from "../texts/texts";

export function GetInButton() {
  const { panel } = useWorkshop().session;
  return (
    <button
      type="button"
      class="button plain square small"
      aria-label={texts().delivery.title}
      title={texts().delivery.title}
      onClick={() => (panel.value = "delivery")}
    >
      <TruckIcon />
    </button>
  );
}
