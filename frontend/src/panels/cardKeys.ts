/** Walking through cards in rows with the arrow keys, as one would through a grid. */

/** Where a card lies; the cards come in reading order. */
export interface Spot {
  readonly left: number;
  readonly top: number;
}

/** The index of the card that a key leads to from another; undefined where it leads nowhere, or is no such key. */
export function nextCard(key: string, from: number, spots: readonly Spot[]): number | undefined {
  const here = spots[from];
  if (!here) return undefined;
  const within = (index: number) => (index >= 0 && index < spots.length ? index : undefined);
  switch (key) {
    case "ArrowLeft":
      return within(from - 1);
    case "ArrowRight":
      return within(from + 1);
    case "ArrowDown":
      return inNextRow(here, (top) => top > here.top, spots);
    case "ArrowUp":
      return inNextRow(here, (top) => top < here.top, spots);
    case "Home":
      return 0;
    case "End":
      return spots.length - 1;
    default:
      return undefined;
  }
}

/** The card nearest to the same column, in the nearest row that is beyond. */
function inNextRow(here: Spot, isBeyond: (top: number) => boolean, spots: readonly Spot[]): number | undefined {
  const away = ({ left, top }: Spot) => Math.abs(top - here.top) * 1e6 + Math.abs(left - here.left);
  const beyond = spots.flatMap((spot, index) => (isBeyond(spot.top) ? [{ index, away: away(spot) }] : []));
  return beyond.sort((one, other) => one.away - other.away)[0]?.index;
}
