/** The page's theme as colours and lights of the room; `view3d.css` has the tokens. */
import { Color } from "three";

export interface Look {
  readonly dark: boolean;
  readonly sky: Color;
  readonly wall: Color;
  readonly cut: Color;
  readonly floor: Color;
  readonly ceiling: Color;
  readonly frame: Color;
  readonly leaf: Color;
  readonly outside: Color;
  readonly accent: Color;
  readonly mine: Color;
  readonly other: Color;
  readonly muted: Color;
}

/** What the tokens say just now within an element. */
export function lookIn(host: HTMLElement): Look {
  const probe = document.createElement("i");
  probe.hidden = true;
  host.append(probe);
  const token = (name: string) => {
    probe.style.color = `var(--${name})`;
    return new Color().setStyle(getComputedStyle(probe).color);
  };
  const sky = token("room-sky");
  const look: Look = {
    dark: sky.r + sky.g + sky.b < 1,
    sky,
    wall: token("room-wall"),
    cut: token("room-cut"),
    floor: token("room-floor"),
    ceiling: token("room-ceiling"),
    frame: token("room-frame"),
    leaf: token("room-leaf"),
    outside: token("room-outside"),
    accent: token("accent"),
    mine: token("mine"),
    other: token("other"),
    muted: token("muted"),
  };
  probe.remove();
  return look;
}
