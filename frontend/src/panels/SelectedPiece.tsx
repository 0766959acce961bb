/** The selected piece: what it is, where exactly it stands, who has it, and what one can do with it. */
import { useComputed } from "@preact/signals";
import { formatPrice } from "../core/catalogue";
import type { DesignerView } from "../core/designer";
import { productIn } from "../core/finishes";
import { formatDimensions } from "../core/format";
import type { Item } from "../core/protocol";
import { Swatches } from "../finish/Swatches";
import { ExactFields } from "../measure/ExactFields";
import { TURN_STEP } from "../plan/gesture";
import { holderOf, lockState, mayChange } from "../plan/locks";
import { removePiece } from "../plan/removal";
import { SeveralButton } from "../group/SeveralButton";
import { GetInButton } from "../delivery/GetInButton";
import { useWorkshop } from "./context";
import { carry } from "../measure/carry";
import { BinIcon, CloseIcon, MoveIcon, PadlockIcon, TurnLeftIcon, TurnRightIcon } from "./icons";
import { kindName } from "../texts/names";
import { texts } from "../texts/texts";
import { ProductPicture } from "./ProductPicture";

/** Each part follows what it shows: a piece in a hand moves with every frame, its name does not. */
export function SelectedPiece() {
  const { session } = useWorkshop();
  const { view } = session;
  const id = useComputed(() => selectedPiece(view.value)?.item).value;
  const sku = useComputed(() => selectedPiece(view.value)?.sku ?? "").value;
  const finish = useComputed(() => selectedPiece(view.value)?.finish).value;
  const changeable = useComputed(() => isChangeable(view.value)).value;
  if (id === undefined) return null;
  const product = session.catalogue.value?.bySku.get(sku);
  return (
    <section class="selected" aria-label={texts().pieces.selected}>
      <header class="selected-head">
        <span class="thumb">{product && <ProductPicture product={productIn(product, finish)} size={52} />}</span>
        <span class="selected-name">
          <strong>{product?.name ?? texts().pieces.unknown}</strong>
          <Holder key={id} id={id} otherwise={product ? kindName(product.kind) : sku} />
        </span>
        {product && <GetInButton />}
        <SeveralButton />
        <button
          type="button"
          class="button plain square small"
          aria-label={texts().pieces.deselect}
          onClick={() => session.designer.select(undefined)}
        >
          <CloseIcon />
        </button>
      </header>
      {product && (
        <p class="selected-facts">
          <span>{formatDimensions(product)}</span>
          <strong>{formatPrice(product.price)}</strong>
        </p>
      )}
      {product && <Swatches id={id} finish={finish} product={product} changeable={changeable} />}
      <Place key={id} id={id} />
      {changeable && <Actions id={id} sku={sku} />}
    </section>
  );
}

function selectedPiece({ selection, shown }: DesignerView): Item | undefined {
  return selection === undefined ? undefined : shown.get(selection);
}

function isChangeable(view: DesignerView): boolean {
  return mayChange(view) && view.selection !== undefined && lockState(view, view.selection) !== "other";
}

/** Who has a piece takes the place of what kind it is, so that nothing jumps when a hand closes. */
export function Holder({ id, otherwise }: { readonly id: string; readonly otherwise: string }) {
  const { view } = useWorkshop().session;
  const mine = useComputed(() => lockState(view.value, id) === "mine").value;
  const holder = useComputed(() => holderOf(view.value, id)?.name).value;
  if (mine) return <span class="holder mine">{texts().pieces.inYourHands}</span>;
  if (holder === undefined) return <span class="muted">{otherwise}</span>;
  return (
    <span class="holder other">
      <PadlockIcon />
      {texts().pieces.movedBy(holder)}
    </span>
  );
}

function Place({ id }: { readonly id: string }) {
  const { view } = useWorkshop().session;
  const item = useComputed(() => view.value.shown.get(id)).value;
  return item ? <ExactFields item={item} /> : null;
}

function Actions({ id, sku }: { readonly id: string; readonly sku: string }) {
  const { session } = useWorkshop();
  const { designer } = session;
  const words = texts().pieces;
  const turn = (degrees: number) => () => designer.rotate(id, degrees);
  return (
    <div class="actions">
      <button
        type="button"
        class="button"
        onClick={turn(-TURN_STEP)}
        aria-label={words.turnBack}
        title={words.turnBackKey}
      >
        <TurnLeftIcon />
        {TURN_STEP}°
      </button>
      <button type="button" class="button" onClick={turn(TURN_STEP)} aria-label={words.turn} title="R">
        <TurnRightIcon />
        {TURN_STEP}°
      </button>
      <button type="button" class="button" onClick={turn(90)} aria-label={words.turnMore}>
        <TurnRightIcon />
        90°
      </button>
      {session.catalogue.value?.bySku.has(sku) && (
        <button
          type="button"
          class="button move"
          aria-pressed={session.picked.value?.item === id}
          aria-label={texts().measure.move}
          title={texts().measure.moveTitle}
          onClick={() => carry(session, id)}
        >
          <MoveIcon />
        </button>
      )}
      <button
        type="button"
        class="button danger"
        onClick={() => removePiece(session, id)}
        aria-label={words.remove}
        title={words.removeKey}
      >
        <BinIcon />
      </button>
    </div>
  );
}
