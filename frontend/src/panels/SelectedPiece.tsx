/** The selected piece: what it is, where exactly it stands, who has it, and what one can do with it. */
import { formatPrice } from "../core/catalogue";
import { productIn } from "../core/finishes";
import { formatDimensions } from "../core/format";
import type { Item } from "../core/protocol";
import { Swatches } from "../finish/Swatches";
import { ExactFields } from "../measure/ExactFields";
import { TURN_STEP } from "../plan/gesture";
import { holderOf, lockState, mayChange } from "../plan/locks";
import { SeveralButton } from "../group/SeveralButton";
import { GetInButton } from "../delivery/GetInButton";
import { useWorkshop } from "./context";
import { carry } from "../measure/carry";
import { BinIcon, CloseIcon, MoveIcon, PadlockIcon, TurnLeftIcon, TurnRightIcon } from "./icons";
import { kindName } from "../texts/names";
import { texts } from "../texts/texts";
import { ProductPicture } from "./ProductPicture";

export function SelectedPiece() {
  const { session } = useWorkshop();
  const view = session.view.value;
  const item = view.selection === undefined ? undefined : view.shown.get(view.selection);
  if (!item) return null;
  const changeable = mayChange(view) && lockState(view, item.item) !== "other";
  const product = session.catalogue.value?.bySku.get(item.sku);
  return (
    <section class="selected" aria-label={texts().pieces.selected}>
      <header class="selected-head">
        <span class="thumb">{product && <ProductPicture product={productIn(product, item.finish)} size={52} />}</span>
        <span class="selected-name">
          <strong>{product?.name ?? texts().pieces.unknown}</strong>
          <Holder item={item} otherwise={product ? kindName(product.kind) : item.sku} />
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
      {product && <Swatches item={item} product={product} changeable={changeable} />}
      <ExactFields key={item.item} item={item} />
      {changeable && <Actions item={item} />}
    </section>
  );
}

/** Who has it takes the place of what kind it is, so that nothing jumps when a hand closes. */
export function Holder({ item, otherwise }: { readonly item: Item; readonly otherwise: string }) {
  const view = useWorkshop().session.view.value;
  const holder = holderOf(view, item.item);
  if (lockState(view, item.item) === "mine") return <span class="holder mine">{texts().pieces.inYourHands}</span>;
  if (!holder) return <span class="muted">{otherwise}</span>;
  return (
    <span class="holder other">
      <PadlockIcon />
      {texts().pieces.movedBy(holder.name)}
    </span>
  );
}

function Actions({ item }: { readonly item: Item }) {
  const { session } = useWorkshop();
  const { designer } = session;
  const words = texts().pieces;
  const turn = (degrees: number) => () => designer.rotate(item.item, degrees);
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
      {session.catalogue.value?.bySku.has(item.sku) && (
        <button
          type="button"
          class="button move"
          aria-pressed={session.picked.value?.item === item.item}
          aria-label={texts().measure.move}
          title={texts().measure.moveTitle}
          onClick={() => carry(session, item.item)}
        >
          <MoveIcon />
        </button>
      )}
      <button
        type="button"
        class="button danger"
        onClick={() => designer.remove(item.item)}
        aria-label={words.remove}
        title={words.removeKey}
      >
        <BinIcon />
      </button>
    </div>
  );
}
