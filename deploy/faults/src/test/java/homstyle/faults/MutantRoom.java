package homstyle.faults;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.PersonName;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import homstyle.protocol.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A room that keeps the protocol in the simplest way, in memory and for one thread, and that crashes now and then; with
 * a {@link Mutant} it does one thing wrong, now and then too.
 */
final class MutantRoom {
    private static final int CRASHES = 150;

    private final RoomId room;
    private final Mutant mutant;
    private final RandomGenerator random;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Change> journal = new ArrayList<>();
    private final List<Change> notStoredYet = new ArrayList<>();
    private final Map<ClientId, Map<RequestId, Long>> applied = new HashMap<>();
    private Picture picture = new Picture();
    private int clients;
    private int ghosts;
    private boolean calm;

    /** A line between a client and the room, with what is on the way in both directions. */
    static final class Connection {
        final LinkedList<ClientFrame> toRoom = new LinkedList<>();
        final LinkedList<ServerFrame> toClient = new LinkedList<>();
        private ClientId client;
        private boolean open = true;

        boolean isOpen() {
            return open;
        }
    }

    /** @param mutant null for an honest room */
    MutantRoom(RoomId room, Mutant mutant, RandomGenerator random) {
        this.room = room;
        this.mutant = mutant;
        this.random = random;
    }

    List<Change> journal() {
        journal.addAll(notStoredYet);
        notStoredYet.clear();
        return journal;
    }

    Description description() {
        return picture.description();
    }

    /** No more crashes. */
    void calmDown() {
        calm = true;
    }

    // ---- Connections ----

    /** @param resumeKey the client's id, as there are no strangers here; null for a new one */
    Connection connect(String resumeKey, Long since) {
        var connection = new Connection();
        var isNew = resumeKey == null || (mutant == Mutant.FORGETS_WHO_COMES_BACK && oneIn(3));
        connection.client = new ClientId(isNew ? "client-" + ++clients : resumeKey);
        var replaced = connections.stream()
                .filter(it -> it.client.equals(connection.client))
                .toList();
        replaced.forEach(this::cut);
        connections.add(connection);
        greet(connection, since);
        return connection;
    }

    /** Ends it; what was on its way to the client may have arrived in part. */
    void cut(Connection connection) {
        connection.open = false;
        connections.remove(connection);
        connection.toRoom.clear();
        var arrived = random.nextInt(connection.toClient.size() + 1);
        connection.toClient.subList(arrived, connection.toClient.size()).clear();
    }

    void crash() {
        List.copyOf(connections).forEach(this::cut);
        notStoredYet.clear();
        picture = replayed(journal);
        if (mutant == Mutant.FORGETS_LOCKS) {
            picture.locks().forEach(lock -> picture.follow(unlocked(lock.by(), List.of(lock.item()), null)));
            picture = at(picture, journal.isEmpty() ? 0 : journal.getLast().rev());
        }
        applied.clear();
        if (mutant != Mutant.FORGETS_REQUEST_IDS) {
            journal.forEach(this::remember);
        }
    }

    private void greet(Connection connection, Long since) {
        var mayResume = mutant != Mutant.WELCOMES_WHO_COULD_RESUME || !oneIn(3);
        if (since != null && since <= picture.rev() && mayResume) {
            resume(connection, since);
        } else {
            connection.toClient.add(welcome(connection.client));
        }
    }

    private void resume(Connection connection, long since) {
        connection.toClient.add(new ServerFrame.Resumed(room, picture.rev(), since, "1", you(connection), List.of()));
        var from = switch (mutant) {
            case RESUMES_FROM_A_STALE_REVISION -> since - 1;
            case RESUMES_TOO_FAR_AHEAD -> since + 1;
            case null, default -> since;
        };
        journal.stream().filter(change -> change.rev() > from).forEach(connection.toClient::add);
        notStoredYet.stream().filter(change -> change.rev() > from).forEach(connection.toClient::add);
    }

    private ServerFrame.Welcome welcome(ClientId client) {
        var shown = mutant == Mutant.SHOWS_AN_OLD_PICTURE && !journal.isEmpty()
                ? replayed(journal.subList(0, journal.size() - 1)).description()
                : picture.description();
        return new ServerFrame.Welcome(
                room,
                picture.rev(),
                "1",
                you(client),
                shown.title(),
                shown.outline(),
                shown.height(),
                shown.openings(),
                shown.obstacles(),
                shown.items(),
                shown.locks(),
                List.of(),
                List.of(),
                null);
    }

    private ServerFrame.You you(Connection connection) {
        return you(connection.client);
    }

    private static ServerFrame.You you(ClientId client) {
        return new ServerFrame.You(
                client, new UserId("guest"), PersonName.ANONYMOUS, "#000000", Role.EDITOR, client.value());
    }

    // ---- Requests ----

    /** Takes in one frame of any client. @return whether there was one */
    boolean work() {
        if (!notStoredYet.isEmpty() && oneIn(4)) {
            journal();
        }
        var speaking = connections.stream().filter(it -> !it.toRoom.isEmpty()).toList();
        if (speaking.isEmpty()) {
            return false;
        }
        var connection = speaking.get(random.nextInt(speaking.size()));
        var second = mutant == Mutant.TAKES_REQUESTS_OUT_OF_ORDER && connection.toRoom.size() > 1 && oneIn(10);
        switch (connection.toRoom.remove(second ? 1 : 0)) {
            case Request request -> decide(connection, request);
            case ClientFrame.Sync(long since) -> resume(connection, since);
            case ClientFrame.Motion _, ClientFrame.Ping _, ClientFrame.Pong _ -> {}
        }
        return true;
    }

    /** L5, for all that have no connection. */
    void endLeases() {
        var here = connections.stream().map(connection -> connection.client).toList();
        picture.locks().stream()
                .filter(lock -> !here.contains(lock.by()))
                .findFirst()
                .ifPresent(lock -> {
                    store(List.of(unlocked(lock.by(), List.of(lock.item()), UnlockReason.LEFT)));
                });
    }

    private void decide(Connection connection, Request request) {
        var client = connection.client;
        var rev = applied.getOrDefault(client, Map.of()).get(request.id());
        if (rev != null) {
            var told = mutant == Mutant.ACCEPTS_AT_ANOTHER_REVISION ? rev + 1 : rev;
            connection.toClient.add(new Accepted(request.id(), told));
            return;
        }
        if (mutant == Mutant.RENEWS_WHAT_IS_OVER && request instanceof ClientFrame.Lock lock && oneIn(3)) {
            var fence = lastFence(client, lock.items().getFirst());
            if (fence != null) {
                connection.toClient.add(new Accepted(request.id(), fence));
                return;
            }
        }
        var refusal = refusal(client, request);
        if (refusal != null) {
            connection.toClient.add(Rejected.because(request.id(), refusal, "no"));
            return;
        }
        var events = events(client, request);
        if (events.isEmpty()) {
            var lock = picture.lock(((ClientFrame.Lock) request).items().getFirst());
            connection.toClient.add(new Accepted(request.id(), lock.fence()));
        } else {
            store(events);
        }
    }

    /** Null when it is granted. */
    private RejectionCode refusal(ClientId client, Request request) {
        return switch (request) {
            case ClientFrame.Place place -> picture.has(place.item()) ? RejectionCode.DUPLICATE_ITEM : null;
            case ClientFrame.Lock lock ->
                lock.items().stream()
                        .map(item -> refusalToLock(client, item))
                        .filter(code -> code != null)
                        .findFirst()
                        .orElse(null);
            case ClientFrame.Move move -> refusalToChange(client, move.item(), move.fence());
            case ClientFrame.Finish finish -> refusalToChange(client, finish.item(), finish.fence());
            case ClientFrame.Remove remove -> refusalToChange(client, remove.item(), remove.fence());
            case ClientFrame.Arrange arrange ->
                arrange.steps().stream()
                        .map(step -> refusal(client, step))
                        .filter(code -> code != null)
                        .findFirst()
                        .orElse(null);
            case ClientFrame.Unlock unlock ->
                unlock.items().stream().allMatch(item -> holds(client, item)) ? null : RejectionCode.NOT_LOCKED;
            case ClientFrame.Rename _ -> null;
            case ClientFrame.Reshape _, ClientFrame.Comment _, ClientFrame.Resolve _ -> RejectionCode.UNKNOWN_TYPE;
            case ClientFrame.Undo _, ClientFrame.Redo _ -> RejectionCode.NOTHING_TO_UNDO;
        };
    }

    private RejectionCode refusalToLock(ClientId client, ItemId item) {
        if (!picture.has(item)) {
            return RejectionCode.UNKNOWN_ITEM;
        }
        var isFree = picture.lock(item) == null || holds(client, item);
        return isFree || (mutant == Mutant.HAS_TWO_HOLDERS && oneIn(3)) ? null : RejectionCode.LOCKED;
    }

    private RejectionCode refusalToChange(ClientId client, ItemId item, long fence) {
        var lock = picture.lock(item);
        if (!picture.has(item)) {
            return RejectionCode.UNKNOWN_ITEM;
        }
        if (lock == null) {
            return RejectionCode.NOT_LOCKED;
        }
        if (!lock.by().equals(client)) {
            return mutant == Mutant.IGNORES_THE_HOLDER ? null : RejectionCode.LOCKED;
        }
        return lock.fence() == fence || mutant == Mutant.IGNORES_THE_FENCE ? null : RejectionCode.STALE_LOCK;
    }

    private boolean holds(ClientId client, ItemId item) {
        var lock = picture.lock(item);
        return lock != null && lock.by().equals(client);
    }

    /** Of the client's last lock on the item, be it over or not; null for none. */
    private Long lastFence(ClientId client, ItemId item) {
        return journal.reversed().stream()
                .filter(change -> change instanceof ServerFrame.Locked locked
                        && locked.by().equals(client)
                        && locked.items().contains(item))
                .map(Change::rev)
                .findFirst()
                .orElse(null);
    }

    private List<Change> events(ClientId by, Request request) {
        var rev = picture.rev() + (mutant == Mutant.SKIPS_A_REVISION && oneIn(50) ? 2 : 1);
        var id = request.id();
        return switch (request) {
            case ClientFrame.Place it -> List.of(new ServerFrame.Placed(rev, 0, by, id, it.placed()));
            case ClientFrame.Lock it -> {
                var granted =
                        it.items().stream().filter(item -> !holds(by, item)).toList();
                yield granted.isEmpty()
                        ? List.of()
                        : List.of(new ServerFrame.Locked(rev, 0, by, id, granted, PersonName.ANONYMOUS, "#000000", 0));
            }
            case ClientFrame.Move it -> {
                var moved = new ServerFrame.Moved(rev, 0, by, id, it.item(), it.x(), it.y(), it.rotation());
                yield it.release() ? List.of(moved, released(moved, it.item())) : List.of(moved);
            }
            case ClientFrame.Finish it -> {
                var finished = new ServerFrame.Finished(rev, 0, by, id, it.item(), it.finish());
                yield it.release() ? List.of(finished, released(finished, it.item())) : List.of(finished);
            }
            case ClientFrame.Remove it -> List.of(new ServerFrame.Removed(rev, 0, by, id, it.item()));
            case ClientFrame.Arrange it -> arranged(by, it, rev);
            case ClientFrame.Unlock it ->
                List.of(new ServerFrame.Unlocked(rev, 0, by, id, it.items(), UnlockReason.RELEASED));
            case ClientFrame.Rename it -> List.of(new ServerFrame.Renamed(rev, 0, by, id, it.title()));
            case ClientFrame.Reshape _,
                    ClientFrame.Comment _,
                    ClientFrame.Resolve _,
                    ClientFrame.Undo _,
                    ClientFrame.Redo _ -> List.of();
        };
    }

    private List<Change> arranged(ClientId by, ClientFrame.Arrange arrange, long first) {
        var steps = new ArrayList<>(arrange.steps());
        if (mutant == Mutant.LEAVES_OUT_A_STEP && steps.size() > 1) {
            steps.removeLast();
        }
        var events = new ArrayList<Change>();
        for (var step : steps) {
            var rev = first + events.size();
            var id = events.isEmpty() ? arrange.id() : null;
            events.add(
                    switch (step) {
                        case ClientFrame.Place it -> new ServerFrame.Placed(rev, 0, by, id, it.placed());
                        case ClientFrame.Move it ->
                            new ServerFrame.Moved(rev, 0, by, id, it.item(), it.x(), it.y(), it.rotation());
                        case ClientFrame.Remove it -> new ServerFrame.Removed(rev, 0, by, id, it.item());
                    });
        }
        var released = arrange.released();
        if (!released.isEmpty()) {
            var rev = first + events.size();
            events.add(new ServerFrame.Unlocked(rev, 0, by, null, released, UnlockReason.RELEASED));
        }
        return events;
    }

    private static Change released(Change change, ItemId item) {
        return new ServerFrame.Unlocked(change.rev() + 1, 0, change.by(), null, List.of(item), UnlockReason.RELEASED);
    }

    // ---- Store, then tell ----

    private void store(List<Change> events) {
        if (crashes()) {
            return;
        }
        if (mutant == Mutant.SPLITS_A_RELEASE && isMoveWithRelease(events) && oneIn(5)) {
            journal.add(events.getFirst());
            crash();
            return;
        }
        if (mutant == Mutant.SPLITS_A_GROUP && events.size() > 2 && oneIn(5)) {
            journal.addAll(events.subList(0, 2));
            crash();
            return;
        }
        for (var event : events) {
            (mutant == Mutant.ACKNOWLEDGES_BEFORE_COMMIT ? notStoredYet : journal).add(asStored(event));
            picture.follow(event);
            remember(event);
        }
        if (mutant == Mutant.STORES_WHAT_NOBODY_SENT && oneIn(50)) {
            var by = events.getLast().by();
            var ghost = new RequestId("ghost-" + ++ghosts);
            store(List.of(new ServerFrame.Renamed(picture.rev() + 1, 0, by, ghost, new Title("Boo"))));
        }
        if (!crashes()) {
            events.forEach(this::announce);
        }
    }

    private static boolean isMoveWithRelease(List<Change> events) {
        return events.size() == 2 && events.getLast() instanceof ServerFrame.Unlocked;
    }

    private Change asStored(Change event) {
        return mutant == Mutant.STORES_SOMETHING_ELSE && event instanceof ServerFrame.Moved it && oneIn(10)
                ? new ServerFrame.Moved(it.rev(), 0, it.by(), it.id(), it.item(), it.x() + 1, it.y(), it.rotation())
                : event;
    }

    private boolean crashes() {
        if (calm || !oneIn(CRASHES)) {
            return false;
        }
        crash();
        return true;
    }

    private void announce(Change change) {
        connections.forEach(connection -> tell(connection.toClient, change));
    }

    private void tell(LinkedList<ServerFrame> toClient, Change change) {
        if (mutant == Mutant.DROPS_A_FRAME && oneIn(100)) {
            return;
        }
        var swapped = mutant == Mutant.SWAPS_TWO_FRAMES && toClient.peekLast() instanceof Change && oneIn(20);
        toClient.add(swapped ? toClient.size() - 1 : toClient.size(), change);
        if (mutant == Mutant.DOUBLES_A_FRAME && oneIn(100)) {
            toClient.add(change);
        }
    }

    private void remember(Change change) {
        if (change.id() != null) {
            applied.computeIfAbsent(change.by(), _ -> new HashMap<>()).put(change.id(), change.rev());
        }
    }

    private Change unlocked(ClientId by, List<ItemId> items, UnlockReason reason) {
        return new ServerFrame.Unlocked(picture.rev() + 1, 0, by, null, items, reason);
    }

    private static Picture replayed(List<Change> changes) {
        var picture = new Picture();
        changes.forEach(picture::follow);
        return picture;
    }

    /** The same picture under another revision. */
    private static Picture at(Picture picture, long rev) {
        var it = picture.description();
        return new Picture(new Description(
                rev,
                it.title(),
                it.outline(),
                it.height(),
                it.openings(),
                it.obstacles(),
                it.items(),
                it.locks(),
                it.comments()));
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
