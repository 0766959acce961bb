/** What the page says from its beginning, in German. */
import type { Texts } from "../en";
import { alternatives, shopping } from "./buying";
import { catalogue, finishes, groups, kinds } from "./catalogue";
import { delivery, room, takeaway } from "./entries";
import { fit, parts } from "./fit";
import { format } from "./format";
import { group } from "./group";
import { comments, view3d } from "./more";
import { page, people, refusals, shortcuts } from "./page";
import { list, measure, pieces } from "./pieces";

export const texts: Texts = {
  alternatives,
  catalogue,
  comments,
  delivery,
  finishes,
  fit,
  format,
  group,
  groups,
  kinds,
  list,
  measure,
  page,
  parts,
  people,
  pieces,
  refusals,
  room,
  shopping,
  shortcuts,
  takeaway,
  view3d,
};
