/** One piece in the list. Whoever is in its row has it selected, here as on the plan. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { formatDimensions } from "../core/format";
import type { Item, Product } from "../core/protocol";
import { obstacleNamed, obstaclePieces } from "../fit/obstacles";
import { piecesOf } from "../fit/pieces";
import { marginText, obstacleName, sentenceOf } from "../fit/words";
import { FinishField } from "../finish/FinishField";
import { ExactFields } from "../measure/ExactFields";
import { useWorkshop } from "../panels/context";
import { VERDICT_ICONS } from "../panels/Fit";
import { BinIcon, DuplicateIcon, TurnRightIcon } from "../panels/icons";
import { kindName } from "../texts/names";
import { Holder } from "../panels/SelectedPiece";
import { selectedOf } from "../group/several";
import { lockState, mayChange } from "../plan/locks";
import { freeSpot } from "../plan/placement";
import { removePiece } from "../plan/removal";
import { texts } from "../texts/texts";
import { besidePose, listed, worstOf } from "./pieces";

interface RowProps {
  readonly id: string;
  readonly name: string;
}

export function Row({ id, name }: RowProps) {
  const { session } = useWorkshop();
  const { view } = session;
  const row = useRef<HTMLLIElement>(null);
  const item = useComputed(() => listed(view.value, id)).value;
  const selected = useComputed(() => selectedOf(view.value).has(id)).value;
  const changeable = useComputed(() => mayChange(view.value) && lockState(view.value, id) !== "other").value;
  useEffect(() => {
    const list = row.current?.closest(".list");
    if (selected && !list?.contains(document.activeElement)) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  if (!item) return null;
  const product = session.catalogue.value?.bySku.get(item.sku);
  return (
    <li
      ref={row}
      class={selected ? "list-row selected-row" : "list-row"}
      data-row={id}
      onFocusCapture={(event) => {
        const several = session.several.choosing.value || view.value.group.size > 0;
        if (!several && !(event.target as Element).matches(".list-check")) session.designer.select(id);
      }}
    >
      <input
        type="checkbox"
        class="list-check"
        aria-label={texts().list.select(name)}
        checked={selected}
        onChange={() => session.designer.toggle(id)}
      />
      <div class="list-what">
        <h3>
          <button type="button" class="list-name" aria-pressed={selected} onClick={() => session.designer.select(id)}>
            {name}
          </button>
        </h3>
        <span class="list-kind">
          <Holder id={id} otherwise={product ? kindName(product.kind) : item.sku} />
          {product && <span class="muted">{formatDimensions(product)}</span>}
        </span>
      </div>
      {changeable && <Actions item={item} name={name} product={product} />}
      {product && <FinishField item={item} product={product} of={name} changeable={changeable} />}
      <ExactFields item={item} of={name} />
      <Verdict id={id} />
    </li>
  );
}

/** The worst of what the fit panel says about the piece, in the same words. */
function Verdict({ id }: { readonly id: string }) {
  const { session } = useWorkshop();
  const plan = session.fitting.plan.value ?? session.view.peek().room?.plan;
  const check = useComputed(() => worstOf(id, session.fitting.checks.value)).value;
  if (!plan) return null;
  const verdict = check?.verdict ?? "not-checked";
  const Icon = VERDICT_ICONS[verdict];
  const name = (item: string) => {
    const obstacle = obstacleNamed(item, plan);
    if (obstacle) return obstacleName(obstacle, plan);
    const sku = session.view.peek().shown.get(item)?.sku ?? "";
    return session.catalogue.peek()?.bySku.get(sku)?.name ?? texts().pieces.unknown;
  };
  const isWrong = check && verdict !== "passed";
  const margin = isWrong ? marginText(check) : "";
  return (
    <p class={`list-verdict fit-group ${verdict}`}>
      <Icon />
      <span>
        <strong>{check ? texts().fit.verdicts[verdict] : texts().list.notChecked}</strong>
        {isWrong && (
          <span class="list-why">
            : {sentenceOf(check, { name, plan })}
            {margin && ` (${margin})`}
          </span>
        )}
      </span>
    </p>
  );
}

interface ActionsProps {
  readonly item: Item;
  readonly name: string;
  readonly product: Product | undefined;
}

function Actions({ item, name, product }: ActionsProps) {
  const { session } = useWorkshop();
  const { designer, view, catalogue } = session;
  const duplicate = () => {
    const { room, shown } = view.peek();
    const products = catalogue.peek()?.bySku;
    if (!room || !products || !product) return;
    const others = [...piecesOf(shown.values(), products), ...obstaclePieces(room.plan)];
    const beside = besidePose(item, product, room.plan, others);
    const spot = beside ?? freeSpot(product, room.plan, shown.values(), products, item.rotation);
    designer.place(item.sku, spot, item.finish);
  };
  const remove = (event: Event) => {
    const row = (event.currentTarget as Element).closest(".list-row");
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    (next?.querySelector<HTMLElement>(".list-name") ?? document.getElementById("list-title"))?.focus();
    removePiece(session, item.item, name);
  };
  return (
    <div class="list-actions">
      <button
        type="button"
        class="button plain square small"
        aria-label={texts().list.turn(name)}
        title={texts().list.turn(name)}
        onClick={() => designer.rotate(item.item, 90)}
      >
        <TurnRightIcon />
      </button>
      {product && (
        <button
          type="button"
          class="button plain square small"
          aria-label={texts().list.duplicate(name)}
          title={texts().list.duplicate(name)}
          onClick={duplicate}
        >
          <DuplicateIcon />
        </button>
      )}
      <button
        type="button"
        class="button plain square small danger"
        aria-label={texts().list.remove(name)}
        title={texts().list.remove(name)}
        onClick={remove}
      >
        <BinIcon />
      </button>
    </div>
  );
}
