package homstyle.faults;

import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.RequestId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of one room: its journal, what was asked of it, and the pictures that somebody had of it. */
final class Evidence {
    static final long LONG_AGO = -1;

    final RoomId room;
    private final List<Violation> violations;
    private final List<Stored> journal = new ArrayList<>();
    private final Map<Long, Stored> byRevision = new HashMap<>();
    private final Map<Key, Stored> byRequest = new HashMap<>();
    private final Map<Key, Asked> asked = new HashMap<>();
    private final Map<ClientId, Deque<Stored>> awaited = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Renewal> renewals = new ArrayList<>();

    /** A request as it can be found again: clients number their own. */
    private record Key(ClientId by, RequestId id) {}

    record Stored(Change change, int line) {
        long rev() {
            return change.rev();
        }
    }

    /** @param client its name in the history */
    record Asked(Request request, String client, int line) {}

    /** Somebody had this picture of the room; {@code isFinal} when it is the last that they had. */
    record Claim(Picture picture, String client, int line, boolean isFinal) {}

    /**
     * A lock was renewed, as its holder was told.
     *
     * @param items those of its items that were asked for
     * @param since the last revision that the client had seen when it asked: the lock must have lasted longer
     */
    record Renewal(List<ItemId> items, long fence, long since, String client, int line) {}

    Evidence(RoomId room, List<Violation> violations) {
        this.room = room;
        this.violations = violations;
    }

    // ---- The journal, which is read first ----

    void add(Change change, int line) {
        var stored = new Stored(change, line);
        journal.add(stored);
        byRevision.putIfAbsent(change.rev(), stored);
        if (change.id() == null) {
            return;
        }
        var before = byRequest.putIfAbsent(new Key(change.by(), change.id()), stored);
        if (before != null) {
            violate(
                    stored,
                    "R5",
                    "request %s of %s was applied at revision %d already"
                            .formatted(change.id(), change.by(), before.rev()));
        } else {
            awaited.computeIfAbsent(change.by(), _ -> new ArrayDeque<>()).add(stored);
        }
    }

    List<Stored> journal() {
        return journal;
    }

    long head() {
        return journal.isEmpty() ? 0 : journal.getLast().rev();
    }

    /** Null where the journal has no such revision. */
    Change at(long rev) {
        var stored = byRevision.get(rev);
        return stored == null ? null : stored.change();
    }

    /** The revision at which a request was applied first; null when it never was. */
    Long appliedAt(ClientId by, RequestId id) {
        var stored = byRequest.get(new Key(by, id));
        return stored == null ? null : stored.rev();
    }

    // ---- What clients did ----

    void ask(ClientId by, Request request, String client, int line) {
        asked.putIfAbsent(new Key(by, request.id()), new Asked(request, client, line));
        var next = awaited.get(by);
        if (next != null && !next.isEmpty() && next.peek().change().id().equals(request.id())) {
            next.remove();
        }
    }

    /** Null when it never was. */
    Asked asked(ClientId by, RequestId id) {
        return asked.get(new Key(by, id));
    }

    /** Which of these the revision gave to this client, so that a renewal may name it as their fence (L4). */
    List<ItemId> granted(ClientId by, long rev, List<ItemId> items) {
        return at(rev) instanceof ServerFrame.Locked grant && grant.by().equals(by)
                ? items.stream().filter(grant.items()::contains).toList()
                : List.of();
    }

    void claim(Description description, String client, int line, boolean isFinal) {
        claims.add(new Claim(new Picture(description), client, line, isFinal));
    }

    List<Claim> claims() {
        return claims;
    }

    void renewed(Renewal renewal) {
        renewals.add(renewal);
    }

    List<Renewal> renewals() {
        return renewals;
    }

    // ---- What follows from both ----

    /** R7: each client's requests took effect in an order in which it sent them. */
    void checkOrder() {
        for (var left : awaited.values()) {
            var first = left.peek();
            var request = first == null
                    ? null
                    : asked(first.change().by(), first.change().id());
            if (request != null) {
                var what = "request %s of %s took effect before one that was sent earlier";
                add(new Violation(
                        "R7",
                        room,
                        first.rev(),
                        request.client(),
                        request.line(),
                        what.formatted(first.change().id(), first.change().by())));
            }
        }
    }

    void violate(Stored stored, String rule, String what) {
        add(new Violation(rule, room, stored.rev(), null, stored.line(), what));
    }

    void add(Violation violation) {
        violations.add(violation);
    }
}
