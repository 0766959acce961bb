import type { Texts } from "../en";

export const room: Texts["room"] = {
  edit: "Ändra rummet",
  look: "Rummet",
  title: "Rummet",
  notNow: "Rummet kan inte ändras just nu. Försök igen om en stund.",
  editedBy: (name) => `${name} ändrar rummet`,
};

export const delivery: Texts["delivery"] = {
  title: "Går det in?",
  close: "Stäng ”Går det in?”",
  loading: "Ett ögonblick…",
};

export const takeaway: Texts["takeaway"] = {
  title: "Ladda ner",
  heading: "Ta med rummet",
  loading: "Ett ögonblick…",
};
