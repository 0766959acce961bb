/** What colour something looks like, so that tests do not depend on the exact tone. */
export const GREEN = "green";
export const RED = "red";

/** Of a computed colour, "rgb(23, 121, 63)": the channel that clearly outweighs both others, if one does. */
export function hue(color: string): "red" | "green" | "blue" | "none" {
  const channels = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const names = ["red", "green", "blue"] as const;
  const strongest = channels.indexOf(Math.max(...channels));
  const others = channels.filter((_, index) => index !== strongest);
  return others.every((other) => channels[strongest]! > other * 1.25) ? names[strongest]! : "none";
}
