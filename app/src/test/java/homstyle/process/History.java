package homstyle.process;

import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the clients of one room asked for, were told and saw, to be held against the room's journal. It knows the
 * promises of the protocol and nothing of how the service keeps them. Clients may report while it is checked.
 */
final class History {
    private final Map<ClientId, Witness> witnesses = new LinkedHashMap<>();

    /**
     * One client's part.
     *
     * @param joinedAt the revision of its {@code welcome}: what came before, it has not seen
     * @param asked its requests in the order of their first sending
     * @param seen the changes in the order in which they came
     */
    private record Witness(
            ClientId client,
            long joinedAt,
            List<RequestId> asked,
            List<Acknowledgement> acknowledged,
            List<Change> seen) {
        Witness(ClientId client, long joinedAt) {
            this(client, joinedAt, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Witness copy() {
            return new Witness(client, joinedAt, List.copyOf(asked), List.copyOf(acknowledged), List.copyOf(seen));
        }
    }

    private record Acknowledgement(RequestId id, long rev) {}

    synchronized void joined(ClientId client, long rev) {
        if (witnesses.putIfAbsent(client, new Witness(client, rev)) != null) {
            throw new IllegalStateException("%s has joined before".formatted(client));
        }
    }

    synchronized void asked(ClientId client, RequestId id) {
        witnesses.get(client).asked().add(id);
    }

    /** The client was told that its request is stored, by its own frame or by {@code accepted}. */
    synchronized void acknowledged(ClientId client, RequestId id, long rev) {
        witnesses.get(client).acknowledged().add(new Acknowledgement(id, rev));
    }

    synchronized void saw(ClientId client, Change change) {
        witnesses.get(client).seen().add(change);
    }

    private synchronized List<Witness> testimonies() {
        return witnesses.values().stream().map(Witness::copy).toList();
    }

    /**
     * In sentences that begin with the broken rule, where reports and journal do not fit; empty when all is well.
     *
     * @param journal reads the room's journal; called after the reports so far were taken, which it must all contain
     */
    List<String> contradictions(Supplier<List<Change>> journal) {
        // What somebody knows must be stored by now; what is stored must have been asked for by then.
        var known = testimonies();
        var stored = journal.get();
        var asked = testimonies();
        var found = new ArrayList<String>();
        checkRevisions(stored, found);
        checkAppliedOnce(stored, found);
        checkLocks(stored, found);
        for (var testimony : known) {
            checkAcknowledged(testimony, stored, found);
            checkSeen(testimony, stored, found);
        }
        for (var testimony : asked) {
            checkOrder(testimony, stored, found);
        }
        return found;
    }

    private static void checkRevisions(List<Change> stored, List<String> found) {
        for (int i = 0; i < stored.size(); i++) {
            if (stored.get(i).rev() != i + 1) {
                found.add("R1 the journal has revision %d where %d belongs"
                        .formatted(stored.get(i).rev(), i + 1));
                return;
            }
        }
    }

    private static void checkAppliedOnce(List<Change> stored, List<String> found) {
        record Request(ClientId by, RequestId id) {}
        var appliedAt = new HashMap<Request, Long>();
        for (var change : stored) {
            var before =
                    change.id() == null ? null : appliedAt.put(new Request(change.by(), change.id()), change.rev());
            if (before != null) {
                found.add("R5 request %s of %s was applied at revision %d and again at %d"
                        .formatted(change.id(), change.by(), before, change.rev()));
            }
        }
    }

    private static void checkLocks(List<Change> stored, List<String> found) {
        var holders = new HashMap<ItemId, ClientId>();
        for (var change : stored) {
            switch (change) {
                case ServerFrame.Locked locked ->
                    locked.items().forEach(item -> {
                        var other = holders.put(item, locked.by());
                        if (other != null) {
                            found.add("L3 revision %d gives %s to %s while %s holds it"
                                    .formatted(locked.rev(), item, locked.by(), other));
                        }
                    });
                case ServerFrame.Unlocked unlocked -> unlocked.items().forEach(holders::remove);
                case ServerFrame.Moved moved -> checkHolder(moved, moved.item(), holders, found);
                case ServerFrame.Finished finished -> checkHolder(finished, finished.item(), holders, found);
                case ServerFrame.Removed removed -> {
                    checkHolder(removed, removed.item(), holders, found);
                    holders.remove(removed.item());
                }
                case ServerFrame.Reshaped reshaped -> checkHolder(reshaped, ItemId.PLAN, holders, found);
                case ServerFrame.Created _,
                        ServerFrame.Placed _,
                        ServerFrame.Renamed _,
                        ServerFrame.Commented _,
                        ServerFrame.Resolved _ -> {}
            }
        }
    }

    private static void checkHolder(Change change, ItemId item, Map<ItemId, ClientId> holders, List<String> found) {
        if (!change.by().equals(holders.get(item))) {
            found.add("L2 revision %d: %s changes %s, which is held by %s"
                    .formatted(change.rev(), change.by(), item, holders.getOrDefault(item, new ClientId("nobody"))));
        }
    }

    private static void checkAcknowledged(Witness witness, List<Change> stored, List<String> found) {
        for (var told : witness.acknowledged()) {
            var change = at(told.rev(), stored);
            if (change == null
                    || !told.id().equals(change.id())
                    || !witness.client().equals(change.by())) {
                found.add("R2 %s was told that %s is stored at revision %d, where there is %s"
                        .formatted(witness.client(), told.id(), told.rev(), change));
            }
        }
    }

    private static void checkSeen(Witness witness, List<Change> stored, List<String> found) {
        var next = witness.joinedAt() + 1;
        for (var change : witness.seen()) {
            if (change.rev() != next) {
                found.add("R3 %s saw revision %d where %d belongs".formatted(witness.client(), change.rev(), next));
                return;
            }
            if (!change.equals(at(next, stored))) {
                found.add("R3 %s saw %s, stored is %s".formatted(witness.client(), change, at(next, stored)));
            }
            next++;
        }
    }

    private static void checkOrder(Witness witness, List<Change> stored, List<String> found) {
        var places = new HashMap<RequestId, Integer>();
        witness.asked().forEach(id -> places.put(id, places.size()));
        var last = -1;
        for (var change : stored) {
            if (change.id() == null || !change.by().equals(witness.client())) {
                continue;
            }
            var place = places.get(change.id());
            if (place == null) {
                found.add("R7 %s never asked for %s".formatted(witness.client(), change.id()));
            } else if (place < last) {
                found.add("R7 %s of %s overtook a request that was asked for before it"
                        .formatted(witness.asked().get(last), witness.client()));
            } else {
                last = place;
            }
        }
    }

    /** Null where the journal has no such revision. */
    private static Change at(long rev, List<Change> stored) {
        return rev < 1 || rev > stored.size() ? null : stored.get((int) rev - 1);
    }
}
