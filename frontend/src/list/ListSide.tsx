/** The way into the list of the pieces, and its place; the list itself comes when it is first opened. */
import { useWorkshop } from "../panels/context";
import { ListIcon } from "../panels/icons";
import { useLoaded } from "../panels/lazy";
import { SidePanel, useOpener } from "../panels/SidePanel";
import { texts } from "../texts/texts";

export function ListButton() {
  const { panel } = useWorkshop().session;
  const { button, open } = useOpener("pieces");
  return (
    <button
      type="button"
      ref={button}
      class="button plain square"
      aria-expanded={open}
      aria-controls="list"
      aria-label={texts().list.open}
      title={texts().list.openTitle}
      onClick={() => (panel.value = open ? undefined : "pieces")}
    >
      <ListIcon />
    </button>
  );
}

export function ListSide() {
  return useWorkshop().session.panel.value === "pieces" ? <Loaded /> : null;
}

function Loaded() {
  const list = useLoaded(() => import("./List"));
  if (list) return <list.List />;
  return (
    <SidePanel id="list" className="list" heading={texts().list.title} closing={texts().list.close}>
      <p class="muted side-panel-loading">{texts().list.loading}</p>
    </SidePanel>
  );
}
