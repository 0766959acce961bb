/** The room as a list: every piece with all that the plan says about it, and all that can be done with it. */
import { useComputed, useSignal } from "@preact/signals";
import { formatLength, formatSize } from "../core/format";
import { GroupActions } from "../group/GroupPanel";
import { mayChange } from "../plan/locks";
import { useWorkshop } from "../panels/context";
import { PlusIcon } from "../panels/icons";
import { groupOf, groupsOf } from "../panels/kinds";
import { SidePanel } from "../panels/SidePanel";
import "./list.css";
import { texts } from "../texts/texts";
import { namesOf } from "./pieces";
import { Row } from "./Row";

export function List() {
  const { session } = useWorkshop();
  const products = session.catalogue.value?.bySku;
  // As text, so that a piece that only moves leaves the list as it is.
  const order = useComputed(() => [...session.view.value.shown.values()].map(({ item, sku }) => `${item} ${sku}`).join("\n")).value; // prettier-ignore
  const editable = useComputed(() => mayChange(session.view.value)).value;
  const grouped = useComputed(() => session.view.value.group.size > 0).value;
  const names = products && namesOf(session.view.peek().shown.values(), products, texts().pieces.unknown);
  const items = order === "" ? [] : order.split("\n").map((entry) => entry.split(" ")[0]!);
  return (
    <SidePanel
      id="list"
      className="list"
      heading={texts().list.title}
      note={texts().list.count(items.length)}
      closing={texts().list.close}
    >
      {editable && <Adding />}
      {grouped && <ListGroup />}
      <ul class="list-rows" aria-labelledby="list-title">
        {names && items.map((item) => <Row key={item} id={item} name={names.get(item) ?? texts().pieces.unknown} />)}
      </ul>
      {items.length === 0 && <p class="list-empty muted">{texts().list.empty}</p>}
    </SidePanel>
  );
}

/** On a phone the list covers the panel that has these otherwise. */
function ListGroup() {
  const { view } = useWorkshop().session;
  const count = useComputed(() => view.value.group.size).value;
  return (
    <div class="list-group" role="group" aria-label={texts().group.title}>
      <strong>{texts().group.selected(count)}</strong>
      <GroupActions />
    </div>
  );
}

function Adding() {
  const { session, placing } = useWorkshop();
  const products = session.catalogue.value?.products ?? [];
  const chosen = useSignal<string | undefined>(undefined);
  const product = products.find(({ sku }) => sku === chosen.value) ?? products[0];
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (product) placing.placeFree(product);
  };
  return (
    <form class="list-add" onSubmit={onSubmit}>
      <select
        class="input"
        aria-label={texts().list.choose}
        value={product?.sku}
        onChange={(event) => (chosen.value = event.currentTarget.value)}
      >
        {groupsOf(products).map((group) => (
          <optgroup key={group} label={texts().groups[group]}>
            {products
              .filter((one) => groupOf(one) === group)
              .map(({ sku, name, width, depth }) => (
                <option key={sku} value={sku}>
                  {name}, {formatLength(width)} × {formatSize(depth)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <button type="submit" class="button">
        <PlusIcon />
        {texts().list.add}
      </button>
    </form>
  );
}
