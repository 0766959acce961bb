package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.metrics.RoomMetrics;
import homstyle.protocol.ClientId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.Title;
import homstyle.room.Room;
import homstyle.room.RoomCommand;
import homstyle.room.RoomNotice;
import homstyle.room.RoomState;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.sharding.typed.testkit.javadsl.TestEntityRef;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a gateway makes of a room's notices, in an order that only a busy machine brings about. */
class RoomGatewayTest {
    private static final RoomId ROOM = new RoomId("room-1");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final TestInbox<RoomCommand> room = TestInbox.create();
    private final TestInbox<SessionMessage> session = TestInbox.create();
    private final Connection connection = Connections.of(ROOM, "red", session.getRef());
    private final BehaviorTestKit<RoomGateway.Message> gateway = BehaviorTestKit.create(RoomGateway.create(
            ROOM,
            TestEntityRef.of(EntityTypeKey.create(RoomCommand.class, "room"), ROOM.value(), room.getRef()),
            null,
            new GatewaySettings(
                    "test",
                    LONG,
                    LONG,
                    new ServerFrame.Limits(60, 120, 16_384, 100, 100),
                    100,
                    new Patience(LONG, LONG, LONG, Duration.ZERO)),
            new RoomMetrics("test"),
            null));

    @Test
    @DisplayName("R4 sync is answered by what was missed, also when a room that woke up says its welcome twice")
    void answersWhatWasAskedLast() {
        gateway.run(new RoomGateway.Opened(connection, null));
        gateway.run(new RoomGateway.RoomAwake(0));
        var asked = joins();
        assertThat(asked).hasSize(2);
        var welcomed = new RoomNotice.Welcomed(connection.id(), null, RoomState.of(Room.NEW));

        tell(asked.getFirst(), welcomed);
        assertThat(session.receiveMessage()).isInstanceOf(SessionMessage.Entered.class);
        gateway.run(new RoomGateway.Sync(connection, 0));
        tell(asked.getLast(), welcomed);
        assertThat(session.getAllReceived()).isEmpty();

        tell(asked.getLast(), new RoomNotice.Resumed(connection.id(), 0, 0, List.of(), List.of()));
        assertThat(session.receiveMessage())
                .isInstanceOfSatisfying(
                        SessionMessage.Missed.class,
                        missed -> assertThat(
                                        missed.frames().getFirst().message().getStrictText())
                                .contains("\"resumed\""));
    }

    @Test
    @DisplayName("R3 a sync whose answer was lost is asked again, and answered once")
    void asksAgain() {
        var asked = enter();
        gateway.run(new RoomGateway.Sync(connection, 0));
        gateway.run(new RoomGateway.Sync(connection, 0));
        assertThat(joins()).hasSize(2);

        var resumed = new RoomNotice.Resumed(connection.id(), 0, 0, List.of(), List.of());
        tell(asked, resumed);
        tell(asked, resumed);
        assertThat(session.getAllReceived()).hasSize(1);
    }

    @Test
    @DisplayName("R8 M3 whoever is brought forward by more than may wait for a socket is not cut for it")
    void manyAtOnce() {
        var asked = enter();
        tell(asked, new RoomNotice.Changed(renames(1, Outbox.MOST_FRAMES), null));
        tell(asked, new RoomNotice.Changed(renames(Outbox.MOST_FRAMES + 1, 3 * Outbox.MOST_FRAMES), null));

        assertThat(session.receiveMessage()).isInstanceOf(SessionMessage.Changes.class);
        assertThat(session.receiveMessage()).isInstanceOf(SessionMessage.Missed.class);
    }

    private static List<Change> renames(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .<Change>mapToObj(rev -> new ServerFrame.Renamed(rev, 0, new ClientId("blue"), null, new Title("Den")))
                .toList();
    }

    /** The tab is in the room. */
    private RoomCommand.Join enter() {
        gateway.run(new RoomGateway.Opened(connection, null));
        var asked = joins().getFirst();
        tell(asked, new RoomNotice.Welcomed(connection.id(), null, RoomState.of(Room.NEW)));
        assertThat(session.receiveMessage()).isInstanceOf(SessionMessage.Entered.class);
        return asked;
    }

    private List<RoomCommand.Join> joins() {
        return room.getAllReceived().stream()
                .filter(RoomCommand.Join.class::isInstance)
                .map(RoomCommand.Join.class::cast)
                .toList();
    }

    private void tell(RoomCommand.Join asked, RoomNotice notice) {
        asked.gateway().tell(notice);
        gateway.runOne();
    }
}
