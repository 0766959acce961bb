package homstyle.session;

import homstyle.metrics.RoomMetrics;
import homstyle.protocol.RoomId;
import homstyle.room.Member;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * One open socket as the gateway knows it. The session writes the times, the gateway's sweep reads them: that saves a
 * timer for each of thousands of idle sockets. Times are of {@link System#nanoTime}, in milliseconds.
 */
final class Connection {
    private static final long NOTHING = 0;
    /** Ample for one frame on the slowest line. */
    private static final Duration LONGEST_FOR_A_FRAME = Duration.ofMinutes(1);

    private final RoomId room;
    private final Member member;
    private final String resumeKey;
    private final ActorRef<SessionMessage> session;
    private final RoomMetrics metrics;
    private final long openedAt = now();
    private volatile long heardAt = now();
    private volatile boolean entered;
    private volatile boolean answersProbes;
    private volatile long batch = NOTHING;
    private volatile long batchSentAt;
    private volatile long batchAskedAt;
    private volatile long stuckSince = NOTHING;
    private long probedAt = NOTHING;

    Connection(RoomId room, Member member, String resumeKey, ActorRef<SessionMessage> session, RoomMetrics metrics) {
        this.room = room;
        this.member = member;
        this.resumeKey = resumeKey;
        this.session = session;
        this.metrics = metrics;
    }

    static long now() {
        return System.nanoTime() / 1_000_000;
    }

    RoomId room() {
        return room;
    }

    Member member() {
        return member;
    }

    boolean isOlderThan(Connection other) {
        return openedAt < other.openedAt;
    }

    String id() {
        return member.connection();
    }

    String resumeKey() {
        return resumeKey;
    }

    RoomMetrics metrics() {
        return metrics;
    }

    void tell(SessionMessage message) {
        session.tell(message);
    }

    void heard() {
        heardAt = now();
    }

    void answeredProbe() {
        answersProbes = true;
    }

    void entered() {
        entered = true;
    }

    /** @param askedAt when the first of its requests came, which may have waited for the batch before (R7) */
    void sent(long number, long askedAt) {
        batchSentAt = now();
        batchAskedAt = askedAt;
        batch = number;
    }

    void answered() {
        batch = NOTHING;
    }

    /**
     * Told whenever something was to be sent, of which most is neither: writes only what changes.
     *
     * @param paced whether frames wait for the socket that may do so as long as it takes any (M3)
     * @param took whether it has just taken one
     */
    void waits(boolean paced, boolean took) {
        if (paced && (took || stuckSince == NOTHING)) {
            stuckSince = now();
        } else if (!paced && stuckSince != NOTHING) {
            stuckSince = NOTHING;
        }
    }

    /** Whether the room should be asked once more to let it in. */
    boolean waitsAtTheDoor(Patience patience, long now) {
        return !entered && now - openedAt > patience.again().toMillis();
    }

    /** Called by the gateway twice a second: probes the silent (P1) and ends what waits too long (R7, M3). */
    void sweep(Patience patience, long now) {
        var waiting = batch;
        if (waiting != NOTHING && now - batchAskedAt > patience.answer().toMillis()) {
            tell(new SessionMessage.Unavailable(waiting));
        } else if (waiting != NOTHING && now - batchSentAt > patience.again().toMillis()) {
            tell(new SessionMessage.Unanswered(waiting));
        }
        if (!entered && now - openedAt > patience.answer().toMillis()) {
            tell(Farewells.roomUnavailable());
        }
        var stuck = stuckSince;
        if (stuck != NOTHING && now - stuck > LONGEST_FOR_A_FRAME.toMillis()) {
            tell(Farewells.stuck());
        }
        if (heardAt >= probedAt && now - heardAt > patience.silence().toMillis()) {
            probedAt = now;
            tell(new SessionMessage.Probe());
        } else if (answersProbes
                && probedAt > heardAt
                && now - probedAt > patience.probe().toMillis()) {
            tell(Farewells.silent());
        }
    }
}
