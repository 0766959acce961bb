package homstyle.session;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.FrameCodec.Decoded;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.room.RoomCommand;
import homstyle.room.RoomLog;
import homstyle.room.RoomNotice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket's talk: requests go to the room, motion to the gateway, pings are answered here (P2).
 *
 * <p>One batch of requests is on the way at a time; what comes meanwhile makes the next one. So requests keep their
 * order whatever is lost below (R7), and a fast client's changes are stored many at a time.
 *
 * <p>A batch is for one stay of the room in memory, and only that one's answer counts. Else a copy that was on the way
 * when the room moved could be decided anew, and what its client was refused could be stored (E3).
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int LARGEST_BATCH = 64;
    private static final int MOST_WAITING = 256;
    private static final int STEPS_AS_ONE = 8;
    /** A plan is large, and all of it goes to everybody. */
    private static final int DRAGS_OF_A_SKETCH = 8;

    /** What is taken back may be as much as one request can do; most of it is less. */
    private static final int REQUESTS_OF_AN_UNDO = 4;

    /** The journal is read for it, and up to 1,000 changes are encoded. */
    private static final int REQUESTS_OF_A_SYNC = 10;

    private static final long PAUSE_FOR_RETRY = 1_000;
    private static final String NONE_YET = "";

    /** Why a request is to be sent again. */
    private enum Refusal {
        UNAVAILABLE(RejectionCode.UNAVAILABLE, "the room cannot store changes just now; send it again"),
        TOO_MANY(RejectionCode.RATE_LIMITED, "too many requests in a second; send it again in a while");

        private final RejectionCode code;
        private final String message;

        Refusal(RejectionCode code, String message) {
            this.code = code;
            this.message = message;
        }
    }

    private final Connection connection;
    private final Consumer<RoomCommand> room;
    private final Outbox outbox;
    private final Rates.Used requests;
    private final Rates.Used motion;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private List<ClientFrame.Request> onTheWay = List.of();
    private long batches;
    private long sentAt;
    private String stay = NONE_YET;
    private ActorRef<RoomGateway.Message> gateway;
    private ActorRef<RoomNotice> notices;
    private RequestId expectedRetry;
    private Refusal refusal;
    private long refusedAt;

    /** A request that waits until the batch before it is answered; its time to be answered runs from {@code since} (R7). */
    private record Waiting(ClientFrame.Request request, long since) {}

    Session(Connection connection, Consumer<RoomCommand> room, Outbox outbox, Rates rates) {
        this.connection = connection;
        this.room = room;
        this.outbox = outbox;
        this.requests = rates.usedRequests();
        this.motion = rates.usedMotion();
    }

    /** Whether the client is in the room, and may speak. */
    boolean isEntered() {
        return gateway != null;
    }

    /** Whether so much waits for the room that the socket should not be read for now. */
    boolean isFull() {
        return waiting.size() >= MOST_WAITING;
    }

    /** Whether all that was asked is answered. */
    boolean isIdle() {
        return onTheWay.isEmpty() && waiting.isEmpty();
    }

    void onText(String text) {
        connection.heard();
        var decoded = FrameCodec.decode(text);
        var used = decoded instanceof Decoded.Frame(ClientFrame.Motion _) ? motion : requests;
        switch (used.next(cost(decoded))) {
            case WITHIN -> onWithin(decoded);
            case BEYOND -> onBeyond(decoded);
            case FLOOD -> connection.tell(Farewells.flooding());
        }
    }

    /** Several steps are work for everybody, though less than as many requests. */
    private static int cost(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Frame(ClientFrame.Arrange arrange) ->
                Math.ceilDiv(arrange.steps().size(), STEPS_AS_ONE);
            case Decoded.Frame(ClientFrame.Undo _), Decoded.Frame(ClientFrame.Redo _) -> REQUESTS_OF_AN_UNDO;
            case Decoded.Frame(ClientFrame.Sync _) -> REQUESTS_OF_A_SYNC;
            case Decoded.Frame(ClientFrame.Sketch _) -> DRAGS_OF_A_SKETCH;
            default -> 1;
        };
    }

    private void onWithin(Decoded decoded) {
        switch (decoded) {
            case Decoded.Frame(var frame) -> onFrame(frame);
            case Decoded.Refused(var answer) -> answer(answer);
        }
    }

    /**
     * Requests are to be sent again, motion is dropped (E5); pings are little work, and waited for. What cannot be read
     * was no request yet, so nothing behind it waits for its retry. A sync has no answer that says no, and without one its
     * client would stay behind.
     */
    private void onBeyond(Decoded decoded) {
        switch (decoded) {
            case Decoded.Frame(ClientFrame.Request request) -> {
                if (expectedRetry == null || request.id().equals(expectedRetry) || retryIsOverdue()) {
                    expectRetry(request, Refusal.TOO_MANY);
                }
                refuse(request, Refusal.TOO_MANY);
            }
            case Decoded.Refused(var unread) ->
                answer(Rejected.because(unread.id(), Refusal.TOO_MANY.code, Refusal.TOO_MANY.message));
            case Decoded.Frame(ClientFrame.Motion _) -> connection.metrics().motionDropped(1);
            case Decoded.Frame(ClientFrame.Sync _) -> connection.tell(Farewells.flooding());
            default -> onWithin(decoded);
        }
    }

    void onEntered(SessionMessage.Entered entered) {
        gateway = entered.gateway();
        notices = entered.notices();
        outbox.addPaced(entered.frames());
        connection.entered();
    }

    /** An answer to what was refused as unavailable meanwhile is dropped: the retry may be answered otherwise (E4). */
    void onAnswered(SessionMessage.Answered answered) {
        if (answered.number() != batches || onTheWay.isEmpty() || isOfAnotherStay(answered)) {
            return;
        }
        answered.frames().forEach(outbox::addLive);
        onTheWay = List.of();
        connection.answered();
        if (answered.wokeAt() != null && sentAt - answered.wokeAt() < 0) {
            connection.metrics().woke(Duration.ofNanos(System.nanoTime() - sentAt));
        }
        sendBatch();
    }

    /** What the stay before may still answer is dropped from now on, as the new one decides. */
    void onOtherStay(SessionMessage.OtherStay other) {
        if (!other.asked().equals(stay)) {
            return;
        }
        stay = other.stay();
        if (!onTheWay.isEmpty()) {
            tellRoom();
        }
    }

    /** A batch that reaches the room twice counts once, since it has a number (R7). */
    void onUnanswered(long number) {
        if (number == batches && !onTheWay.isEmpty()) {
            tellRoom();
        }
    }

    /** The room cannot be reached or cannot store: all that is unanswered can be sent again, in the same order (E4). */
    void onUnavailable(long number) {
        if (number != batches || onTheWay.isEmpty()) {
            return;
        }
        expectRetry(onTheWay.getFirst(), Refusal.UNAVAILABLE);
        onTheWay.forEach(request -> refuse(request, refusal));
        onTheWay = List.of();
        connection.answered();
        waiting.forEach(behind -> refuse(behind.request(), refusal));
        waiting.clear();
    }

    private void onFrame(ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Request request -> onRequest(request);
            case ClientFrame.Motion motion -> onMotion(motion);
            case ClientFrame.Sync(long since) -> onSync(since);
            case ClientFrame.Ping(var id) -> outbox.addLive(Frame.of(new ServerFrame.Pong(id)));
            case ClientFrame.Pong _ -> connection.answeredProbe();
        }
    }

    private void onRequest(ClientFrame.Request request) {
        if (mustWaitForRetry(request)) {
            refuse(request, refusal);
            return;
        }
        waiting.add(new Waiting(request, Connection.now()));
        if (onTheWay.isEmpty()) {
            sendBatch();
        }
    }

    private void onMotion(ClientFrame.Motion motion) {
        gateway.tell(new RoomGateway.Moves(connection, motion));
    }

    private void onSync(long since) {
        gateway.tell(new RoomGateway.Sync(connection, since));
    }

    private void sendBatch() {
        if (waiting.isEmpty()) {
            return;
        }
        var oldest = waiting.peek().since();
        var batch = new ArrayList<ClientFrame.Request>(Math.min(waiting.size(), LARGEST_BATCH));
        while (batch.size() < LARGEST_BATCH && !waiting.isEmpty()) {
            batch.add(waiting.poll().request());
            if (mayChangeMuch(batch.getLast())) {
                break;
            }
        }
        onTheWay = batch;
        connection.sent(++batches, oldest);
        sentAt = System.nanoTime();
        tellRoom();
    }

    /** The changes of a batch are told in one message between nodes, and each socket takes them at once: both have limits. */
    private static boolean mayChangeMuch(ClientFrame.Request request) {
        return request instanceof ClientFrame.Arrange
                || request instanceof ClientFrame.Undo
                || request instanceof ClientFrame.Redo;
    }

    private void tellRoom() {
        room.accept(new RoomCommand.Requests(notices, connection.member(), batches, stay, onTheWay));
    }

    private boolean isOfAnotherStay(SessionMessage.Answered answered) {
        return answered.stay() != null && !answered.stay().equals(stay);
    }

    private void expectRetry(ClientFrame.Request request, Refusal why) {
        expectedRetry = request.id();
        refusal = why;
        refusedAt = Connection.now();
    }

    /** What was sent behind requests that are to be sent again must not overtake their retries (R7). */
    private boolean mustWaitForRetry(ClientFrame.Request request) {
        if (expectedRetry == null) {
            return false;
        }
        if (request.id().equals(expectedRetry) || retryIsOverdue()) {
            expectedRetry = null;
            return false;
        }
        return true;
    }

    private boolean retryIsOverdue() {
        return Connection.now() - refusedAt > PAUSE_FOR_RETRY;
    }

    private void refuse(ClientFrame.Request request, Refusal why) {
        answer(Rejected.because(request.id(), why.code, why.message));
    }

    private void answer(Rejected rejected) {
        logRefused(connection, rejected);
        outbox.addLive(Frame.of(rejected));
    }

    static void logRefused(Connection connection, Rejected rejected) {
        if (rejected.code() == RejectionCode.RATE_LIMITED) {
            return; // who sends too much would fill the log as well
        }
        if (rejected.code() == RejectionCode.LOCKED) {
            connection.metrics().lockRefused();
        }
        new RoomLog(LOG, connection.room())
                .info(connection.member().id(), "refused: %s (%s)".formatted(rejected.code(), rejected.message()));
    }
}
