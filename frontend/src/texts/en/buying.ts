/** The shopping list, on the screen, on paper and in files. */
export const shopping = {
  title: "Shopping list",
  close: "Close the shopping list",
  empty: "Nothing stands in the room yet. What you place appears here with its price.",
  total: "Total",
  copy: "Copy",
  copied: "Copied",
  notCopied: "This browser does not let the page copy. The file holds the same.",
  download: "CSV file",
  print: "Print",
  loading: "One moment…",
  pieces: (pieces: number) => (pieces === 1 ? "1 piece" : `${pieces} pieces`),
  each: (price: string) => `${price} each`,
  unknown: (pieces: number) =>
    `${pieces === 1 ? "1 piece is" : `${pieces} pieces are`} no longer in the catalogue, and not in the total.`,
  columns: {
    article: "Article",
    name: "Name",
    finish: "Finish",
    kind: "Kind",
    size: "Size",
    count: "Count",
    each: "Price each",
    price: "Price",
    currency: "Currency",
  },
  /** A kind within a line of text. */
  kindInText: (kind: string) => kind.toLowerCase(),
};

/** Products that would fit instead. */
export const alternatives = {
  question: "What would fit?",
  searching: "Looking through the catalogue…",
  swap: "Swap",
  swapping: "Swapping…",
  notSwapped: "Not swapped: the room is as it was.",
  insteadOf: (product: string) => `Instead of ${product}`,
  nothingFits: (product: string) => `Nothing else like ${product} in the catalogue would pass here.`,
  swapFor: (one: string, other: string) => `Swap ${one} for ${other}`,
  swapped: (one: string, other: string) => `${one} swapped for ${other}`,
};
