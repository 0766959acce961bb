import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Outbox } from "./outbox";
import type { Answer } from "./outbox";
import type { RejectionCode, RequestFrame, ServerFrame } from "./protocol";

let outbox: Outbox;
let sent: string[];
let stalls: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  stalls = [];
  outbox = new Outbox({ giveUpMs: 600_000, retryMs: [250, 4_000], changed: () => stalls.push(outbox.stalled) });
});
afterEach(() => {
  outbox.end();
  vi.useRealTimers();
});

const add = (id: string): Promise<Answer> => outbox.add({ type: "rename", id, title: id });
const transmit = (frame: RequestFrame): unknown => sent.push(frame.id);
const renamed = (id: string, by = "tab-1"): ServerFrame => ({ type: "renamed", rev: 1, at: 0, by, id, title: id });
const rejected = (id: string, code: RejectionCode): ServerFrame => ({ type: "rejected", id, code, message: code });
const takeSent = (): string[] => sent.splice(0);

describe("R7 order", () => {
  test("requests wait for the line and leave in the order they were made", () => {
    void add("a");
    void add("b");
    expect(takeSent()).toEqual([]);
    outbox.opened("tab-1", transmit);
    void add("c");
    expect(takeSent()).toEqual(["a", "b", "c"]);
  });

  test("after a new line the unanswered ones leave again in that order", () => {
    outbox.opened("tab-1", transmit);
    for (const id of ["a", "b", "c"]) void add(id);
    outbox.heard(renamed("b"));
    outbox.lost();
    void add("d");
    takeSent();
    outbox.opened("tab-1", transmit);
    expect(takeSent()).toEqual(["a", "c", "d"]);
  });
});

describe("R5 at most once", () => {
  test.each<[string, ServerFrame]>([
    ["its event", renamed("a")],
    ["accepted", { type: "accepted", id: "a", rev: 3 }],
    ["rejected", rejected("a", "locked")],
  ])("a request ends with %s, and is not sent again", async (_, frame) => {
    outbox.opened("tab-1", transmit);
    const answer = add("a");
    outbox.heard(frame);
    expect(await answer).toEqual(frame);
    takeSent();
    outbox.opened("tab-1", transmit);
    expect(takeSent()).toEqual([]);
    expect(outbox.size).toBe(0);
  });

  test("another client's event with the same id is no answer", () => {
    outbox.opened("tab-1", transmit);
    void add("a");
    outbox.heard(renamed("a", "tab-2"));
    expect(outbox.size).toBe(1);
  });

  test("no more are under way than the server remembers", () => {
    outbox.opened("tab-1", transmit);
    for (let n = 0; n < 70; n++) void add(String(n));
    expect(takeSent()).toHaveLength(64);
    outbox.heard(renamed("0"));
    expect(takeSent()).toEqual(["64"]);
    outbox.opened("tab-1", transmit);
    expect(takeSent()).toEqual(Array.from({ length: 64 }, (_, n) => String(n + 1)));
  });

  test("as a new client, what was sent as the old one is not sent again", async () => {
    outbox.opened("tab-1", transmit);
    const sentBefore = add("a");
    outbox.lost();
    void add("b");
    takeSent();
    outbox.opened("tab-2", transmit);
    expect(takeSent()).toEqual(["b"]);
    expect(await sentBefore).toMatchObject({ type: "rejected", code: "unavailable" });
  });

  test("after ten minutes a request is given up", async () => {
    const answer = add("a");
    vi.advanceTimersByTime(599_999);
    expect(outbox.size).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await answer).toMatchObject({ type: "rejected", id: "a", code: "unavailable" });
    outbox.opened("tab-1", transmit);
    expect(takeSent()).toEqual([]);
  });
});

describe("R5 a computer that slept, and its timers with it", () => {
  const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);

  test("what was sent ten minutes ago is not sent again on a new line", async () => {
    outbox.opened("tab-1", transmit);
    const answer = add("a");
    outbox.lost();
    void add("b");
    sleep(600_000);
    takeSent();
    outbox.opened("tab-1", transmit);
    expect(takeSent()).toEqual(["b"]);
    expect(await answer).toMatchObject({ type: "rejected", id: "a", code: "unavailable" });
  });

  test("nor after a wait, while what is younger is", () => {
    outbox.opened("tab-1", transmit);
    void add("a");
    sleep(1);
    void add("b");
    outbox.heard(rejected("a", "unavailable"));
    takeSent();
    sleep(599_749);
    vi.advanceTimersByTime(250);
    expect(takeSent()).toEqual(["b"]);
  });
});

describe("E4 unavailable", () => {
  test("all unanswered ones wait, and leave again in order", () => {
    outbox.opened("tab-1", transmit);
    for (const id of ["a", "b"]) void add(id);
    takeSent();
    outbox.heard(rejected("a", "unavailable"));
    void add("c");
    outbox.heard(rejected("b", "unavailable"));
    vi.advanceTimersByTime(249);
    expect(takeSent()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(takeSent()).toEqual(["a", "b", "c"]);
  });

  test("the waits double up to 4 s, and begin anew after an answer", () => {
    outbox.opened("tab-1", transmit);
    void add("a");
    void add("b");
    for (const wait of [250, 500, 1000, 2000, 4000, 4000]) {
      takeSent();
      outbox.heard(rejected("a", "unavailable"));
      vi.advanceTimersByTime(wait - 1);
      expect(takeSent()).toEqual([]);
      vi.advanceTimersByTime(1);
      expect(takeSent()).toEqual(["a", "b"]);
    }
    outbox.heard(renamed("a"));
    outbox.heard(rejected("b", "unavailable"));
    vi.advanceTimersByTime(250);
    expect(takeSent()).toEqual(["b"]);
  });

  test("it says that saving is stalled until something was answered", () => {
    outbox.opened("tab-1", transmit);
    void add("a");
    outbox.heard(rejected("a", "unavailable"));
    vi.advanceTimersByTime(250);
    expect(stalls).toEqual([true]);
    outbox.heard(rejected("a", "locked"));
    expect(stalls).toEqual([true, false]);
  });

  test("E5 too many at once wait in the same way, without alarm", () => {
    outbox.opened("tab-1", transmit);
    void add("a");
    takeSent();
    outbox.heard(rejected("a", "rate-limited"));
    vi.advanceTimersByTime(250);
    expect(takeSent()).toEqual(["a"]);
    expect(stalls).toEqual([]);
  });

  test("a new line does not wait", () => {
    outbox.opened("tab-1", transmit);
    void add("a");
    outbox.heard(rejected("a", "unavailable"));
    outbox.lost();
    takeSent();
    outbox.opened("tab-1", transmit);
    expect(takeSent()).toEqual(["a"]);
    vi.advanceTimersByTime(10_000);
    expect(takeSent()).toEqual([]);
  });
});

test("when the line ends for good, each request hears that it was not saved", async () => {
  const answers = [add("a"), add("b")];
  outbox.end();
  expect((await Promise.all(answers)).map((answer) => answer.type)).toEqual(["rejected", "rejected"]);
});
