/** The walls, each with its length, and what one can do with the chosen one or the chosen corner. */
import { walls } from "../core/geometry";
import type { Opening, Plan } from "../core/protocol";
import { BinIcon, PlusIcon } from "../panels/icons";
import { later, texts } from "../texts/texts";
import { withOpening, withOutline } from "./edits";
import { LengthField } from "./fields";
import { removePart } from "./keys";
import { middleOfTheFree } from "./openings";
import { addCorner, setWallLength } from "./outline";
import { limits } from "./rules";
import type { Shaper } from "./shaper";
import { cornerName, wallName } from "./words";

interface SectionProps {
  readonly plan: Plan;
  readonly shaper: Shaper;
  readonly disabled: boolean;
}

export function WallsSection({ plan, shaper, disabled }: SectionProps) {
  const { outline } = plan;
  const selected = shaper.selected.value;
  return (
    <section class="shape-section" aria-labelledby="shape-walls">
      <h3 id="shape-walls">{later().room.walls}</h3>
      <ul class="shape-list">
        {walls(outline).map(({ index, length }) => {
          const name = wallName(outline, index);
          const chosen = selected?.kind === "wall" && selected.index === index;
          return (
            <li key={index} class={chosen ? "chosen" : undefined}>
              <div class="shape-row">
                <button
                  type="button"
                  class="shape-name"
                  aria-expanded={chosen}
                  onClick={() => shaper.select(chosen ? undefined : { kind: "wall", index })}
                >
                  {name}
                </button>
                <LengthField
                  label={name}
                  name={later().room.lengthOf(name)}
                  value={Math.round(length)}
                  {...limits.side}
                  disabled={disabled}
                  bare
                  onChange={(to) => shaper.set((before) => withOutline(before, setWallLength(before.outline, index, to)))}
                />
              </div>
              {chosen && !disabled && <AddTo wall={index} name={name} shaper={shaper} />}
            </li>
          ); // prettier-ignore
        })}
      </ul>
      {selected?.kind === "corner" && selected.index < outline.length && (
        <div class="shape-corner-box chosen">
          <span>{cornerName(outline, selected.index)}</span>
          <button type="button" class="button danger" disabled={disabled} onClick={() => removePart(shaper, selected)}>
            <BinIcon />
            {later().room.removeCorner}
          </button>
        </div>
      )}
    </section>
  );
}

function AddTo({ wall, name, shaper }: { readonly wall: number; readonly name: string; readonly shaper: Shaper }) {
  const add = (kind: Opening["kind"]) => {
    if (!shaper.change((plan) => withOpening(plan, kind, wall)) || !shaper.plan) return;
    shaper.select({ kind: "opening", index: shaper.plan.openings.length - 1 });
  };
  const divide = () => {
    const done = shaper.change((plan) => withOutline(plan, addCorner(plan.outline, wall, middleOfTheFree(plan, wall)))); // prettier-ignore
    if (done) shaper.select({ kind: "corner", index: wall + 1 });
  };
  return (
    <div class="shape-adds" role="group" aria-label={later().room.addTo(name)}>
      {(Object.keys(texts().parts.openings) as Opening["kind"][]).map((kind) => (
        <button key={kind} type="button" class="button" onClick={() => add(kind)}>
          <PlusIcon />
          {texts().parts.openings[kind]}
        </button>
      ))}
      {shaper.hasCorners && (
        <button type="button" class="button" onClick={divide}>
          <PlusIcon />
          {later().room.corner}
        </button>
      )}
    </div>
  );
}
