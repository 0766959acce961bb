package homstyle.session;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import java.util.List;

/** Passes on what moves in a room, once a tick: to the members here, and to other nodes what members here moved (M2). */
final class MotionRelay {
    private final Roster roster;
    private final Motion everybody = new Motion();
    private final Motion membersHere = new Motion();

    MotionRelay(Roster roster) {
        this.roster = roster;
    }

    void add(ClientId member, ClientFrame.Motion moved) {
        everybody.add(member, moved);
        if (!roster.peers().isEmpty()) {
            membersHere.add(member, moved);
        }
    }

    /** What members of another node moved. */
    void add(ServerFrame.Motion moved) {
        everybody.add(moved);
    }

    void forget(ClientId member) {
        everybody.forget(member);
        membersHere.forget(member);
    }

    /** The items with which what is in flight is overtaken by a stored change. */
    static List<ItemId> overtakenBy(Change change) {
        return switch (change) {
            case ServerFrame.Moved moved -> List.of(moved.item());
            case ServerFrame.Removed removed -> List.of(removed.item());
            case ServerFrame.Reshaped _ -> List.of(ItemId.PLAN);
            case ServerFrame.Unlocked unlocked -> unlocked.items();
            case ServerFrame.Created _,
                    ServerFrame.Placed _,
                    ServerFrame.Finished _,
                    ServerFrame.Locked _,
                    ServerFrame.Renamed _,
                    ServerFrame.Commented _,
                    ServerFrame.Resolved _ -> List.of();
        };
    }

    void forget(ItemId item) {
        everybody.forget(item);
        membersHere.forget(item);
    }

    boolean isEmpty() {
        return everybody.isEmpty();
    }

    void pass() {
        passElsewhere();
        passHere();
        everybody.clear();
    }

    private void passElsewhere() {
        if (!membersHere.isEmpty()) {
            var moved = new RoomGateway.OthersMoved(membersHere.all());
            roster.peers().forEach(peer -> peer.tell(moved));
            membersHere.clear();
        }
    }

    private void passHere() {
        var all = everybody.all();
        var movers = everybody.movers();
        var message = new SessionMessage.Moved(Frame.of(all), all);
        for (var connection : roster.here()) {
            var client = connection.member().id();
            if (!movers.contains(client)) {
                connection.tell(message);
            } else if (movers.size() > 1) {
                var others = everybody.without(client);
                connection.tell(new SessionMessage.Moved(Frame.of(others), others));
            }
        }
    }
}
