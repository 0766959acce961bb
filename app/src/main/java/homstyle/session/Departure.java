package homstyle.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * The end of a node, as its gateway sees it: first its clients go to the other nodes, then, when its rooms have moved, the
 * others find out where each of them lives.
 */
final class Departure {
    /** Clients go in so many steps at most: all of them at once would wait for each other's handshakes. */
    private static final int STEPS = 100;

    private static final Duration STEP = Duration.ofMillis(50);
    /** So that a few clients do not wait for nothing. */
    private static final int LEAST_A_STEP = 5;

    /** Where all are sent away at once they come back between these. */
    private static final Duration EARLIEST_RETURN = Duration.ofMillis(200);

    private static final Duration LATEST_RETURN = Duration.ofSeconds(1);

    /** How long the node waits for the others to find its rooms. */
    private static final Duration FINDING = Duration.ofSeconds(3);

    private final TimerScheduler<Gateway.Message> timers;
    private final ActorRef<Gateway.Message> self;
    /** For the steps: the actor system's own scheduler would put several of them together. */
    private final ScheduledExecutorService clock;

    private final Deque<Connection> leaving = new ArrayDeque<>();
    private int leavingAStep;
    private Future<?> steps;
    private boolean gently;
    /** To be told when the last client has been sent away; null as long as the node goes on. */
    private ActorRef<Done> drained;
    /** To be told when the others know where the rooms have gone; null before these have. */
    private ActorRef<Done> settled;
    /** Gateways that do not know it yet: their clients would wait there. */
    private final Set<ActorRef<Gateway.Message>> finding = new HashSet<>();

    Departure(TimerScheduler<Gateway.Message> timers, ActorRef<Gateway.Message> self, ScheduledExecutorService clock) {
        this.timers = timers;
        this.self = self;
        this.clock = clock;
    }

    boolean hasBegun() {
        return drained != null;
    }

    /** @param gently whether there are other nodes, and the rooms of this one go on until its clients have gone */
    void begin(boolean gently, Collection<Connection> connections, ActorRef<Done> replyTo) {
        drained = replyTo;
        this.gently = gently;
        if (gently) {
            leaving.addAll(connections);
            leavingAStep = Math.max(LEAST_A_STEP, Math.ceilDiv(leaving.size(), STEPS));
            steps = clock.scheduleAtFixedRate(
                    () -> self.tell(Gateway.SendAway.NOW), 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            connections.forEach(this::sendAway);
        }
        closed(connections.isEmpty());
    }

    void sendSomeAway() {
        for (int i = 0; i < leavingAStep && !leaving.isEmpty(); i++) {
            sendAway(leaving.poll());
        }
        if (leaving.isEmpty()) {
            steps.cancel(false);
        }
    }

    /** Each may come back at a moment of its own, so that not all come at once. */
    void sendAway(Connection connection) {
        var earliest = gently ? Duration.ZERO : EARLIEST_RETURN;
        var latest = gently ? STEP : LATEST_RETURN;
        var random = ThreadLocalRandom.current();
        connection.tell(Farewells.draining(random.nextLong(earliest.toMillis(), latest.toMillis())));
    }

    /** @param last whether no connection is left */
    void closed(boolean last) {
        if (last && hasBegun()) {
            drained.tell(Done.done());
        }
    }

    /** The others are to know the rooms' new places before this node leaves: who asks for them later may have to wait. */
    void roomsMoved(Set<ActorRef<Gateway.Message>> gateways, ActorRef<Done> replyTo) {
        settled = replyTo;
        finding.addAll(gateways);
        finding.remove(self);
        finding.forEach(gateway -> gateway.tell(new Gateway.FindRooms(self)));
        if (finding.isEmpty()) {
            foundEnough();
        } else {
            timers.startSingleTimer(Gateway.FoundEnough.NOW, FINDING);
        }
    }

    void roomsFound(ActorRef<Gateway.Message> by) {
        if (finding.remove(by) && finding.isEmpty()) {
            foundEnough();
        }
    }

    /** Who has gone meanwhile will not answer. */
    void onlyTheseAreLeft(Set<ActorRef<Gateway.Message>> gateways) {
        if (finding.retainAll(gateways) && finding.isEmpty()) {
            foundEnough();
        }
    }

    void foundEnough() {
        finding.clear();
        timers.cancel(Gateway.FoundEnough.NOW);
        settled.tell(Done.done());
    }
}
