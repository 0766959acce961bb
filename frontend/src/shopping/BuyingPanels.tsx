/** The panel about buying that is open; what is in it comes when it is first opened. */
import { useWorkshop } from "../panels/context";
import { useLoaded } from "../panels/lazy";
import { SidePanel } from "../panels/SidePanel";
import { texts } from "../texts/texts";

export function BuyingPanels() {
  const { panel } = useWorkshop().session;
  if (panel.value === "shopping") {
    return (
      <SidePanel
        key="shopping"
        id="buying"
        className="buying"
        heading={texts().shopping.title}
        closing={texts().shopping.close}
        takesFocus
      >
        <List />
      </SidePanel>
    );
  }
  if (panel.value !== "delivery") return null;
  return (
    <SidePanel
      key="delivery"
      id="buying"
      className="buying"
      heading={texts().delivery.title}
      closing={texts().delivery.close}
      takesFocus
    >
      <Delivery />
    </SidePanel>
  );
}

function List() {
  const panel = useLoaded(() => import("./ShoppingPanel"));
  return panel ? <panel.ShoppingPanel /> : <p class="muted side-panel-loading">{texts().shopping.loading}</p>;
}

function Delivery() {
  const panel = useLoaded(() => import("../delivery/DeliveryPanel"));
  return panel ? <panel.DeliveryPanel /> : <p class="muted side-panel-loading">{texts().delivery.loading}</p>;
}
