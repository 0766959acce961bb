package homstyle.room;

import homstyle.protocol.ClientId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** Who is in the room by which connection and gateway, as far as the room has heard since it woke. Never stored. */
final class Attendance {
    /** Members that leave without holding a lock are not announced to the room, so the oldest are forgotten. */
    private static final int MOST = 4_000;
    /** The clocks of two nodes, in milliseconds, at most. */
    private static final long CLOCKS_DIFFER_BY = 100;

    private final Set<ActorRef<RoomNotice>> gateways = new HashSet<>();
    private final Map<ClientId, Attendant> attendants = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientId, Attendant> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A client's place, which one connection can have.
     *
     * @param joined whether the connection came while the room was awake, so that it is surely the newest
     * @param before the connection that this one replaced; null for none
     */
    private record Attendant(Member member, ActorRef<RoomNotice> gateway, boolean joined, long batches, String before) {
        boolean is(Member other) {
            return member.connection().equals(other.connection());
        }

        boolean keepsItsPlaceFrom(Member other) {
            return joined || member.openedAt() >= other.openedAt();
        }

        Replaced replaced() {
            return new Replaced(member.connection(), gateway);
        }
    }

    /** A connection that is not its client's newest, and the gateway it came by (R6). */
    record Replaced(String connection, ActorRef<RoomNotice> gateway) {
        boolean is(Member member) {
            return connection.equals(member.connection());
        }

        RoomNotice notice() {
            return new RoomNotice.Replaced(connection);
        }
    }

    Set<ActorRef<RoomNotice>> gateways() {
        return gateways;
    }

    /** @return whether the gateway was not known before */
    boolean meet(ActorRef<RoomNotice> gateway) {
        return gateways.add(gateway);
    }

    /**
     * Whether the connection comes when a newer one is here already: what a node could not pass on for a while arrives
     * late, when its socket is long gone. One that is alive asks again.
     */
    boolean comesLate(Member member) {
        var known = attendants.get(member.id());
        return known != null
                && known.joined()
                && !known.is(member)
                && member.openedAt() + CLOCKS_DIFFER_BY < known.member().openedAt();
    }

    /**
     * A connection takes its client over from an older one, unless it is that older one, asking late.
     *
     * @return which of the two has no place any more
     */
    Optional<Replaced> joined(Member member, ActorRef<RoomNotice> gateway) {
        var known = attendants.get(member.id());
        if (known != null && known.is(member)) {
            return Optional.empty();
        }
        if (known != null && member.connection().equals(known.before())) {
            return Optional.of(new Replaced(member.connection(), gateway));
        }
        var before = known == null ? null : known.member().connection();
        attendants.put(member.id(), new Attendant(member, gateway, true, 0, before));
        return Optional.ofNullable(known).map(Attendant::replaced);
    }

    /**
     * What a gateway says of its members when asked is older than what the room has heard of them since it woke.
     *
     * @return which has no place any more, when two gateways have a connection of the client
     */
    Optional<Replaced> present(Member member, ActorRef<RoomNotice> gateway) {
        var known = attendants.get(member.id());
        if (known != null && known.is(member)) {
            return Optional.empty();
        }
        if (known != null && known.keepsItsPlaceFrom(member)) {
            return Optional.of(new Replaced(member.connection(), gateway));
        }
        attendants.put(member.id(), new Attendant(member, gateway, false, 0, null));
        return Optional.ofNullable(known).map(Attendant::replaced);
    }

    /** Whether somebody else has the place of the batch's connection (R6). */
    boolean isReplaced(RoomCommand.Requests batch) {
        var known = attendants.get(batch.member().id());
        return known != null && !known.is(batch.member()) && known.keepsItsPlaceFrom(batch.member());
    }

    /** Whether the batch counts: it is the client's newest connection's and has not been here before (R6, R7). */
    boolean counts(RoomCommand.Requests batch) {
        var member = batch.member();
        var known = attendants.get(member.id());
        if (isReplaced(batch) || known != null && known.is(member) && known.batches() >= batch.number()) {
            return false;
        }
        var same = known != null && known.is(member);
        attendants.put(
                member.id(),
                new Attendant(
                        member, batch.gateway(), same && known.joined(), batch.number(), same ? known.before() : null));
        return true;
    }

    /** @return whether that connection was the client's newest, so that the client is gone */
    boolean left(ClientId client, String connection) {
        var known = attendants.get(client);
        if (known != null && !known.member().connection().equals(connection)) {
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
