/** The shape of the room and its size. */
import type { Plan } from "../core/protocol";
import { later } from "../texts/texts";
import { Choice, LengthField } from "./fields";
import { withHeight, withOutline } from "./edits";
import { limits } from "./rules";
import type { Shaper } from "./shaper";
import { CUTS, inShape, reshaped, shapeOf, type Cut, type LShape, type Rectangle, type Shape } from "./shapes";

interface SectionProps {
  readonly plan: Plan;
  readonly shaper: Shaper;
  readonly disabled: boolean;
}

export function ShapeSection({ plan, shaper, disabled }: SectionProps) {
  const found = shapeOf(plan.outline);
  const kind: Shape["kind"] = shaper.free.value ? "free" : found.kind;
  const choose = (wanted: Shape["kind"]) => {
    shaper.free.value = wanted === "free";
    shaper.select(undefined);
    shaper.said.value = undefined;
    if (wanted !== "free" && wanted !== found.kind)
      shaper.change(({ outline, ...rest }) => withOutline({ outline, ...rest }, reshaped(outline, inShape(outline, wanted)))); // prettier-ignore
  };
  const size = (shape: Rectangle | LShape) =>
    shaper.set((before) => withOutline(before, reshaped(before.outline, shape)));
  return (
    <section class="shape-section">
      <Choice
        label={later().room.shape}
        value={kind}
        options={{
          rectangle: <Shown path="M3 5h18v14H3z" text={later().room.shapes.rectangle} />,
          l: <Shown path="M3 5h18v8h-9v6H3z" text={later().room.shapes.l} />,
          free: <Shown path="M3 8l9-4 9 6-4 10H5z" text={later().room.shapes.free} />,
        }}
        disabled={disabled}
        bare
        className="wide"
        onChange={choose}
      />
      <div class="length-grid three">
        {kind !== "free" && found.kind !== "free" && <Sizes shape={found} size={size} disabled={disabled} />}
        <LengthField
          label={later().room.height}
          value={plan.height}
          {...limits.height}
          disabled={disabled}
          onChange={(height) => shaper.set((before) => withHeight(before, height))}
        />
      </div>
      {kind === "l" && found.kind === "l" && <Missing shape={found} size={size} disabled={disabled} />}
      <p class="shape-hint">{kind === "free" ? later().room.cornersHint : later().room.inside}</p>
    </section>
  );
}

interface SizesProps<S> {
  readonly shape: S;
  readonly size: (shape: Rectangle | LShape) => string | undefined;
  readonly disabled: boolean;
}

function Sizes({ shape, size, disabled }: SizesProps<Rectangle | LShape>) {
  return (
    <>
      <LengthField label={later().room.width} value={shape.width} {...limits.side} disabled={disabled} onChange={(width) => size({ ...shape, width })} />
      <LengthField label={later().room.depth} value={shape.depth} {...limits.side} disabled={disabled} onChange={(depth) => size({ ...shape, depth })} />
    </>
  ); // prettier-ignore
}

const MISSING: Record<Cut, string> = {
  nw: "M12 5h9v14H3v-7h9z",
  ne: "M3 5h9v7h9v7H3z",
  sw: "M3 5h18v14h-9v-7H3z",
  se: "M3 5h18v7h-9v7H3z",
};

function Missing({ shape, size, disabled }: SizesProps<LShape>) {
  const options = Object.fromEntries(CUTS.map((cut) => [cut, <Pictogram key={cut} path={MISSING[cut]} />]));
  return (
    <div class="length-grid">
      <Choice
        label={later().room.cut}
        value={shape.cut}
        options={options as Record<Cut, preact.JSX.Element>}
        names={later().room.cuts}
        className="cuts"
        disabled={disabled}
        onChange={(cut) => void size({ ...shape, cut })}
      />
      <LengthField label={later().room.cutWidth} value={shape.cutWidth} least={limits.side.least} most={shape.width - limits.side.least} disabled={disabled} onChange={(cutWidth) => size({ ...shape, cutWidth })} />
      <LengthField label={later().room.cutDepth} value={shape.cutDepth} least={limits.side.least} most={shape.depth - limits.side.least} disabled={disabled} onChange={(cutDepth) => size({ ...shape, cutDepth })} />
    </div>
  ); // prettier-ignore
}

function Shown({ path, text }: { readonly path: string; readonly text: string }) {
  return (
    <>
      <Pictogram path={path} />
      {text}
    </>
  );
}

function Pictogram({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
    </svg>
  );
}
