/** From the selected piece to whether it gets in. */
import { useWorkshop } from "../panels/context";
import { TruckIcon } from "../panels/icons";
import { title } from "./titles";

export function GetInButton() {
  const { open } = useWorkshop().session.buying;
  return (
    <button
      type="button"
      class="button plain square small"
      aria-label={title}
      title={title}
      onClick={() => (open.value = "delivery")}
    >
      <TruckIcon />
    </button>
  );
}
