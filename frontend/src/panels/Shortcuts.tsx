import { useEffect } from "preact/hooks";
import { KeyboardIcon } from "./icons";
import { Popover } from "./Popover";
import { texts } from "../texts/texts";

export function Shortcuts() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea");
      if (event.key === "?" && !typing) document.getElementById("shortcuts")?.togglePopover();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  const words = texts().shortcuts;
  return (
    <Popover id="shortcuts" label={words.label} className="button plain square wide-only" button={<KeyboardIcon />}>
      <h2>{words.title}</h2>
      <dl class="shortcuts" tabIndex={0}>
        {words.list.map(([keys, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.this}</dt>
          <dd>
            <kbd>?</kbd>
          </dd>
        </div>
      </dl>
    </Popover>
  );
}
