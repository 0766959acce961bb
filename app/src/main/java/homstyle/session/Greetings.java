package homstyle.session;

import homstyle.protocol.Client;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.You;
import homstyle.room.RoomNotice;
import homstyle.room.RoomState;
import java.util.ArrayList;
import java.util.List;

/** What a client of this room is told first: everything, or what it missed. */
final class Greetings {
    private final RoomId room;
    private final GatewaySettings settings;

    Greetings(RoomId room, GatewaySettings settings) {
        this.room = room;
        this.settings = settings;
    }

    List<Frame> welcome(Connection connection, RoomState state, List<Client> clients) {
        return List.of(Frame.of(new ServerFrame.Welcome(
                room,
                state.rev(),
                settings.version(),
                you(connection),
                state.title(),
                state.plan().outline(),
                state.plan().height(),
                state.plan().openings(),
                state.plan().obstacles(),
                state.items(),
                state.locks(),
                state.comments(),
                clients,
                settings.limits())));
    }

    List<Frame> resumed(CatchUp catchUp, RoomNotice.Resumed resumed, List<Client> clients) {
        var frames = new ArrayList<Frame>();
        frames.add(Frame.of(new ServerFrame.Resumed(
                room, resumed.rev(), catchUp.since(), settings.version(), you(catchUp.connection()), clients)));
        catchUp.read().forEach(change -> frames.add(Frame.of(change)));
        resumed.missed().forEach(change -> frames.add(Frame.of(change)));
        return frames;
    }

    private static You you(Connection connection) {
        var client = connection.member().client();
        return new You(
                client.client(), client.user(), client.name(), client.color(), client.role(), connection.resumeKey());
    }
}
