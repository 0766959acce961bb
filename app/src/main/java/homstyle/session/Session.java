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
    private static final long PAUSE_AFTER_UNAVAILABLE = 1_000;
    private static final String NONE_YET = "";

    private final Connection connection;
    private final Consumer<RoomCommand> room;
    private final Outbox outbox;
    private final ArrayDeque<ClientFrame.Request> waiting = new ArrayDeque<>();
    private List<ClientFrame.Request> onTheWay = List.of();
    private long batches;
    private long sentAt;
    private String stay = NONE_YET;
    private ActorRef<RoomGateway.Message> gateway;
    private ActorRef<RoomNotice> notices;
    private RequestId expectedRetry;
    private long unavailableAt;

    Session(Connection connection, Consumer<RoomCommand> room, Outbox outbox) {
        this.connection = connection;
        this.room = room;
        this.outbox = outbox;
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
        switch (FrameCodec.decode(text)) {
            case Decoded.Frame(var frame) -> onFrame(frame);
            case Decoded.Refused(var answer) -> answer(answer);
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
        if (answered.woke()) {
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
        expectedRetry = onTheWay.getFirst().id();
        unavailableAt = Connection.now();
        onTheWay.forEach(this::refuseUnavailable);
        onTheWay = List.of();
        connection.answered();
        waiting.forEach(this::refuseUnavailable);
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
            refuseUnavailable(request);
            return;
        }
        waiting.add(request);
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
        var batch = new ArrayList<ClientFrame.Request>(Math.min(waiting.size(), LARGEST_BATCH));
        while (batch.size() < LARGEST_BATCH && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        onTheWay = batch;
        connection.sent(++batches);
        sentAt = System.nanoTime();
        tellRoom();
    }

    private void tellRoom() {
        room.accept(new RoomCommand.Requests(notices, connection.member(), batches, stay, onTheWay));
    }

    private boolean isOfAnotherStay(SessionMessage.Answered answered) {
        return answered.stay() != null && !answered.stay().equals(stay);
    }

    /** After {@code unavailable}, what was sent behind the refused requests must not overtake their retries (R7). */
    private boolean mustWaitForRetry(ClientFrame.Request request) {
        if (expectedRetry == null) {
            return false;
        }
        if (request.id().equals(expectedRetry) || Connection.now() - unavailableAt > PAUSE_AFTER_UNAVAILABLE) {
            expectedRetry = null;
            return false;
        }
        return true;
    }

    private void refuseUnavailable(ClientFrame.Request request) {
        answer(Rejected.because(
                request.id(), RejectionCode.UNAVAILABLE, "the room cannot store changes just now; send it again"));
    }

    private void answer(Rejected rejected) {
        logRefused(connection, rejected);
        outbox.addLive(Frame.of(rejected));
    }

    static void logRefused(Connection connection, Rejected rejected) {
        if (rejected.code() == RejectionCode.LOCKED) {
            connection.metrics().lockRefused();
        }
        new RoomLog(LOG, connection.room())
                .info(connection.member().id(), "refused: %s (%s)".formatted(rejected.code(), rejected.message()));
    }
}
