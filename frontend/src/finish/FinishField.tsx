/** The finish of a piece in the list, to be read and chosen. */
import { finishOf, hasChoice } from "../core/finishes";
import type { Item, Product } from "../core/protocol";
import { useWorkshop } from "../panels/context";
import { finishName } from "../texts/names";
import { texts } from "../texts/texts";
import { Chosen, Dot } from "./Swatches";

interface FinishFieldProps {
  readonly item: Item;
  readonly product: Product;
  /** What the piece is called. */
  readonly of: string;
  readonly changeable: boolean;
}

export function FinishField({ item, product, of, changeable }: FinishFieldProps) {
  const { designer } = useWorkshop().session;
  const chosen = finishOf(product, item.finish);
  if (!chosen || !hasChoice(product)) return null;
  if (!changeable) return <Chosen finish={chosen} />;
  return (
    <label class="finish-field">
      <Dot finish={chosen} />
      <select
        class="input"
        aria-label={texts().catalogue.finishOf(of)}
        value={chosen.id}
        onChange={(event) => designer.finish(item.item, event.currentTarget.value)}
      >
        {product.finishes?.map((finish) => (
          <option key={finish.id} value={finish.id}>
            {finishName(finish)}
          </option>
        ))}
      </select>
    </label>
  );
}
