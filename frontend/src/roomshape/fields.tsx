/** Fields for lengths and angles, and choices with few answers. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect } from "preact/hooks";
import { formatLength, readLength, stepped, unitName } from "../core/format";
import { readAngle } from "./words";

interface FieldProps {
  readonly label: string;
  /** What screen readers say where the label alone would be ambiguous; begins with it. */
  readonly name?: string;
  /** Millimetres, or degrees. */
  readonly value: number;
  readonly disabled?: boolean;
  /** Whether the label stands elsewhere already; then there is a `name`. */
  readonly bare?: boolean;
  /** Answers why not, where the room cannot have it. */
  readonly onChange: (value: number) => string | undefined;
}

interface LengthFieldProps extends FieldProps {
  readonly least: number;
  readonly most: number;
}

/** A length in the chosen unit; the arrows step by one of it, with Shift by ten. */
export function LengthField({ least, most, ...field }: LengthFieldProps) {
  const { value, name, label } = field;
  const read = (text: string) => {
    const length = readLength(text, { name: name ?? label, least, most });
    return "problem" in length ? length : { value: length.millimetres };
  };
  const step = (from: number, way: number, large: boolean) => {
    const to = stepped(from, way * (large ? 10 : 1));
    return to >= least && to <= most ? to : undefined;
  };
  return <MeasureField {...field} shown={formatLength(value)} unit={unitName()} read={read} step={step} />;
}

/** An angle in whole degrees; the arrows turn by 1°, with Shift by 15°. */
export function AngleField(field: FieldProps) {
  const { value, name, label } = field;
  const read = (text: string) => readAngle(text, name ?? label);
  const step = (from: number, way: number, large: boolean) => (from + way * (large ? 15 : 1) + 360) % 360;
  return <MeasureField {...field} shown={String(value)} unit="°" read={read} step={step} />;
}

interface MeasureFieldProps extends FieldProps {
  readonly shown: string;
  readonly unit: string;
  readonly read: (text: string) => { readonly value: number } | { readonly problem: string };
  /** Where the arrows lead from a value, up (1) or down (−1); nowhere where that is out of range. */
  readonly step: (from: number, way: number, large: boolean) => number | undefined;
}

/** Kept with Enter or on leaving, and put back with Escape. What could not be kept stays, with the reason. */
function MeasureField(props: MeasureFieldProps) {
  const { label, name, value, shown, unit, read, step, disabled, bare, onChange } = props;
  const id = useId();
  const draft = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const end = () => {
    draft.value = undefined;
    problem.value = undefined;
  };
  // Changed from elsewhere, or in another unit: what was being typed was about another value. What is typed from then on,
  // be it before the next frame, is about this one.
  useLayoutEffect(end, [shown]);
  const take = (wanted: number) => {
    problem.value = onChange(wanted);
    if (problem.value === undefined) end();
  };
  /** Answers the value that the field then has; undefined when what was typed could not be kept. */
  const keep = (): number | undefined => {
    const text = draft.value;
    if (text === undefined || text.trim() === shown) {
      end();
      return value;
    }
    const answer = read(text);
    if ("problem" in answer) problem.value = answer.problem;
    else take(answer.value);
    return "problem" in answer || problem.value !== undefined ? undefined : answer.value;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") keep();
    else if (event.key === "Escape" && draft.value !== undefined) end();
    else if (way !== undefined) {
      // What was typed is kept first, and the step goes on from there.
      const from = keep();
      const to = from === undefined ? undefined : step(from, way, event.shiftKey);
      if (to !== undefined) take(to);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class={bare ? "length bare" : "length"}>
      {!bare && <label for={id}>{label}</label>}
      <span class="length-box">
        <input
          id={id}
          class="input"
          value={draft.value ?? shown}
          disabled={disabled}
          inputMode="decimal"
          autocomplete="off"
          spellcheck={false}
          aria-label={name}
          aria-invalid={problem.value !== undefined}
          aria-describedby={`${id}-unit ${id}-problem`}
          onInput={(event) => (draft.value = event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => void keep()}
          onKeyDown={onKeyDown}
        />
        <span id={`${id}-unit`} class="length-unit">
          {unit}
        </span>
      </span>
      <span id={`${id}-problem`} class="length-problem" role="alert">
        {problem.value}
      </span>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: Readonly<Record<T, ComponentChildren>>;
  /** What is read aloud where an option is a picture. */
  readonly names?: Readonly<Record<T, string>>;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly bare?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, names, className = "", disabled, bare, onChange } = props;
  const id = useId();
  return (
    <fieldset class={`segments ${className}`} disabled={disabled}>
      <legend class={bare ? "visually-hidden" : undefined}>{label}</legend>
      <div class="segments-row">
        {(Object.keys(options) as T[]).map((option) => (
          <label key={option} class="segment" title={names?.[option]}>
            <input
              type="radio"
              name={id}
              checked={option === value}
              aria-label={names?.[option]}
              onChange={() => onChange(option)}
            />
            <span>{options[option]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
