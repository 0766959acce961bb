package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.metrics.FrameClass;
import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.PersonName;
import homstyle.protocol.RequestId;
import homstyle.protocol.Role;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.CursorAt;
import homstyle.protocol.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Client GUEST = new Client(
            new ClientId("guest-1"), new UserId("guest-1"), new PersonName("Guest 1"), "#112233", Role.EDITOR);
    private static final Client OTHER = new Client(
            new ClientId("guest-2"), new UserId("guest-2"), new PersonName("Guest 2"), "#445566", Role.EDITOR);

    private final Outbox outbox = new Outbox();

    private static Frame frame(String id) {
        return Frame.of(new ServerFrame.Pong(new RequestId(id)));
    }

    private static SessionMessage.Presence joined(Client client, Client... all) {
        return new SessionMessage.Presence(Frame.of(ServerFrame.Joined.of(client)), List.of(all), null);
    }

    private static SessionMessage.Presence left(Client client, Client... all) {
        return new SessionMessage.Presence(
                Frame.of(new ServerFrame.Left(client.client())), List.of(all), client.client());
    }

    private static ServerFrame.Motion cursor(Client client, int x) {
        return new ServerFrame.Motion(List.of(new CursorAt(client.client(), x, 0)), List.of());
    }

    private List<String> sent() {
        var sent = new ArrayList<String>();
        for (var next = outbox.next(); next != null; next = outbox.next()) {
            sent.add(next.message().getStrictText());
        }
        return sent;
    }

    private static String text(Frame frame) {
        return frame.message().getStrictText();
    }

    @Test
    void sendsWhatWaitsInOrder() {
        outbox.addPaced(List.of(frame("a"), frame("b")));
        outbox.addLive(frame("c"));
        assertThat(outbox.isEmpty()).isFalse();
        assertThat(sent()).containsExactly(text(frame("a")), text(frame("b")), text(frame("c")));
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.next()).isNull();
    }

    @Test
    @DisplayName("M3 more than 256 live frames are too many, and sending one makes room")
    void tooManyFrames() {
        IntStream.range(0, Outbox.MOST_FRAMES).forEach(_ -> outbox.addLive(frame("x")));
        assertThat(outbox.overflows()).isFalse();
        outbox.addLive(frame("x"));
        assertThat(outbox.overflows()).isTrue();
        outbox.next();
        assertThat(outbox.overflows()).isFalse();
    }

    @Test
    @DisplayName("M3 more than 1 MiB of live frames is too much")
    void tooManyBytes() {
        var large = new Frame(frame("x").message(), Outbox.MOST_BYTES, FrameClass.LIVENESS);
        outbox.addLive(large);
        assertThat(outbox.overflows()).isFalse();
        outbox.addLive(frame("x"));
        assertThat(outbox.overflows()).isTrue();
        assertThat(outbox.liveFrames()).isEqualTo(2);
        outbox.next();
        assertThat(outbox.liveBytes()).isEqualTo(frame("x").bytes());
    }

    @Test
    @DisplayName("M3 the welcome and what follows resumed do not count")
    void pacedFramesDoNotCount() {
        outbox.addPaced(IntStream.range(0, 2_000).mapToObj(_ -> frame("x")).toList());
        assertThat(outbox.overflows()).isFalse();
        assertThat(outbox.liveFrames()).isZero();
    }

    @Test
    @DisplayName("M3 presence is told one by one to who keeps up, and as one list to who is behind")
    void presenceIsMerged() {
        outbox.addPresence(joined(GUEST, GUEST));
        assertThat(sent()).containsExactly(text(Frame.of(ServerFrame.Joined.of(GUEST))));

        outbox.addLive(frame("change"));
        outbox.addPresence(joined(GUEST, GUEST));
        outbox.addPresence(joined(OTHER, GUEST, OTHER));
        assertThat(sent())
                .containsExactly(text(frame("change")), text(Frame.of(new ServerFrame.Clients(List.of(GUEST, OTHER)))));
    }

    @Test
    @DisplayName("M1 motion is merged while it waits, and goes after all the rest")
    void motionIsMerged() {
        outbox.addMotion(cursor(GUEST, 1));
        outbox.addMotion(cursor(OTHER, 5));
        outbox.addMotion(cursor(GUEST, 2));
        outbox.addLive(frame("change"));
        outbox.addPresence(joined(OTHER, GUEST, OTHER));
        assertThat(sent())
                .containsExactly(
                        text(frame("change")),
                        text(Frame.of(new ServerFrame.Clients(List.of(GUEST, OTHER)))),
                        "{\"type\":\"motion\",\"cursors\":[[\"guest-1\",2,0],[\"guest-2\",5,0]],\"drags\":[]}");
    }

    @Test
    @DisplayName("M1 a drag that still waits does not come after the change that overtook it")
    void overtakenMotion() {
        var sofa = new ItemId("sofa");
        var drag = new ServerFrame.DragAt(GUEST.client(), sofa, 1, 2, 0);
        outbox.addMotion(new ServerFrame.Motion(List.of(), List.of(drag)));
        outbox.addMotion(cursor(OTHER, 5));
        outbox.forgetMotion(sofa);
        outbox.addLive(frame("moved"));
        assertThat(sent())
                .containsExactly(
                        text(frame("moved")), "{\"type\":\"motion\",\"cursors\":[[\"guest-2\",5,0]],\"drags\":[]}");
    }

    @Test
    @DisplayName("M1 who moved and left is not seen to move after that by who is behind, and takes no room there")
    void motionOfTheGone() {
        outbox.addLive(frame("change"));
        for (int i = 0; i < 100; i++) {
            outbox.addMotion(cursor(OTHER, i));
            outbox.addPresence(left(OTHER, GUEST));
        }
        assertThat(sent())
                .containsExactly(text(frame("change")), text(Frame.of(new ServerFrame.Clients(List.of(GUEST)))));
    }

    @Test
    @DisplayName("M3 presence is not what was asked for, and holds up no request")
    void presenceIsNotPaced() {
        outbox.addPresence(joined(GUEST, GUEST));
        assertThat(outbox.hasPaced()).isFalse();
        outbox.addPaced(List.of(frame("a"), frame("b")));
        assertThat(outbox.hasPaced()).isTrue();
        sent();
        assertThat(outbox.hasPaced()).isFalse();
    }

    @Test
    void clearedItHoldsNothing() {
        outbox.addLive(frame("a"));
        outbox.addPresence(joined(GUEST, GUEST));
        outbox.addMotion(cursor(GUEST, 1));
        outbox.addPaced(List.of(frame("b")));
        outbox.clear();
        assertThat(outbox.hasPaced()).isFalse();
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.next()).isNull();
        assertThat(outbox.liveFrames()).isZero();
    }
}
