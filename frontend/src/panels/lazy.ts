/** Parts of the page that come when they are first wanted. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { laterTexts } from "../language";

/** How long to wait before a part that could not be loaded is asked for again. */
const AGAIN_MS = 2_000;

/** A module, once it and what it says are here; undefined until then. Asks again when the server was away. */
export function useLoaded<M extends object>(load: () => Promise<M>): M | undefined {
  const loaded = useSignal<M | undefined>(undefined);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = () =>
      Promise.all([load(), laterTexts()]).then(
        ([module]) => {
          if (!gone) loaded.value = module;
        },
        () => {
          if (!gone) timer = setTimeout(() => void ask(), AGAIN_MS);
        },
      );
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return loaded.value;
}
