package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.RoomId;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(4), Duration.ofMillis(700));
    private static final long SILENCE = 30_001;
    private static final long PROBE = 15_001;
    private static final long ANSWER = 4_001;
    private static final long STUCK = 61_000;

    private final TestInbox<SessionMessage> session = TestInbox.create();
    private final long before = Connection.now();
    private final Connection connection = Connections.of(new RoomId("room-1"), "1", session.getRef());
    private final long start = Connection.now();

    @BeforeEach
    void enter() {
        connection.entered();
    }

    private void sweepAt(long time) {
        sweep(start + time);
    }

    private void sweep(long now) {
        connection.sweep(PATIENCE, now);
    }

    @Test
    @DisplayName("P1 a silent client is asked once, and one that never answers stays")
    void plainClient() {
        sweep(before + 29_000);
        assertThat(session.hasMessages()).isFalse();
        sweepAt(SILENCE);
        assertThat(session.receiveMessage()).isInstanceOf(SessionMessage.Probe.class);
        sweepAt(SILENCE + PROBE);
        sweepAt(10 * SILENCE);
        assertThat(session.hasMessages()).isFalse();
    }

    @Test
    @DisplayName("P1 one that has ever answered and stays silent is dismissed")
    void answeringClient() {
        connection.answeredProbe();
        sweepAt(SILENCE);
        assertThat(session.receiveMessage()).isInstanceOf(SessionMessage.Probe.class);
        sweepAt(SILENCE + PROBE - 1_000);
        assertThat(session.hasMessages()).isFalse();
        sweepAt(SILENCE + PROBE);
        assertThat(session.receiveMessage()).isInstanceOf(SessionMessage.Dismissed.class);
    }

    @Test
    @DisplayName("M3 a socket may take what waits as slowly as it likes, but not nothing at all for a minute")
    void stuck() {
        connection.waits(true, false);
        sweepAt(STUCK);
        assertThat(session.getAllReceived()).hasAtLeastOneElementOfType(SessionMessage.Dismissed.class);

        var beforeTaken = Connection.now();
        connection.waits(true, true);
        sweep(beforeTaken + STUCK - 1_000);
        connection.waits(false, true);
        sweepAt(STUCK);
        assertThat(session.getAllReceived()).doesNotHaveAnyElementsOfTypes(SessionMessage.Dismissed.class);
    }

    @Test
    @DisplayName("R7 a batch that waits is sent once more, and one that waits too long is answered unavailable")
    void lateAnswer() {
        var beforeSent = Connection.now();
        connection.sent(3, beforeSent);
        var sent = Connection.now();
        sweep(beforeSent + 600);
        assertThat(session.hasMessages()).isFalse();
        sweep(sent + 1_000);
        assertThat(session.receiveMessage()).isEqualTo(new SessionMessage.Unanswered(3));
        sweep(sent + ANSWER);
        assertThat(session.receiveMessage()).isEqualTo(new SessionMessage.Unavailable(3));
        connection.answered();
        sweep(sent + ANSWER + 1_000);
        assertThat(session.hasMessages()).isFalse();
    }

    @Test
    @DisplayName("R7 the time of a request runs from its coming, also when it had to wait for the batch before")
    void lateBatch() {
        connection.sent(4, start - ANSWER + 500);
        sweepAt(400);
        assertThat(session.hasMessages()).isFalse();
        sweepAt(600);
        assertThat(session.receiveMessage()).isEqualTo(new SessionMessage.Unavailable(4));
    }
}
