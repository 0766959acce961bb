import type { Texts } from "../en";

export const room: Texts["room"] = {
  edit: "Raum ändern",
  look: "Der Raum",
  title: "Der Raum",
  notNow: "Der Raum lässt sich gerade nicht ändern. Bitte versuche es gleich noch einmal.",
  editedBy: (name) => `${name} ändert den Raum`,
};

export const delivery: Texts["delivery"] = {
  title: "Kommt es hinein?",
  close: "„Kommt es hinein?“ schließen",
  loading: "Einen Moment…",
};

export const takeaway: Texts["takeaway"] = {
  title: "Herunterladen",
  heading: "Den Raum mitnehmen",
  loading: "Einen Moment…",
};
