/** The finishes of the selected piece, one of them chosen. Arrow keys go through them, as in any group of radio buttons. */
import { finishOf, hasChoice } from "../core/finishes";
import type { Finish, Product } from "../core/protocol";
import { useWorkshop } from "../panels/context";
import { finishName } from "../texts/names";
import { texts } from "../texts/texts";
import "./finish.css";

interface SwatchesProps {
  readonly id: string;
  readonly finish: string | undefined;
  readonly product: Product;
  readonly changeable: boolean;
}

export function Swatches({ id, finish: own, product, changeable }: SwatchesProps) {
  const { designer } = useWorkshop().session;
  const chosen = finishOf(product, own);
  if (!chosen || !hasChoice(product)) return null;
  if (!changeable) return <Chosen finish={chosen} />;
  return (
    <fieldset class="swatches" onKeyDown={keepArrows}>
      <legend class="visually-hidden">{texts().catalogue.finish}</legend>
      {product.finishes?.map((finish) => (
        <label key={finish.id} class="swatch">
          <input
            type="radio"
            name={`finish-${id}`}
            class="visually-hidden"
            value={finish.id}
            checked={finish === chosen}
            onChange={() => designer.finish(id, finish.id)}
          />
          <Dot finish={finish} />
          {finishName(finish)}
        </label>
      ))}
    </fieldset>
  );
}

/** What a piece is in, for whoever may not change it now. */
export function Chosen({ finish }: { readonly finish: Finish }) {
  return (
    <p class="finish-chosen">
      <Dot finish={finish} />
      <span class="visually-hidden">{texts().catalogue.finish}</span> {finishName(finish)}
    </p>
  );
}

export function Dot({ finish }: { readonly finish: Finish }) {
  return <span class="finish-dot" style={{ background: finish.color }} />;
}

/** They choose a finish here, and do not move the piece. */
function keepArrows(event: KeyboardEvent): void {
  if (event.key.startsWith("Arrow")) event.stopPropagation();
}
