/** What gets in and what does not, the worst first; each unfolds to its packages. */
import type { Product } from "../core/protocol";
import { CheckIcon, CrossIcon, NarrowIcon, QuestionIcon } from "../panels/icons";
import { ProductPicture } from "../panels/ProductPicture";
import { later } from "../texts/texts";
import type { Delivery, Verdict } from "./delivery";
import type { Passage } from "./passages";
import { countsText, findingText, packageText, resultText } from "./words";

export interface Result extends Delivery {
  readonly product: Product;
}

interface ResultsProps {
  readonly results: readonly Result[];
  readonly way: readonly Passage[];
  /** The sku of the selected piece. */
  readonly selected: string | undefined;
}

const ICONS: Record<Verdict, () => preact.JSX.Element> = {
  no: CrossIcon,
  "not-checked": QuestionIcon,
  tight: NarrowIcon,
  ok: CheckIcon,
};

const WORST_FIRST: readonly Verdict[] = ["no", "not-checked", "tight", "ok"];

export function Results({ results, way, selected }: ResultsProps) {
  const isSelected = ({ product }: Result) => product.sku === selected;
  const rank = (result: Result) => (isSelected(result) ? -1 : WORST_FIRST.indexOf(result.verdict));
  const sorted = [...results].sort((one, other) => rank(one) - rank(other));
  const counts = countsText(results.map(({ verdict }) => verdict));
  return (
    <section class="results" aria-labelledby="gets-in">
      <h3 id="gets-in">{later().delivery.resultsTitle}</h3>
      {results.length === 0 && <p class="muted">{later().delivery.noPieces}</p>}
      {way.length === 0 ? (
        results.length > 0 && <p class="muted">{later().delivery.noWay}</p>
      ) : (
        <p class="counts" role="status">
          {counts}
        </p>
      )}
      <ul>
        {sorted.map((result) => (
          <li key={result.product.sku}>
            <OneResult result={result} way={way} isSelected={isSelected(result)} />
          </li>
        ))}
      </ul>
      {results.length > 0 && <p class="muted limits">{later().delivery.limits}</p>}
    </section>
  );
}

interface OneResultProps {
  readonly result: Result;
  readonly way: readonly Passage[];
  readonly isSelected: boolean;
}

function OneResult({ result, way, isSelected }: OneResultProps) {
  const { product, verdict, findings } = result;
  const packages = product.packages ?? [];
  const Icon = ICONS[verdict];
  return (
    <details class={`get-in-result ${verdict}`} data-sku={product.sku} {...(isSelected && { "data-selected": "" })}>
      <summary>
        <span class="thumb">
          <ProductPicture product={product} size={34} />
        </span>
        <span class="get-in-name">
          <strong>{product.name}</strong>
          {isSelected && <span class="muted">{later().delivery.selected}</span>}
          <span class="get-in-verdict">
            <Icon />
            <strong>{later().delivery.verdicts[verdict]}</strong>
          </span>
          <span class="get-in-margin">{resultText(result, way)}</span>
        </span>
      </summary>
      <ul>
        {packages.map((packed, index) => (
          <li key={index}>
            <span>{packageText(packed, index, packages.length)}</span>
            <ul>
              {findings
                .filter((finding) => finding.package === index)
                .map((finding) => (
                  <li key={finding.passage} class={finding.verdict}>
                    {later().delivery.verdicts[finding.verdict]} · {findingText(finding, way)}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
