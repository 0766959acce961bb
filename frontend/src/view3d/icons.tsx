/** The 3D view's own icons. */
import { icon } from "../panels/icons";

export const EyeIcon = icon(
  "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6",
);
export const OutsideIcon = icon("M12 3l8 4.5v9L12 21l-8-4.5v-9zM12 12l8-4.5M12 12v9M12 12 4 7.5");
export const AheadIcon = icon("M12 20V5M6 11l6-6 6 6");
export const BackIcon = icon("M12 4v15M6 13l6 6 6-6");
export const DownloadIcon = icon("M12 4v11M7 10.5l5 5 5-5M5 20h14");
