package homstyle.session;

import homstyle.metrics.RoomMetrics;
import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.PersonName;
import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import homstyle.room.Member;
import org.apache.pekko.actor.typed.ActorRef;

/** Connections of editors who have just come. */
final class Connections {
    private Connections() {}

    /** @param name the client's id; its socket's and its person's name are made from it */
    static Connection of(RoomId room, String name, ActorRef<SessionMessage> session) {
        var client = new Client(
                new ClientId(name), new UserId(name), new PersonName("Guest " + name), "#112233", Role.EDITOR);
        return new Connection(room, new Member("socket-" + name, client, 0), "key", session, new RoomMetrics("test"));
    }
}
