/** A room's rules in their shortest form, kept apart from the code under test: what a server would decide and store. */
import { PLAN } from "../protocol";
import type {
  AcceptedFrame,
  ArrangeFrame,
  Client,
  EventFrame,
  Item,
  Lock,
  Plan,
  RejectedFrame,
  RejectionCode,
} from "../protocol";
import type { RequestFrame, UnlockReason, WelcomeFrame } from "../protocol";
import { welcomeFrame } from "./fixtures";

type Body = EventFrame extends infer E ? (E extends EventFrame ? Omit<E, "rev" | "at" | "by"> : never) : never;

export class MiniRoom {
  readonly journal: EventFrame[] = [];
  readonly items = new Map<string, Item>();
  readonly locks = new Map<string, Lock>();
  readonly #applied = new Map<string, number>();
  readonly #earlier: { readonly user: string; readonly back: readonly Body[] }[] = [];
  title = "Untitled room";
  plan: Plan = welcomeFrame();

  get rev(): number {
    return this.journal.length;
  }

  state(): Pick<WelcomeFrame, "room" | "rev" | "title" | "outline" | "height" | "openings" | "items" | "locks"> {
    const { outline, height, openings } = this.plan;
    const [items, locks] = [[...this.items.values()], [...this.locks.values()]];
    return { room: "vardagsrum", rev: this.rev, title: this.title, outline, height, openings, items, locks };
  }

  /** What is stored for the request; or the answer for the asker alone. */
  decide(client: Client, request: RequestFrame): readonly EventFrame[] | AcceptedFrame | RejectedFrame {
    const key = `${client.client} ${request.id}`;
    const before = this.#applied.get(key);
    if (before !== undefined) return { type: "accepted", id: request.id, rev: before };
    const outcome = this.#outcome(client, request);
    if (typeof outcome === "string") return this.#rejected(request, outcome);
    if (!Array.isArray(outcome)) return outcome as AcceptedFrame;
    this.#applied.set(key, this.rev + 1);
    const back = (outcome as Body[]).flatMap((body) => this.#back(body) ?? []);
    if (back.length > 0 && request.type !== "undo") this.#earlier.push({ user: client.user, back });
    return (outcome as Body[]).map((body) => this.#store(client.client, body));
  }

  /** Ends locks of a client, all unless told which. */
  release(
    client: string,
    reason: UnlockReason,
    which: readonly string[] = [...this.locks.keys()],
  ): readonly EventFrame[] {
    const items = which.filter((item) => this.locks.get(item)?.by === client);
    return items.length === 0 ? [] : [this.#store(client, { type: "unlocked", items, reason })];
  }

  #outcome(client: Client, request: RequestFrame): RejectionCode | AcceptedFrame | Body[] {
    if (client.role === "viewer") return "forbidden";
    const { id } = request;
    switch (request.type) {
      case "place":
        return this.items.has(request.item) ? "duplicate-item" : [{ ...request, type: "placed" }];
      case "rename":
        return [{ type: "renamed", id, title: request.title }];
      case "lock":
        return this.#lock(client, request.items, id);
      case "unlock":
        return request.items.every((item) => this.locks.get(item)?.by === client.client)
          ? [{ type: "unlocked", id, items: request.items, reason: "released" }]
          : "not-locked";
      case "move": {
        const { item, x, y, rotation, release } = request;
        const moved: Body = { type: "moved", id, item, x, y, rotation };
        const freed: Body = { type: "unlocked", items: [item], reason: "released" };
        return this.#refusal(client, request) ?? (release ? [moved, freed] : [moved]);
      }
      case "arrange":
        return this.#arranged(client, request);
      case "finish": {
        const { item, finish, release } = request;
        const finished: Body = { type: "finished", id, item, finish };
        const freed: Body = { type: "unlocked", items: [item], reason: "released" };
        return this.#refusal(client, request) ?? (release ? [finished, freed] : [finished]);
      }
      case "remove":
        return this.#refusal(client, request) ?? [{ type: "removed", id, item: request.item }];
      case "comment": {
        const { name, color } = client;
        return [{ ...request, type: "commented", name, color }];
      }
      case "resolve":
        return [{ type: "resolved", id, comment: request.comment }];
      case "undo":
        return this.#undo(client.user, id);
      case "redo":
        return "nothing-to-undo";
      case "reshape": {
        const { outline, height, fence } = request;
        const openings = request.openings.map((opening) => ({ hinge: "left", swing: "in", ...opening }) as const);
        const obstacles = request.obstacles ?? this.plan.obstacles ?? [];
        const plan = { outline, height, openings, ...(obstacles.length > 0 && { obstacles }) };
        return this.#refusal(client, { item: PLAN, fence }) ?? [{ type: "reshaped", id, ...plan }];
      }
    }
  }

  /** The steps are about different pieces, so each can be looked at by itself. */
  #arranged(client: Client, { id, steps, release }: ArrangeFrame): RejectionCode | Body[] {
    const outcomes = steps.map((step) => this.#outcome(client, { ...step, id }));
    const refused = outcomes.find((outcome) => typeof outcome === "string");
    if (refused !== undefined) return refused;
    const bodies = (outcomes as Body[][]).flat().map(({ id: _, ...body }, index) => (index === 0 ? { ...body, id } : body)); // prettier-ignore
    const moved = steps.filter(({ type }) => type === "move").map(({ item }) => item);
    const freed: Body = { type: "unlocked", items: moved, reason: "released" };
    return (release && moved.length > 0 ? [...bodies, freed] : bodies) as Body[];
  }

  #undo(user: string, id: string): RejectionCode | Body[] {
    const latest = this.#earlier.findLastIndex((step) => step.user === user);
    if (latest < 0) return "nothing-to-undo";
    const [step] = this.#earlier.splice(latest, 1);
    return step!.back.toReversed().map((body, index) => (index === 0 ? { ...body, id } : body));
  }

  /** What makes it again as it is now. */
  #back(body: Body): Body | undefined {
    if (body.type === "placed") return { type: "removed", item: body.item };
    if (body.type === "removed") return { type: "placed", ...(this.items.get(body.item) as Item) };
    if (body.type === "renamed") return { type: "renamed", title: this.title };
    if (body.type === "finished") {
      const { item, finish } = this.items.get(body.item) as Item;
      return { type: "finished", item, ...(finish !== undefined && { finish }) };
    }
    return body.type === "moved" ? { type: "moved", ...(this.items.get(body.item) as Item) } : undefined;
  }

  #lock(client: Client, items: readonly string[], id: string): RejectionCode | AcceptedFrame | Body[] {
    if (items.some((item) => item !== PLAN && !this.items.has(item))) return "unknown-item";
    const held = items.flatMap((item) => this.locks.get(item) ?? []);
    if (held.some(({ by }) => by !== client.client)) return "locked";
    if (held.length === items.length) return { type: "accepted", id, rev: held[0]?.fence ?? 0 };
    const free = items.filter((item) => !this.locks.has(item));
    return [{ type: "locked", id, items: free, name: client.name, color: client.color, until: 0 }];
  }

  #refusal(client: Client, { item, fence }: { item: string; fence: number }): RejectionCode | undefined {
    const lock = this.locks.get(item);
    if (item !== PLAN && !this.items.has(item)) return "unknown-item";
    if (!lock) return "not-locked";
    if (lock.by !== client.client) return "locked";
    return lock.fence === fence ? undefined : "stale-lock";
  }

  #rejected({ id, ...request }: RequestFrame, code: RejectionCode): RejectedFrame {
    const item = "items" in request ? request.items[0] : "item" in request ? request.item : undefined;
    const lock = code === "locked" ? this.locks.get(item ?? "") : undefined;
    const holder = lock && { holder: lock.by, name: lock.name, until: lock.until };
    return { type: "rejected", id, code, message: `${request.type}: ${code}`, ...holder };
  }

  #store(by: string, body: Body): EventFrame {
    const event = { ...body, rev: this.rev + 1, at: 0, by } as EventFrame;
    this.journal.push(event);
    this.#follow(event);
    return event;
  }

  #follow(event: EventFrame): void {
    if (event.type === "placed") {
      const { item, sku, x, y, rotation, finish } = event;
      this.items.set(item, { item, sku, x, y, rotation, ...(finish !== undefined && { finish }) });
    } else if (event.type === "finished") {
      const { finish: _, ...item } = this.items.get(event.item) as Item;
      this.items.set(event.item, { ...item, ...(event.finish !== undefined && { finish: event.finish }) });
    } else if (event.type === "moved") {
      const { x, y, rotation } = event;
      this.items.set(event.item, { ...(this.items.get(event.item) as Item), x, y, rotation });
    } else if (event.type === "removed") {
      this.items.delete(event.item);
      this.locks.delete(event.item);
    } else if (event.type === "locked") {
      const { by, name, color, until, rev: fence } = event;
      for (const item of event.items) this.locks.set(item, { item, by, name, color, until, fence });
    } else if (event.type === "unlocked") {
      for (const item of event.items) this.locks.delete(item);
    } else if (event.type === "reshaped") {
      const { outline, height, openings, obstacles } = event;
      this.plan = { outline, height, openings, ...(obstacles && { obstacles }) };
    } else if (event.type === "renamed") {
      this.title = event.title;
    }
  }
}
