/** The colours of models: the product's own and what goes with it, calm and warm. */
import type { Tone } from "./parts";

const FIXED: Partial<Record<Tone, string>> = {
  wood: "#c49a68",
  "wood-dark": "#7d5a40",
  dark: "#3b3e42",
  metal: "#b4b6b5",
  linen: "#f3ede2",
  white: "#faf7f1",
  leaf: "#6f9c68",
  "leaf-dark": "#588557",
  "leaf-light": "#93b780",
  soil: "#4a3a30",
  clay: "#c0805f",
  glass: "#d7e3e8",
  sand: "#d8c6a6",
  sage: "#a3b39b",
  smoke: "#8fa3ae",
  rose: "#cfa99a",
  ochre: "#cfa458",
  glow: "#fff1d6",
};

const UNKNOWN = "#b9b2a7";

/** How a tone differs from the product's colour: towards black or white by so much. */
const MIXED: Partial<Record<Tone, readonly [towards: string, share: number]>> = {
  shade: ["#2a221a", 0.13],
  deep: ["#2a221a", 0.34],
  light: ["#fffaf2", 0.12],
  pale: ["#fffaf2", 0.42],
};

/** A tone of a piece in its colour, as #rrggbb. */
export function colorOf(tone: Tone, main = UNKNOWN): string {
  const mix = MIXED[tone];
  return mix ? mixed(main, ...mix) : (FIXED[tone] ?? main);
}

export function mixed(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [one, other] = [from, to].map((color) => parseInt(color.slice(at, at + 2), 16));
    return Math.round(one! + (other! - one!) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
