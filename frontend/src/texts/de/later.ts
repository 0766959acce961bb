/** What the parts of the page say that are loaded later, and the start page; in German. */
import type { Later } from "../en/later";
import { camera } from "./camera";
import { delivery } from "./delivery";
import { descriptions } from "./descriptions";
import { creating, landing } from "./landing";
import { room, roomProblems } from "./room";
import { takeaway } from "./takeaway";

export const later: Later = { camera, creating, delivery, descriptions, landing, room, roomProblems, takeaway };
