/** One button for each kind of passage. The fields of a new one get the focus. */
import { useRef } from "preact/hooks";
import { PlusIcon } from "../panels/icons";
import { later } from "../texts/texts";
import { passageKinds, unmeasured, type Passage } from "./passages";

export function AddPassage({ onAdd }: { readonly onAdd: (passage: Passage) => void }) {
  const group = useRef<HTMLDivElement>(null);
  const add = (passage: Passage) => {
    onAdd(passage);
    // The list is drawn anew in a microtask; the field is there in the next frame.
    requestAnimationFrame(() => {
      const last = group.current?.parentElement?.querySelector(".passages > li:last-child input");
      if (last instanceof HTMLElement) last.focus();
    });
  };
  return (
    <div class="add-passage" ref={group}>
      {passageKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          aria-label={later().delivery.add(later().delivery.kinds[kind])}
          onClick={() => add(unmeasured(kind))}
        >
          <PlusIcon />
          {later().delivery.kinds[kind]}
        </button>
      ))}
    </div>
  );
}
