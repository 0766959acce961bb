/** All that the page says in Swedish. */
import type { Texts } from "../en";
import { alternatives, delivery, shopping } from "./buying";
import { catalogue, finishes, groups, kinds } from "./catalogue";
import { fit, parts } from "./fit";
import { format } from "./format";
import { group } from "./group";
import { creating, landing } from "./landing";
import { comments, takeaway, view3d } from "./more";
import { page, people, refusals, shortcuts } from "./page";
import { list, measure, pieces } from "./pieces";
import { room, roomProblems } from "./room";

export const texts: Texts = {
  alternatives,
  catalogue,
  comments,
  creating,
  delivery,
  finishes,
  fit,
  format,
  group,
  groups,
  kinds,
  landing,
  list,
  measure,
  page,
  parts,
  people,
  pieces,
  refusals,
  room,
  roomProblems,
  shopping,
  shortcuts,
  takeaway,
  view3d,
};
