/** Doors, windows and passages: added, and each with its fields. */
import { useComputed } from "@preact/signals";
import type { Opening, Plan } from "../core/protocol";
import { BinIcon, PlusIcon } from "../panels/icons";
import { later, texts } from "../texts/texts";
import { changeOpening, moveOpening } from "./edits";
import { Choice, LengthField } from "./fields";
import { removePart } from "./keys";
import { limits, roomOn } from "./rules";
import type { Shaper } from "./shaper";
import { openingName, openingPlace, wallName } from "./words";

interface SectionProps {
  readonly plan: Plan;
  readonly shaper: Shaper;
  readonly disabled: boolean;
}

export function OpeningsSection({ plan, shaper, disabled }: SectionProps) {
  const selected = shaper.selected.value;
  return (
    <section class="shape-section" aria-labelledby="shape-openings">
      <h3 id="shape-openings">{later().room.openings}</h3>
      {plan.openings.length === 0 && <p class="shape-hint">{later().room.noOpenings}</p>}
      <ul class="shape-list">
        {plan.openings.map((_, index) => {
          const chosen = selected?.kind === "opening" && selected.index === index;
          return (
            <li key={index} class={chosen ? "chosen" : undefined}>
              <button
                type="button"
                class="shape-name whole"
                aria-expanded={chosen}
                onClick={() => shaper.select(chosen ? undefined : { kind: "opening", index })}
              >
                {openingName(index, plan)}
                <span class="shape-place">{openingPlace(plan, index)}</span>
              </button>
              {chosen && <OpeningFields index={index} plan={plan} shaper={shaper} disabled={disabled} />}
            </li>
          );
        })}
      </ul>
      {!disabled && <Adding shaper={shaper} />}
    </section>
  );
}

function Adding({ shaper }: { readonly shaper: Shaper }) {
  const adding = useComputed(() => shaper.adding.value).value;
  return (
    <div class="shape-adds" role="group" aria-label={later().room.add}>
      {(Object.keys(texts().parts.openings) as Opening["kind"][]).map((kind) => (
        <button
          key={kind}
          type="button"
          class="button"
          aria-pressed={adding === kind}
          onClick={() => shaper.add(adding === kind ? undefined : kind)}
        >
          <PlusIcon />
          {texts().parts.openings[kind]}
        </button>
      ))}
    </div>
  );
}

interface FieldsProps extends SectionProps {
  readonly index: number;
}

function OpeningFields({ index, plan, shaper, disabled }: FieldsProps) {
  const { kind, wall, offset, width, height, sill, hinge, swing } = plan.openings[index]!;
  const name = openingName(index, plan);
  const room = roomOn(plan.outline, wall);
  const change = (changes: Partial<Opening>) => shaper.set((before) => changeOpening(before, index, changes));
  const field = (label: string, value: number, least: number, most: number, changed: (to: number) => Partial<Opening>) => (
    <LengthField label={label} name={later().room.ofPart(label, name)} value={value} least={least} most={most} disabled={disabled} onChange={(to) => change(changed(to))} />
  ); // prettier-ignore
  return (
    <div class="opening-fields">
      <label class="opening-wall">
        {later().room.wall}
        <select
          class="input"
          value={wall}
          disabled={disabled}
          onChange={({ currentTarget }) => {
            const to = Number(currentTarget.value);
            const middle = (roomOn(plan.outline, to) - width) / 2;
            // A wall without room for it: the choice goes back to where it is.
            if (!shaper.change((before) => moveOpening(before, index, to, middle))) currentTarget.value = String(wall);
          }}
        >
          {plan.outline.map((_, at) => (
            <option key={at} value={at}>
              {wallName(plan.outline, at)}
            </option>
          ))}
        </select>
      </label>
      <div class="length-grid">
        {field(later().room.fromLeft, offset, 0, room - width, (to) => ({ offset: to }))}
        {field(later().room.fromRight, room - width - offset, 0, room - width, (to) => ({ offset: room - width - to }))}
        {field(later().room.openingWidth, width, limits.opening, room, (to) => ({ width: to }))}
        {field(later().room.openingHeight, height, limits.opening, plan.height - sill, (to) => ({ height: to }))}
        {field(later().room.sill, sill, 0, plan.height - height, (to) => ({ sill: to }))}
      </div>
      {kind !== "passage" && (
        <div class="length-grid">
          <Choice label={later().room.hinge} value={hinge} options={later().room.hinges} disabled={disabled} onChange={(to) => void change({ hinge: to })} />
          <Choice label={later().room.swing} value={swing} options={later().room.swings} disabled={disabled} onChange={(to) => void change({ swing: to })} />
        </div>
      )}
      <p class="shape-hint">{later().room.seen}</p>
      <button type="button" class="button danger" disabled={disabled} onClick={() => removePart(shaper, { kind: "opening", index })}>
        <BinIcon />
        {later().room.remove(name)}
      </button>
    </div>
  ); // prettier-ignore
}
