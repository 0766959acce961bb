/**
 * The frames and values of the room protocol, version 1 (see protocol/PROTOCOL.md; rule ids are quoted from there).
 * Lengths are whole millimetres, angles whole degrees clockwise, times epoch milliseconds.
 */

/** Offered when connecting, and chosen by the server (C2). */
export const SUBPROTOCOL = "homstyle.room.v1";
/** The name that stands for the room's outline and openings where an item id is expected (`lock`, `unlock`). */
export const PLAN = "plan";
/** Coordinates reach from minus to plus this many millimetres. */
export const COORDINATE_LIMIT = 100_000;

export type Role = "owner" | "editor" | "viewer";

/** Where a piece stands: its centre, from the north-west inner corner, x to the east and y to the south. */
export interface Pose {
  readonly x: number;
  readonly y: number;
  /** 0 to 359, clockwise. */
  readonly rotation: number;
}

/** One placed piece of furniture. */
export interface Item extends Pose {
  readonly item: string;
  readonly sku: string;
  /** One of the product's finishes, by its id; the first where absent (F1). */
  readonly finish?: string;
}

/** A lease on one item. */
export interface Lock {
  readonly item: string;
  /** The client that holds it. */
  readonly by: string;
  readonly name: string;
  readonly color: string;
  /** The revision at which it was granted. */
  readonly fence: number;
  /** When it ends unless renewed; a hint, since renewals are not announced (L4). */
  readonly until: number;
}

/** A remark pinned to a piece, or to `PLAN`, until somebody resolves it (N1). */
export interface Comment {
  readonly comment: string;
  /** The piece, which may have been removed since. */
  readonly item: string;
  /** The client that made it, with the person's name and colour then. */
  readonly by: string;
  readonly name: string;
  readonly color: string;
  /** When it was made, epoch ms. */
  readonly at: number;
  readonly text: string;
}

/** One tab in the room. */
export interface Client {
  readonly client: string;
  readonly user: string;
  readonly name: string;
  readonly color: string;
  readonly role: Role;
}

/** Oneself, with the secret that makes a later connection the same client again (R6). */
export interface Me extends Client {
  readonly resume: string;
}

export type Corner = readonly [x: number, y: number];

export interface Opening {
  readonly kind: "door" | "window" | "passage";
  /** Index of the first corner of the wall it sits in. */
  readonly wall: number;
  /** From that corner along the wall. */
  readonly offset: number;
  readonly width: number;
  readonly height: number;
  readonly sill: number;
  readonly hinge: "left" | "right";
  readonly swing: "in" | "out";
}

/** What stands in a room for good. Its place is its centre; at rotation 0 its back is to the north. */
export interface Obstacle extends Pose {
  readonly kind: "column" | "radiator" | "fixture";
  readonly width: number;
  readonly depth: number;
  /** From the floor. */
  readonly height: number;
}

/** The room itself: inner corners clockwise, ceiling height, doors and windows. */
export interface Plan {
  readonly outline: readonly Corner[];
  readonly height: number;
  readonly openings: readonly Opening[];
  /** Left out where there are none; in a `reshape`, left out means as they are. */
  readonly obstacles?: readonly Obstacle[];
}

export interface Limits {
  readonly requestsPerSecond: number;
  readonly motionPerSecond: number;
  readonly messageBytes: number;
  readonly items: number;
  readonly clients: number;
}

/** An amount in the currency's minor unit (öre, cents). */
export interface Price {
  readonly amount: number;
  readonly currency: string;
}

/** A catalogue entry. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly kind: string;
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  readonly price: Price;
  readonly color: string;
  readonly description: string;
  /** Its shape from above: a circle, or rectangles that make it up, from its back left corner. One rectangle where absent. */
  readonly outline?: "round" | readonly (readonly [left: number, back: number, right: number, front: number])[];
  /** The free height under its top, where a chair can be tucked in. */
  readonly under?: number;
  /** Its front, which is lower than its back and can be tucked in: so deep and so high. */
  readonly seat?: { readonly depth: number; readonly height: number };
  /** Lies `under` everything, or may stand on another piece's `top`. On the floor where absent. */
  readonly stands?: "under" | "top";
  /** Whether things may stand on it. */
  readonly top?: boolean;
  /** What it can be had in, the main one first; its colour is the product's own. Older servers do not say. */
  readonly finishes?: readonly Finish[];
  /** What the carriers bring. Older servers do not say. */
  readonly packages?: readonly Package[];
  /** The free height under it, and whether its legs come off. */
  readonly legs?: { readonly height: number; readonly removable: boolean };
  /** The free floor in front of it that its doors or drawers need to open. */
  readonly clearances?: { readonly front: number };
}

export interface Finish {
  /** Its name in rooms, unique within the product. */
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
}

/** A box or a wrapped piece: outer sizes in mm, weight in grams. */
export interface Package {
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  readonly weight: number;
  /** It stands on its legs; where they come off, it can be made that much lower. */
  readonly legs?: boolean;
}

// ---- client to server ------------------------------------------------------------------------------------------

/** So many pieces can be locked, arranged or dragged at once. */
export const MOST_AT_ONCE = 64;

export type PlaceFrame = { readonly type: "place"; readonly id: string } & Item;
export type LockFrame = { readonly type: "lock"; readonly id: string; readonly items: readonly string[] };
export type MoveFrame = {
  readonly type: "move";
  readonly id: string;
  readonly item: string;
  readonly fence: number;
  readonly release?: boolean;
} & Pose;
/** Makes a piece one of another finish, where it stands (F1). */
export type FinishFrame = {
  readonly type: "finish";
  readonly id: string;
  readonly item: string;
  readonly finish: string;
  readonly fence: number;
  readonly release?: boolean;
};
export type RemoveFrame = {
  readonly type: "remove";
  readonly id: string;
  readonly item: string;
  readonly fence: number;
};
/** What one request does to one piece; of several in one `arrange`, each is about another piece. */
export type ArrangeStep = Omit<PlaceFrame, "id"> | Omit<MoveFrame, "id" | "release"> | Omit<RemoveFrame, "id">;
/** All of it or nothing, and one step to undo (R10); `release` gives back the locks of what was moved. */
export type ArrangeFrame = {
  readonly type: "arrange";
  readonly id: string;
  readonly steps: readonly ArrangeStep[];
  readonly release?: boolean;
};
export type UnlockFrame = {
  readonly type: "unlock";
  readonly id: string;
  readonly items: readonly string[];
  readonly force?: boolean;
};
/** `hinge` is "left" and `swing` is "in" unless said otherwise. */
export type OpeningDraft = Omit<Opening, "hinge" | "swing"> & Partial<Pick<Opening, "hinge" | "swing">>;
export type ReshapeFrame = {
  readonly type: "reshape";
  readonly id: string;
  readonly openings: readonly OpeningDraft[];
  readonly fence: number;
} & Omit<Plan, "openings">;
export type RenameFrame = { readonly type: "rename"; readonly id: string; readonly title: string };

/** Pins a remark to an item, or to `PLAN` (N1); `text` is 1 to 500 characters. */
export type CommentFrame = {
  readonly type: "comment";
  readonly id: string;
  readonly comment: string;
  readonly item: string;
  readonly text: string;
};
/** Takes a comment away, since it is dealt with (N1). */
export type ResolveFrame = { readonly type: "resolve"; readonly id: string; readonly comment: string };
/** Takes back one's own latest change (U1). */
export type UndoFrame = { readonly type: "undo"; readonly id: string };
/** Takes back one's own latest `undo` (U1). */
export type RedoFrame = { readonly type: "redo"; readonly id: string };

/** The durable frames: each is answered, and may be sent again with the same id (R5). */
export type RequestFrame =
  | PlaceFrame
  | LockFrame
  | MoveFrame
  | FinishFrame
  | RemoveFrame
  | ArrangeFrame
  | UnlockFrame
  | ReshapeFrame
  | RenameFrame
  | CommentFrame
  | ResolveFrame
  | UndoFrame
  | RedoFrame;

export type DragFrame = { readonly type: "drag"; readonly item: string; readonly fence: number } & Pose;
/** Several pieces in one hand (M4). */
export type DragsFrame = {
  readonly type: "drags";
  readonly drags: readonly (readonly [item: string, x: number, y: number, rotation: number, fence: number])[];
};
/** The plan as a hand is just making it; what it leaves out is not in it (M5). */
export type SketchFrame = { readonly type: "sketch"; readonly fence: number } & Plan;
export type CursorFrame = { readonly type: "cursor"; readonly x: number; readonly y: number };
export type SyncFrame = { readonly type: "sync"; readonly since: number };
/** Either side may ask `ping`; the answer is `pong` with the same id. */
export type PingFrame = { readonly type: "ping"; readonly id?: string };
export type PongFrame = { readonly type: "pong"; readonly id?: string };

/** What need not arrive; the last value wins (M1). */
export type MotionOfOne = DragFrame | DragsFrame | SketchFrame | CursorFrame;

export type ClientFrame = RequestFrame | MotionOfOne | SyncFrame | PingFrame | PongFrame;

type WithoutId<F> = F extends RequestFrame ? Omit<F, "id"> : never;
/** A request before the connection has given it an id. */
export type RequestBody = WithoutId<RequestFrame>;

// ---- server to client ------------------------------------------------------------------------------------------

export type WelcomeFrame = {
  readonly type: "welcome";
  readonly room: string;
  readonly rev: number;
  /** The server's build. */
  readonly version: string;
  readonly you: Me;
  readonly title: string;
  readonly items: readonly Item[];
  readonly locks: readonly Lock[];
  /** Left out where there are none. */
  readonly comments?: readonly Comment[];
  /** Everybody here, oneself included. */
  readonly clients: readonly Client[];
  readonly limits: Limits;
} & Plan;

export type ResumedFrame = {
  readonly type: "resumed";
  readonly room: string;
  readonly rev: number;
  readonly from: number;
  readonly version: string;
  readonly you: Me;
  readonly clients: readonly Client[];
};

interface Recorded {
  readonly rev: number;
  /** When it was stored. */
  readonly at: number;
  /** The client that caused it. */
  readonly by: string;
  /** The id of the request it answers; absent when nobody asked, as for a lease that ended. */
  readonly id?: string;
}

export type CreatedFrame = Recorded & { readonly type: "created"; readonly title: string } & Plan;
export type PlacedFrame = Recorded & { readonly type: "placed" } & Item;
export type MovedFrame = Recorded & { readonly type: "moved"; readonly item: string } & Pose;
/** Without `finish` the piece is in its product's first one. */
export type FinishedFrame = Recorded & { readonly type: "finished"; readonly item: string; readonly finish?: string };
export type RemovedFrame = Recorded & { readonly type: "removed"; readonly item: string };
/** The newly granted locks; their fence is this frame's `rev` (L1). */
export type LockedFrame = Recorded & {
  readonly type: "locked";
  readonly items: readonly string[];
  readonly name: string;
  readonly color: string;
  readonly until: number;
};
export type UnlockReason = "released" | "expired" | "left" | "forced";
export type UnlockedFrame = Recorded & {
  readonly type: "unlocked";
  readonly items: readonly string[];
  readonly reason: UnlockReason;
};
export type ReshapedFrame = Recorded & { readonly type: "reshaped" } & Plan;
export type RenamedFrame = Recorded & { readonly type: "renamed"; readonly title: string };
export type CommentedFrame = Recorded & { readonly type: "commented" } & Omit<Comment, "at" | "by">;
export type ResolvedFrame = Recorded & { readonly type: "resolved"; readonly comment: string };

/** A durable change: one revision of the room. */
export type EventFrame =
  | CommentedFrame
  | ResolvedFrame
  | CreatedFrame
  | PlacedFrame
  | MovedFrame
  | FinishedFrame
  | RemovedFrame
  | LockedFrame
  | UnlockedFrame
  | ReshapedFrame
  | RenamedFrame;

/** The request had been applied before (R5), or only renewed a lock (L4; `rev` is then the fence). */
export type AcceptedFrame = { readonly type: "accepted"; readonly id: string; readonly rev: number };

export type RejectionCode =
  | "malformed"
  | "unknown-type"
  | "invalid"
  | "unknown-item"
  | "duplicate-item"
  | "unknown-sku"
  | "locked"
  | "not-locked"
  | "stale-lock"
  | "forbidden"
  | "room-full"
  | "rate-limited"
  | "nothing-to-undo"
  | "unavailable";

export type RejectedFrame = {
  readonly type: "rejected";
  readonly id?: string;
  readonly code: RejectionCode;
  readonly message: string;
  /** For `locked`: the client that holds it, its name, and until when at least. */
  readonly holder?: string;
  readonly name?: string;
  readonly until?: number;
  /** For `invalid`: what was wrong, and what was expected instead. */
  readonly field?: string;
  readonly value?: string;
  readonly expected?: string;
};

export type ClientsFrame = { readonly type: "clients"; readonly clients: readonly Client[] };
export type JoinedFrame = { readonly type: "joined" } & Client;
export type LeftFrame = { readonly type: "left"; readonly client: string };

export type MotionFrame = {
  readonly type: "motion";
  readonly cursors: readonly (readonly [client: string, x: number, y: number])[];
  readonly drags: readonly (readonly [client: string, item: string, x: number, y: number, rotation: number])[];
  /** What somebody is making of the room itself, where that has changed (M5). */
  readonly sketch?: { readonly client: string } & Plan;
};

export type ByeFrame = {
  readonly type: "bye";
  readonly code: number;
  readonly reason: string;
  readonly retryAfterMs?: number;
};

export type ServerFrame =
  | WelcomeFrame
  | ResumedFrame
  | EventFrame
  | AcceptedFrame
  | RejectedFrame
  | ClientsFrame
  | JoinedFrame
  | LeftFrame
  | MotionFrame
  | PingFrame
  | PongFrame
  | ByeFrame;

// ---- guards ----------------------------------------------------------------------------------------------------

const EVENT_TYPES = {
  created: true,
  placed: true,
  moved: true,
  finished: true,
  removed: true,
  locked: true,
  unlocked: true,
  reshaped: true,
  renamed: true,
  commented: true,
  resolved: true,
} satisfies Record<EventFrame["type"], true>;

const SERVER_TYPES = {
  ...EVENT_TYPES,
  welcome: true,
  resumed: true,
  accepted: true,
  rejected: true,
  clients: true,
  joined: true,
  left: true,
  motion: true,
  ping: true,
  pong: true,
  bye: true,
} satisfies Record<ServerFrame["type"], true>;

/** Every frame type a server may send. */
export const serverFrameTypes = Object.keys(SERVER_TYPES) as readonly ServerFrame["type"][];

export function isEvent(frame: ServerFrame): frame is EventFrame {
  return Object.hasOwn(EVENT_TYPES, frame.type);
}

/** Reads one text message. Frames of a type we do not know are skipped (`undefined`): version 1 grows by adding. */
export function parseServerFrame(text: string): ServerFrame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("type" in value)) return undefined;
  const { type } = value;
  return typeof type === "string" && Object.hasOwn(SERVER_TYPES, type) ? (value as ServerFrame) : undefined;
}
