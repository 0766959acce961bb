/** Fields for lengths, and choices with few answers. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId } from "preact/hooks";
import { formatLength, readLength, unit } from "../core/format";

interface LengthFieldProps {
  readonly label: string;
  /** What screen readers say where the label alone would be ambiguous; begins with it. */
  readonly name?: string;
  /** Millimetres. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly disabled?: boolean;
  /** Whether the label stands elsewhere already; then there is a `name`. */
  readonly bare?: boolean;
  /** Answers why not, where the room cannot have it. */
  readonly onChange: (millimetres: number) => string | undefined;
}

/**
 * A length that is kept with Enter or on leaving, and put back with Escape; the arrows step by 1 cm, with Shift by 10.
 * What could not be kept stays, with the reason.
 */
export function LengthField({ label, name, value, least, most, disabled, bare, onChange }: LengthFieldProps) {
  const id = useId();
  const draft = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const shown = formatLength(value);
  const end = () => {
    draft.value = undefined;
    problem.value = undefined;
  };
  // Changed from elsewhere, or in another unit: what was being typed was about another value.
  useEffect(end, [shown]);
  const take = (millimetres: number) => {
    problem.value = onChange(millimetres);
    if (problem.value === undefined) end();
  };
  const keep = () => {
    const text = draft.value;
    if (text === undefined || text.trim() === shown) return end();
    const read = readLength(text, { name: name ?? label, least, most });
    if ("problem" in read) problem.value = read.problem;
    else take(read.millimetres);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") keep();
    else if (event.key === "Escape" && draft.value !== undefined) end();
    else if (way !== undefined) {
      const to = value + way * (event.shiftKey ? 100 : 10);
      if (to >= least && to <= most) take(to);
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
          onBlur={keep}
          onKeyDown={onKeyDown}
        />
        <span id={`${id}-unit`} class="length-unit">
          {unit()}
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
