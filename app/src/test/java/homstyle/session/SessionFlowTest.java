package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import homstyle.metrics.RoomMetrics;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.room.RoomCommand;
import homstyle.room.RoomNotice;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stream of a socket between a tab and a gateway that the test plays. */
class SessionFlowTest {
    private static final ActorTestKit KIT =
            ActorTestKit.create(ConfigFactory.parseString("pekko.actor.testkit.typed.single-expect-default = 30s")
                    .withFallback(ConfigFactory.load("application-test")));

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Patience PATIENCE = new Patience(LONG, LONG, LONG, LONG);
    private static final Frame PLAIN = Frame.of(new ServerFrame.Pong(null));

    private final TestProbe<Gateway.Message> gateway = KIT.createTestProbe(Gateway.Message.class);
    private final BlockingQueue<RoomCommand> toldRoom = new LinkedBlockingQueue<>();

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @Test
    @DisplayName("C7 E7 what a tab said before it closed counts, also when its node is told to stop just then")
    void closedBeforeTheNodeStops() throws InterruptedException {
        var tab = open(Sink.ignore());
        var connection = enters();

        tab.offer(rename("first"));
        assertThat(nextBatch()).containsExactly("first");
        tab.offer(rename("second"));
        tab.offer(rename("third"));
        tab.complete();
        connection.tell(Farewells.draining(0));
        connection.tell(new SessionMessage.OtherStay("", "stay-1"));
        assertThat(nextBatch()).containsExactly("first");
        connection.tell(new SessionMessage.Answered(1, "stay-1", List.of(), null));
        assertThat(nextBatch()).containsExactly("second", "third");
        connection.tell(new SessionMessage.Answered(2, "stay-1", List.of(), null));
        gateway.expectMessage(new Gateway.Closed(connection));
    }

    @Test
    @DisplayName("C7 what a tab said before counts, also when its socket ends within a message that comes in fragments")
    void cutWithinAMessage() throws InterruptedException {
        var tab = open(Sink.ignore());
        var connection = enters();

        tab.offer(rename("first"));
        assertThat(nextBatch()).containsExactly("first");
        tab.offer(rename("second"));
        var reset = new IOException("connection reset");
        tab.offer(TextMessage.create(Source.single("{\"type\":").concat(Source.failed(reset))));
        tab.fail(reset);
        connection.tell(new SessionMessage.Answered(1, null, List.of(), null));
        assertThat(nextBatch()).containsExactly("second");
        connection.tell(new SessionMessage.Answered(2, null, List.of(), null));
        gateway.expectMessage(new Gateway.Closed(connection));
    }

    @Test
    @DisplayName("M3 a socket that takes nothing of what it is to catch up with is cut after a minute")
    void takesNothing() {
        open(Sink.never());
        var connection = enters(PLAIN, PLAIN, PLAIN);

        gateway.awaitAssert(() -> {
            connection.sweep(PATIENCE, Connection.now() + 61_000);
            return gateway.expectMessage(Duration.ofMillis(100), new Gateway.Closed(connection));
        });
    }

    private BoundedSourceQueue<Message> open(Sink<Message, ?> socket) {
        var someone = Connections.of(
                new RoomId("room-1"),
                "1",
                KIT.createTestProbe(SessionMessage.class).getRef());
        var arrival = new SessionFlow.Arrival(someone.room(), someone.member(), "key", null);
        var flow = SessionFlow.create(
                arrival, gateway.getRef(), toldRoom::add, new Rates(60, 120, true), new RoomMetrics("test"));
        return Source.<Message>queue(8).viaMat(flow, Keep.left()).to(socket).run(KIT.system());
    }

    /** The tab is in the room, and first of all sends what waits. */
    private Connection enters(Frame... frames) {
        var connection = gateway.expectMessageClass(Gateway.Opened.class).connection();
        connection.tell(new SessionMessage.Entered(
                KIT.createTestProbe(RoomGateway.Message.class).getRef(),
                KIT.createTestProbe(RoomNotice.class).getRef(),
                List.of(frames)));
        return connection;
    }

    private static Message rename(String id) {
        return TextMessage.create("{\"type\":\"rename\",\"id\":\"%s\",\"title\":\"A title\"}".formatted(id));
    }

    private List<String> nextBatch() throws InterruptedException {
        var batch = (RoomCommand.Requests) toldRoom.poll(10, TimeUnit.SECONDS);
        assertThat(batch).isNotNull();
        return batch.requests().stream()
                .map(ClientFrame.Request::id)
                .map(id -> id.value())
                .toList();
    }
}
