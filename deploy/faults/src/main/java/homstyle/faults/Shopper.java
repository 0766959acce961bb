package homstyle.faults;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientId;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.ServerFrame.You;
import homstyle.protocol.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A client as the protocol wants it, without a network: what it holds of its room, what it waits for, and what it says
 * when. All it says and hears goes into the history. For one thread.
 */
final class Shopper {
    private static final int MOST_UNANSWERED = 4;

    private final String name;
    private final RoomId room;
    private final History history;
    private final Whims whims;
    private final LinkedHashMap<RequestId, Request> unanswered = new LinkedHashMap<>();
    private Picture picture;
    private ClientId client;
    private String resumeKey;
    private boolean greeted;
    private boolean stalled;
    private boolean syncing;
    private int requests;
    private long acknowledged;

    /**
     * @param name what the history calls it
     * @param sku the product it places
     */
    Shopper(String name, RoomId room, Sku sku, RandomGenerator random, History history) {
        this.name = name;
        this.room = room;
        this.history = history;
        whims = new Whims(random, sku);
    }

    // ---- Connecting ----

    String name() {
        return name;
    }

    RoomId room() {
        return room;
    }

    /** The last revision it holds; null before its first {@code welcome}. */
    Long since() {
        return picture == null ? null : picture.rev();
    }

    /** Who it is to the room; null before its first {@code welcome}. */
    ClientId client() {
        return client;
    }

    /** Null before its first {@code welcome}. */
    String resumeKey() {
        return resumeKey;
    }

    void connected(String node) {
        greeted = false;
        stalled = false;
        syncing = false;
        history.connected(name, room, node, since(), client);
    }

    void closed(String why) {
        greeted = false;
        history.closed(name, why);
    }

    // ---- Hearing ----

    /** @return what to send at once, in this order */
    List<ClientFrame> on(ServerFrame frame) {
        history.got(name, frame);
        return switch (frame) {
            case ServerFrame.Welcome welcome -> onWelcome(welcome);
            case ServerFrame.Resumed resumed -> onResumed(resumed);
            case Change change -> onChange(change);
            case ServerFrame.Accepted accepted -> {
                answered(accepted.id());
                yield List.of();
            }
            case ServerFrame.Rejected rejected -> onRejected(rejected);
            case ServerFrame.Ping ping -> List.of(new ClientFrame.Pong(ping.id()));
            case ServerFrame.Clients _,
                    ServerFrame.Joined _,
                    ServerFrame.Left _,
                    ServerFrame.Motion _,
                    ServerFrame.Pong _,
                    ServerFrame.Bye _ -> List.of();
        };
    }

    private List<ClientFrame> onWelcome(ServerFrame.Welcome welcome) {
        picture = new Picture(Description.of(welcome));
        return greeted(welcome.you());
    }

    private List<ClientFrame> onResumed(ServerFrame.Resumed resumed) {
        return greeted(resumed.you());
    }

    /** What was not answered goes again, in the order of its first sending and with the same ids (R5, R7). */
    private List<ClientFrame> greeted(You you) {
        var isFirst = !greeted;
        greeted = true;
        syncing = false;
        client = you.client();
        resumeKey = you.resume();
        return isFirst ? repeat() : List.of();
    }

    private List<ClientFrame> onChange(Change change) {
        if (change.by().equals(client) && change.id() != null) {
            answered(change.id());
        }
        if (picture == null || change.rev() <= picture.rev() || syncing) {
            return List.of();
        }
        if (change.rev() == picture.rev() + 1) {
            picture.follow(change);
            return List.of();
        }
        syncing = true;
        return List.of(said(new ClientFrame.Sync(picture.rev())));
    }

    private List<ClientFrame> onRejected(ServerFrame.Rejected rejected) {
        if (rejected.code() != RejectionCode.UNAVAILABLE && rejected.code() != RejectionCode.RATE_LIMITED) {
            answered(rejected.id());
        } else if (!unanswered.isEmpty() && unanswered.firstEntry().getKey().equals(rejected.id())) {
            stalled = true;
        }
        return List.of();
    }

    private void answered(RequestId id) {
        if (id != null && unanswered.remove(id) != null) {
            acknowledged++;
        }
    }

    // ---- Saying ----

    /** Whether it was told {@code unavailable}: then it waits a while and repeats all that was not answered. */
    boolean isStalled() {
        return stalled;
    }

    List<ClientFrame> repeat() {
        stalled = false;
        var again = new ArrayList<ClientFrame>();
        unanswered.values().forEach(request -> again.add(said(request)));
        return again;
    }

    /** Its next wish; empty while it waits for too much. */
    Optional<ClientFrame> ask() {
        return mayAsk() ? Optional.of(asked(whims.next(nextId(), picture, client))) : Optional.empty();
    }

    /** Gives back one of the things it holds, when nothing else is under way. */
    Optional<ClientFrame> letGo() {
        return mayAsk() && unanswered.isEmpty()
                ? whims.letGo(nextId(), picture, client).map(this::asked)
                : Optional.empty();
    }

    private boolean mayAsk() {
        return greeted && !stalled && !syncing && unanswered.size() < MOST_UNANSWERED;
    }

    private ClientFrame asked(Request request) {
        unanswered.put(request.id(), request);
        return said(request);
    }

    private <F extends ClientFrame> F said(F frame) {
        history.sent(name, frame);
        return frame;
    }

    private RequestId nextId() {
        return new RequestId(name + "-" + ++requests);
    }

    // ---- How it is ----

    /** How many of its requests were answered for good, refusals included. */
    long acknowledged() {
        return acknowledged;
    }

    /** Whether it is in the room, waits for nothing and holds nothing. */
    boolean isAtRest() {
        return greeted
                && !syncing
                && unanswered.isEmpty()
                && picture.locks().stream().noneMatch(lock -> lock.by().equals(client));
    }

    /** Writes its last picture of the room. */
    void testify() {
        history.pictureOfClient(room, name, picture.description());
    }
}
