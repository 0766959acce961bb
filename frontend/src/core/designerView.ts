/** What a view of the designer draws from, and what a designer is made of. */
import type { ConnectionOptions, Status } from "./connection";
import type { Hold } from "./hands";
import type { Notice } from "./notices";
import type { PlanHoldState } from "./planHold";
import type { Client, Item } from "./protocol";
import type { Room } from "./room";

export interface DesignerView {
  /** The server's truth, apart from its plan, which is as a hand just makes it; undefined until the first welcome. */
  readonly room: Room | undefined;
  /** Whether this tab holds the room itself, to edit it. */
  readonly planHold: PlanHoldState;
  /** Somebody, here or elsewhere, is just making another plan of it. */
  readonly sketching: boolean;
  /** The title as to be shown (own renaming at once). */
  readonly title: string;
  readonly you: Client | undefined;
  readonly status: Status;
  /** What this tab holds or asks for, by item id. */
  readonly holds: ReadonlyMap<string, Hold>;
  /** Items as to be drawn: the server's state, own changes not yet answered, own and others' drags. */
  readonly shown: ReadonlyMap<string, Item>;
  /** The one selected piece; undefined while there is none, or several. */
  readonly selection: string | undefined;
  /** The selected pieces, two at least; empty otherwise. */
  readonly group: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  /** Requests not yet answered. */
  readonly unsaved: number;
}

export interface DesignerOptions extends Omit<ConnectionOptions, "revision"> {
  /** The build this page came with, from `<meta name="homstyle-version">`. */
  readonly version?: string | undefined;
  /** Loads the page again after an upgrade of the server. */
  readonly reload?: (() => void) | undefined;
  /** Whether the page has text that loading it again would lose. */
  readonly typing?: (() => boolean) | undefined;
}
