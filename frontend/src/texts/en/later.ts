/** What the parts of the page say that are loaded later, and the start page; in English. */
import { camera } from "./camera";
import { delivery } from "./delivery";
import { creating, landing } from "./landing";
import { room, roomProblems } from "./room";
import { takeaway } from "./takeaway";

/** Of each product, by its sku: in English that is in the catalogue's data. */
const descriptions: Readonly<Record<string, string>> = {};

export const later = { camera, creating, delivery, descriptions, landing, room, roomProblems, takeaway };

export type Later = typeof later;
