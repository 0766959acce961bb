package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.room.RoomCommand;
import homstyle.room.RoomNotice;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final String LOCK = "{\"type\":\"lock\",\"id\":\"l\",\"items\":[\"sofa\"]}";
    private static final String STAY = "stay-1";
    private static final Frame LOCKED =
            Frame.of(Rejected.because(new RequestId("l"), RejectionCode.LOCKED, "somebody else holds sofa"));

    private final List<RoomCommand> toldRoom = new ArrayList<>();
    private final Outbox outbox = new Outbox();
    private final Session session = new Session(
            Connections.of(
                    new RoomId("room-1"),
                    "1",
                    TestInbox.<SessionMessage>create().getRef()),
            toldRoom::add,
            outbox,
            new Rates(60, 120, true));

    @BeforeEach
    void send() {
        session.onText(LOCK);
        session.onOtherStay(new SessionMessage.OtherStay("", STAY));
        toldRoom.clear();
    }

    @Test
    @DisplayName("E4 the answer to a request that was refused as unavailable is that to its retry, and no earlier one")
    void lateAnswer() {
        session.onUnavailable(1);
        assertThat(outbox.next().message().getStrictText()).contains("unavailable");

        session.onAnswered(new SessionMessage.Answered(1, STAY, List.of(LOCKED), null));
        session.onText(LOCK);
        session.onAnswered(new SessionMessage.Answered(1, STAY, List.of(LOCKED), null));
        assertThat(outbox.isEmpty()).isTrue();

        session.onAnswered(new SessionMessage.Answered(2, STAY, List.of(LOCKED), null));
        assertThat(outbox.next()).isEqualTo(LOCKED);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("M3 what may change much is the last of its batch, so that the changes of a batch are not too many")
    void batches() {
        session.onText("{\"type\":\"undo\",\"id\":\"u1\"}");
        session.onText("{\"type\":\"undo\",\"id\":\"u2\"}");
        session.onText(LOCK);
        session.onAnswered(new SessionMessage.Answered(1, STAY, List.of(LOCKED), null));
        assertThat(((RoomCommand.Requests) toldRoom.getLast()).requests()).hasSize(1);

        session.onAnswered(new SessionMessage.Answered(2, STAY, List.of(), null));
        assertThat(((RoomCommand.Requests) toldRoom.getLast()).requests()).hasSize(1);
        session.onAnswered(new SessionMessage.Answered(3, STAY, List.of(), null));
        assertThat(((RoomCommand.Requests) toldRoom.getLast()).requests())
                .extracting(request -> request.id().value())
                .containsExactly("l");
    }

    @Test
    @DisplayName("R7 a batch that is sent twice is answered once")
    void answeredTwice() {
        session.onUnanswered(1);
        assertThat(toldRoom).hasSize(1);

        session.onAnswered(new SessionMessage.Answered(1, STAY, List.of(LOCKED), null));
        session.onAnswered(new SessionMessage.Answered(1, STAY, List.of(LOCKED), null));
        assertThat(outbox.next()).isEqualTo(LOCKED);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("E3 when the room has moved, what is on the way is sent there, and only the answer from there counts")
    void movedRoom() {
        session.onOtherStay(new SessionMessage.OtherStay(STAY, "stay-2"));
        session.onOtherStay(new SessionMessage.OtherStay(STAY, "stay-2"));
        assertThat(toldRoom).hasSize(1);
        assertThat(((RoomCommand.Requests) toldRoom.getFirst()).stay()).isEqualTo("stay-2");
        assertThat(((RoomCommand.Requests) toldRoom.getFirst()).number()).isEqualTo(1);

        session.onAnswered(new SessionMessage.Answered(1, STAY, List.of(LOCKED), null));
        assertThat(outbox.isEmpty()).isTrue();
        session.onAnswered(new SessionMessage.Answered(1, "stay-2", List.of(LOCKED), null));
        assertThat(outbox.next()).isEqualTo(LOCKED);
    }

    @Test
    @DisplayName("E3 what was answered before the room moved is not sent again")
    void answeredBeforeTheMove() {
        session.onAnswered(new SessionMessage.Answered(1, STAY, List.of(LOCKED), null));
        session.onOtherStay(new SessionMessage.OtherStay(STAY, "stay-2"));
        assertThat(toldRoom).isEmpty();

        session.onText(LOCK);
        assertThat(((RoomCommand.Requests) toldRoom.getFirst()).stay()).isEqualTo("stay-2");
    }

    @Test
    @DisplayName("R7 the answer of a node of an older release, which does not tell its stay, counts")
    void olderRelease() {
        session.onAnswered(new SessionMessage.Answered(1, null, List.of(LOCKED), null));
        assertThat(outbox.next()).isEqualTo(LOCKED);
    }

    @Test
    @DisplayName("E5 beyond the limit what cannot be read is rate-limited too, with its id where there is one")
    void unreadableBeyondTheLimit() {
        var hasty = hasty(TestInbox.create());
        hasty.onText("{\"type\":\"lock\",\"id\":\"l1\",\"items\":5}");
        hasty.onText("none");
        assertThat(next()).contains("\"l1\"", "invalid");
        assertThat(next()).contains("malformed");

        hasty.onText("{\"type\":\"lock\",\"id\":\"l2\",\"items\":5}");
        hasty.onText("none");
        assertThat(next()).contains("\"l2\"", "rate-limited");
        assertThat(next()).contains("rate-limited").doesNotContain("\"id\"");
    }

    @Test
    @DisplayName("E5 what is taken back counts as several requests, though never as more than may come at once")
    void undoBeyondTheLimit() {
        var hasty = hasty(TestInbox.create());
        hasty.onText("{\"type\":\"undo\",\"id\":\"u1\"}");
        assertThat(outbox.isEmpty()).isTrue();
        hasty.onText("{\"type\":\"undo\",\"id\":\"u2\"}");
        assertThat(next()).contains("\"u2\"", "rate-limited");
    }

    @Test
    @DisplayName(
            "E5 a sync beyond the limit ends the connection, as its client cannot be told no and would stay behind")
    void syncBeyondTheLimit() {
        var inbox = TestInbox.<SessionMessage>create();
        var hasty = hasty(inbox);
        hasty.onText("none");
        hasty.onText("none");
        hasty.onText("{\"type\":\"sync\",\"since\":1}");

        assertThat(inbox.receiveMessage()).isEqualTo(Farewells.flooding());
    }

    @Test
    @DisplayName("E5 a sync is as much work as ten requests, and as many may come at once as a busy client needs")
    void syncs() {
        var inbox = TestInbox.<SessionMessage>create();
        var busy = new Session(
                Connections.of(new RoomId("room-1"), "busy", inbox.getRef()),
                toldRoom::add,
                outbox,
                new Rates(60, 120, true));
        busy.onEntered(new SessionMessage.Entered(
                TestInbox.<RoomGateway.Message>create().getRef(),
                TestInbox.<RoomNotice>create().getRef(),
                List.of()));
        for (int i = 0; i < 12; i++) {
            busy.onText("{\"type\":\"sync\",\"since\":1}");
        }
        assertThat(inbox.hasMessages()).isFalse();
        for (int i = 0; i < 12; i++) {
            busy.onText("{\"type\":\"sync\",\"since\":1}");
        }
        assertThat(inbox.receiveMessage()).isEqualTo(Farewells.flooding());
    }

    /** Of whom two requests are taken at once. */
    private Session hasty(TestInbox<SessionMessage> inbox) {
        return new Session(
                Connections.of(new RoomId("room-1"), "hasty", inbox.getRef()),
                toldRoom::add,
                outbox,
                new Rates(1, 1, true));
    }

    private String next() {
        return outbox.next().message().getStrictText();
    }
}
