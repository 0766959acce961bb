/** From the selected piece to whether it gets in. */
import { useWorkshop } from "../panels/context";
import { TruckIcon } from "../panels/icons";
import { title } from "./titles";

export function GetInButton() {
  const { panel } = useWorkshop().session;
  return (
    <button
      type="button"
      class="button plain square small"
      aria-label={title}
      title={title}
      onClick={() => (panel.value = "delivery")}
    >
      <TruckIcon />
    </button>
  );
}
