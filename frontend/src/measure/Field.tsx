/** A field for a number with its unit, kept with Enter or on leaving. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

export interface FieldProps {
  readonly label: string;
  /** What screen readers say; begins with the label. */
  readonly name: string;
  /** The value as it is shown, without its unit. */
  readonly shown: string;
  readonly unit: string;
  /** What was typed, as a value; or what was wrong with it. */
  readonly read: (text: string) => { readonly value: number } | { readonly problem: string };
  /** Answers why not, where it cannot be so. */
  readonly onChange: (value: number) => string | undefined;
  /** The arrow keys: one step up or down, or a large one. */
  readonly onStep: (way: 1 | -1, large: boolean) => string | undefined;
}

/** Escape gives up what is typed. What could not be kept stays, with the reason, until it is mended or given up. */
export function Field({ label, name, shown, unit, read, onChange, onStep }: FieldProps) {
  const id = useId();
  const draft = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const end = (why?: string) => {
    problem.value = why;
    if (why === undefined) draft.value = undefined;
  };
  const keep = () => {
    const text = draft.value;
    if (text === undefined || text.trim() === shown) return end();
    const found = read(text);
    end("problem" in found ? found.problem : onChange(found.value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ({ ArrowUp: 1, ArrowDown: -1 } as const)[event.key];
    if (event.key === "Enter") keep();
    else if (event.key === "Escape" && draft.value !== undefined) end();
    else if (way !== undefined) {
      keep();
      if (problem.value === undefined) end(onStep(way, event.shiftKey));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="exact">
      <label for={id} title={name}>
        {label}
      </label>
      <span class="exact-box">
        <input
          id={id}
          value={draft.value ?? shown}
          inputMode="text"
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
        <span id={`${id}-unit`} class="exact-unit">
          {unit}
        </span>
      </span>
      <span id={`${id}-problem`} class="exact-problem" role="alert">
        {problem.value}
      </span>
    </div>
  );
}
