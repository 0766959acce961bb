package homstyle.session;

import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.ServerFrame;
import homstyle.room.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who is in a room (P1): by the sockets of this node, and by those of other nodes as their gateways tell. Whoever is
 * here is told of every change of it.
 */
final class Roster {
    private final Map<ClientId, Connection> here = new LinkedHashMap<>();
    private final Map<ActorRef<RoomGateway.Message>, List<Client>> elsewhere = new HashMap<>();

    boolean has(Connection connection) {
        return here.get(connection.member().id()) == connection;
    }

    /** Whether the client is a member by any connection of this node. */
    boolean isHere(ClientId client) {
        return here.containsKey(client);
    }

    Collection<Connection> here() {
        return here.values();
    }

    List<Member> members() {
        return here.values().stream().map(Connection::member).toList();
    }

    /** The clients of this node. */
    List<Client> clientsHere() {
        return here.values().stream()
                .map(connection -> connection.member().client())
                .toList();
    }

    /** The clients of all nodes, each once. */
    List<Client> clients() {
        return List.copyOf(byId().values());
    }

    void tellAll(SessionMessage message) {
        here.values().forEach(connection -> connection.tell(message));
    }

    /**
     * Makes the connection a member; an older one of the same client is dismissed (R6).
     *
     * @return false if the connection itself is the older one, and dismissed
     */
    boolean enter(Connection connection) {
        var client = connection.member().client();
        var other = here.get(client.client());
        if (other != null && connection.isOlderThan(other)) {
            connection.tell(Farewells.replaced());
            return false;
        }
        here.put(client.client(), connection);
        if (other != null) {
            other.tell(Farewells.replaced());
        }
        tell(ServerFrame.Joined.of(client), connection);
        return true;
    }

    /** @return whether the connection was a member */
    boolean leave(Connection connection) {
        var client = connection.member().id();
        if (!here.remove(client, connection)) {
            return false;
        }
        if (!byId().containsKey(client)) {
            tell(new ServerFrame.Left(client), connection);
        }
        return true;
    }

    /** The other gateways with members of this room. */
    Set<ActorRef<RoomGateway.Message>> peers() {
        return elsewhere.keySet();
    }

    /** Who is in the room by another gateway now. */
    void heard(ActorRef<RoomGateway.Message> peer, List<Client> clients) {
        var before = byId();
        elsewhere.put(peer, clients);
        tellDifference(before);
    }

    void lost(ActorRef<RoomGateway.Message> peer) {
        var before = byId();
        elsewhere.remove(peer);
        tellDifference(before);
    }

    private void tellDifference(Map<ClientId, Client> before) {
        var now = byId();
        before.keySet().stream()
                .filter(client -> !now.containsKey(client))
                .forEach(client -> tell(new ServerFrame.Left(client), null));
        now.values().stream()
                .filter(client -> !client.equals(before.get(client.client())))
                .forEach(client -> tell(ServerFrame.Joined.of(client), null));
    }

    private Map<ClientId, Client> byId() {
        var clients = new LinkedHashMap<ClientId, Client>();
        here.forEach((id, connection) -> clients.put(id, connection.member().client()));
        elsewhere.values().forEach(others -> others.forEach(client -> clients.putIfAbsent(client.client(), client)));
        return clients;
    }

    private void tell(ServerFrame frame, Connection about) {
        var gone = frame instanceof ServerFrame.Left(var client) ? client : null;
        var message = new SessionMessage.Presence(Frame.of(frame), clients(), gone);
        here.values().stream().filter(member -> member != about).forEach(member -> member.tell(message));
    }
}
