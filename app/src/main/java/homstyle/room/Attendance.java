package homstyle.room;

import homstyle.protocol.ClientId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** Who is in the room by which connection and gateway, as far as the room has heard since it woke. Never stored. */
final class Attendance {
    /** Members that leave without holding a lock are not announced to the room, so the oldest are forgotten. */
    private static final int MOST = 4_000;

    private final Set<ActorRef<RoomNotice>> gateways = new HashSet<>();
    private final Map<ClientId, Attendant> attendants = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientId, Attendant> eldest) {
            return size() > MOST;
        }
    };

    /** @param before the connection that this one replaced; null for none */
    private record Attendant(String connection, ActorRef<RoomNotice> gateway, long batches, String before) {}

    Set<ActorRef<RoomNotice>> gateways() {
        return gateways;
    }

    /** @return whether the gateway was not known before */
    boolean meet(ActorRef<RoomNotice> gateway) {
        return gateways.add(gateway);
    }

    /** A connection takes its client over from an older one, unless it is that older one, asking late (R6). */
    void joined(Member member, ActorRef<RoomNotice> gateway) {
        var known = attendants.get(member.id());
        var connection = member.connection();
        if (known == null) {
            attendants.put(member.id(), new Attendant(connection, gateway, 0, null));
        } else if (!connection.equals(known.connection()) && !connection.equals(known.before())) {
            attendants.put(member.id(), new Attendant(connection, gateway, 0, known.connection()));
        }
    }

    /** What a gateway says of its members when asked is older than what the room has heard of them since it woke. */
    void present(Member member, ActorRef<RoomNotice> gateway) {
        attendants.putIfAbsent(member.id(), new Attendant(member.connection(), gateway, 0, null));
    }

    /** Whether the batch counts: it is the client's newest connection's and has not been here before (R6, R7). */
    boolean counts(RoomCommand.Requests batch) {
        var member = batch.member();
        var known = attendants.get(member.id());
        if (known != null && (!known.connection().equals(member.connection()) || known.batches() >= batch.number())) {
            return false;
        }
        var before = known == null ? null : known.before();
        attendants.put(member.id(), new Attendant(member.connection(), batch.gateway(), batch.number(), before));
        return true;
    }

    /** @return whether that connection was the client's newest, so that the client is gone */
    boolean left(ClientId client, String connection) {
        var known = attendants.get(client);
        if (known != null && !known.connection().equals(connection)) {
            return false;
        }
        attendants.remove(client);
        return true;
    }

    /** @return the clients that were here by that gateway and are gone with it */
    List<ClientId> gatewayGone(ActorRef<RoomNotice> gateway) {
        gateways.remove(gateway);
        var gone = attendants.entrySet().stream()
                .filter(entry -> entry.getValue().gateway().equals(gateway))
                .map(Map.Entry::getKey)
                .toList();
        gone.forEach(attendants::remove);
        return gone;
    }
}
