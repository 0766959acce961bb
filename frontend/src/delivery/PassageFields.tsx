/** One passage of the way in: what was measured of it. A text that is no length stays, and is told. */
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { formatLength, readLength, unitName } from "../core/format";
import { BinIcon } from "../panels/icons";
import { later } from "../texts/texts";
import { measuresOf, type Landings, type Measure, type Passage } from "./passages";
import { measureName, placeholder } from "./words";

/** What a measure of the way in may be, mm. */
const RANGE = { least: 100, most: 10_000 };

interface PassageFieldsProps {
  readonly passage: Passage;
  readonly name: string;
  readonly onChange: (passage: Passage) => void;
  readonly onRemove: () => void;
}

export function PassageFields({ passage, name, onChange, onRemove }: PassageFieldsProps) {
  const landings = useId();
  const set = (measure: Measure, millimetres: number | undefined) => {
    const { [measure]: _, ...rest } = passage.measures;
    onChange({ ...passage, measures: millimetres === undefined ? rest : { ...rest, [measure]: millimetres } });
  };
  return (
    <li class="passage" data-passage={passage.kind}>
      <fieldset>
        <legend>{name}</legend>
        {passage.kind === "stairs" && (
          <div class="passage-landings">
            <label for={landings}>{later().delivery.landingsLabel}</label>
            <select
              id={landings}
              class="input"
              value={passage.landings}
              onChange={(event) => onChange({ ...passage, landings: event.currentTarget.value as Landings })}
            >
              {(["half", "quarter", "none"] as const).map((one) => (
                <option key={one} value={one}>
                  {later().delivery.landings[one]}
                </option>
              ))}
            </select>
          </div>
        )}
        {measuresOf(passage).map((measure) => (
          <Length key={measure} passage={passage} measure={measure} onRead={(length) => set(measure, length)} />
        ))}
      </fieldset>
      <button
        type="button"
        class="button plain square small"
        aria-label={later().delivery.remove(name)}
        onClick={onRemove}
      >
        <BinIcon />
      </button>
    </li>
  );
}

interface LengthProps {
  readonly passage: Passage;
  readonly measure: Measure;
  readonly onRead: (millimetres: number | undefined) => void;
}

function Length({ passage: { kind, measures }, measure, onRead }: LengthProps) {
  const length = measures[measure];
  const text = useSignal(length === undefined ? "" : formatLength(length));
  const problem = useSignal<string | undefined>(undefined);
  const told = useId();
  const onInput = (typed: string) => {
    text.value = typed;
    const name = measureName(kind, measure);
    const read = typed.trim() === "" ? { millimetres: undefined } : readLength(typed, { name, ...RANGE });
    problem.value = "problem" in read ? read.problem : undefined;
    onRead("problem" in read ? undefined : read.millimetres);
  };
  const shownUnit = unitName();
  const readIn = useRef(shownUnit);
  useEffect(() => {
    if (readIn.current === shownUnit) return;
    readIn.current = shownUnit;
    // The same length in the new unit; what was none may be one now.
    if (problem.value !== undefined) onInput(text.value);
    else text.value = length === undefined ? "" : formatLength(length);
  }, [shownUnit]);
  return (
    <label class="length">
      <span>{measureName(kind, measure)}</span>
      <span class="length-field">
        <input
          class="input"
          inputMode="decimal"
          autocomplete="off"
          placeholder={placeholder(kind, measure)}
          value={text.value}
          aria-invalid={problem.value !== undefined}
          {...(problem.value !== undefined && { "aria-describedby": told })}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span aria-hidden="true">{shownUnit}</span>
      </span>
      {problem.value !== undefined && (
        <span class="problem" id={told}>
          {problem.value}
        </span>
      )}
    </label>
  );
}
