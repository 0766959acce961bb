/** Where exactly a piece stands: two edges and its angle, to be read, typed and stepped through. */
import { useComputed } from "@preact/signals";
import { formatLength, formatSize, busySentence, readLength, stepped, unitName } from "../core/format";
import type { Item, Plan, Pose, Product } from "../core/protocol";
import { useWorkshop } from "../panels/context";
import { TURN_STEP } from "../plan/gesture";
import { holderOf, mayChange } from "../plan/locks";
import { texts } from "../texts/texts";
import { readAngle } from "./angles";
import { edgeRange, edgesOf, withEdge } from "./edges";
import { Field } from "./Field";

interface ExactFieldsProps {
  readonly item: Item;
  /** For screen readers, where several pieces have such fields. */
  readonly of?: string;
}

export function ExactFields({ item, of = "" }: ExactFieldsProps) {
  const { session } = useWorkshop();
  const plan = useComputed(() => session.view.value.room?.plan).value;
  const editable = useComputed(() => mayChange(session.view.value)).value;
  const product = session.catalogue.value?.bySku.get(item.sku);
  if (!plan) return null;
  const place: Placed = { item, product, plan };
  if (!editable) return <Readout {...place} />;
  const suffix = of === "" ? "" : `, ${of}`;
  return (
    <div class="exacts">
      <EdgeField {...place} axis="x" name={`${texts().measure.x}, ${texts().measure.fromWest}${suffix}`} />
      <EdgeField {...place} axis="y" name={`${texts().measure.y}, ${texts().measure.fromNorth}${suffix}`} />
      <AngleField {...place} name={`${texts().measure.turned}, ${texts().measure.clockwise}${suffix}`} />
    </div>
  );
}

interface Placed {
  readonly item: Item;
  readonly product: Product | undefined;
  readonly plan: Plan;
}

function EdgeField({ item, product, plan, axis, name }: Placed & { readonly axis: "x" | "y"; readonly name: string }) {
  const { designer } = useWorkshop().session;
  const refused = useRefused(item.item);
  const edge = edgesOf(item, product, plan)[axis];
  const range = edgeRange(item, axis, product, plan);
  return (
    <Field
      label={texts().measure[axis]}
      name={name}
      shown={formatLength(edge)}
      unit={unitName()}
      read={(text) => {
        const found = readLength(text, { name: texts().measure[axis], ...range });
        return "problem" in found ? found : { value: found.millimetres };
      }}
      onChange={(to) => refused() ?? told(designer.put(item.item, withEdge(item, axis, to, product, plan)))}
      onStep={(way, large) => {
        const to = Math.min(range.most, Math.max(range.least, stepped(edge, way * (large ? 10 : 1))));
        const by = to - edge;
        return refused() ?? told(designer.nudge(item.item, axis === "x" ? by : 0, axis === "y" ? by : 0));
      }}
    />
  );
}

function AngleField({ item, name }: Placed & { readonly name: string }) {
  const { designer } = useWorkshop().session;
  const refused = useRefused(item.item);
  const turned = (rotation: number): Pose => ({ x: item.x, y: item.y, rotation });
  return (
    <Field
      label={texts().measure.turned}
      name={name}
      shown={String(item.rotation)}
      unit="°"
      read={readAngle}
      onChange={(to) => refused() ?? told(designer.put(item.item, turned(to)))}
      onStep={(way, large) => refused() ?? told(designer.rotate(item.item, way * (large ? TURN_STEP : 1)))}
    />
  );
}

/** Why a piece cannot be moved just now; asked when it is to be, not when it was last drawn. */
function useRefused(item: string): () => string | undefined {
  const { session } = useWorkshop();
  return () => {
    const holder = holderOf(session.view.peek(), item);
    return holder && busySentence(holder.name);
  };
}

/** Whatever else refuses a change has been said in a notice. */
function told(_: void | boolean): undefined {
  return undefined;
}

function Readout({ item, product, plan }: Placed) {
  const { x, y } = edgesOf(item, product, plan);
  return (
    <dl class="readout">
      <div>
        <dt title={texts().measure.fromWest}>{texts().measure.x}</dt>
        <dd>{formatSize(x)}</dd>
      </div>
      <div>
        <dt title={texts().measure.fromNorth}>{texts().measure.y}</dt>
        <dd>{formatSize(y)}</dd>
      </div>
      <div>
        <dt title={texts().measure.clockwise}>{texts().measure.turned}</dt>
        <dd>{item.rotation}°</dd>
      </div>
    </dl>
  );
}
