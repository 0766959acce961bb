package homstyle.session;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.room.RoomCommand;
import homstyle.room.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A tab as a gateway sees it: what goes out to its socket is kept instead. */
final class Tab {
    private final TestProbe<SessionMessage> session;
    private final ActorRef<Gateway.Message> gateway;
    private final Rooms rooms;
    private final Connection connection;
    private final List<ServerFrame> unread = new ArrayList<>();
    private SessionMessage.Entered entered;
    private final Set<ClientId> known = new HashSet<>();
    private long batches;
    private long answered;

    private Tab(
            TestProbe<SessionMessage> session, ActorRef<Gateway.Message> gateway, Rooms rooms, Connection connection) {
        this.session = session;
        this.gateway = gateway;
        this.rooms = rooms;
        this.connection = connection;
    }

    static Tab open(ActorTestKit kit, Rooms rooms, ActorRef<Gateway.Message> gateway, RoomId room, String name) {
        TestProbe<SessionMessage> session = kit.createTestProbe();
        var tab = new Tab(session, gateway, rooms, Connections.of(room, name, session.getRef()));
        gateway.tell(new Gateway.Opened(tab.connection, null));
        while (tab.entered == null) {
            tab.read();
        }
        return tab;
    }

    ClientId client() {
        return connection.member().id();
    }

    void close() {
        gateway.tell(new Gateway.Closed(connection));
    }

    void sends(ClientFrame.Motion motion) {
        entered.gateway().tell(new RoomGateway.Moves(connection, motion));
    }

    /** Sends requests in one batch, and waits until they are answered. */
    void asks(ClientFrame.Request... requests) {
        sends(requests);
        while (answered < batches) {
            read();
        }
    }

    /** Sends requests in one batch. */
    void sends(ClientFrame.Request... requests) {
        rooms.room(connection.room())
                .tell(new RoomCommand.Requests(
                        entered.notices(), connection.member(), ++batches, null, Arrays.asList(requests)));
    }

    /** The next frame of that kind that was not read yet; those before it are passed over. */
    <F extends ServerFrame> F next(Class<F> kind) {
        while (true) {
            while (unread.isEmpty()) {
                read();
            }
            var frame = unread.removeFirst();
            if (kind.isInstance(frame)) {
                return kind.cast(frame);
            }
        }
    }

    /** Waits until this tab knows of that client, by its welcome or since. */
    void awaitKnows(ClientId client) {
        while (!known.contains(client)) {
            read();
        }
    }

    private void read() {
        switch (session.receiveMessage()) {
            case SessionMessage.Entered first -> {
                entered = first;
                first.frames().forEach(this::keep);
            }
            case SessionMessage.Missed(var frames, var _) -> frames.forEach(this::keep);
            case SessionMessage.Changes(var frames, var _) -> frames.forEach(this::keep);
            case SessionMessage.Answered(long number, var _, var frames, var _) -> {
                answered = number;
                frames.forEach(this::keep);
            }
            case SessionMessage.Presence presence -> keep(presence.frame());
            case SessionMessage.Moved moved -> keep(moved.frame());
            case SessionMessage.Probe _, SessionMessage.Unanswered _, SessionMessage.OtherStay _ -> {}
            case SessionMessage.Unavailable _, SessionMessage.Dismissed _ ->
                throw new AssertionError("the room is out of reach");
        }
    }

    private void keep(Frame frame) {
        try {
            var decoded = FrameCodec.decodeServerFrame(frame.message().getStrictText());
            switch (decoded) {
                case ServerFrame.Welcome welcome -> welcome.clients().forEach(one -> known.add(one.client()));
                case ServerFrame.Joined joined -> known.add(joined.client());
                default -> {}
            }
            unread.add(decoded);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
