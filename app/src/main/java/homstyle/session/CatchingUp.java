package homstyle.session;

import homstyle.room.RoomCommand;
import homstyle.room.RoomNotice;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;

/**
 * Those of a room's connections that are on their way to its present (R4). Each asks the room, which answers or sends it
 * to the journal first; then it asks anew, from where it has come to.
 */
final class CatchingUp {
    private final EntityRef<RoomCommand> room;
    private final ActorRef<RoomNotice> notices;
    private final long patience;
    private final Map<String, CatchUp> byConnection = new LinkedHashMap<>();

    /**
     * @param notices where the room answers
     * @param patience after so long an answer may be lost
     */
    CatchingUp(EntityRef<RoomCommand> room, ActorRef<RoomNotice> notices, Duration patience) {
        this.room = room;
        this.notices = notices;
        this.patience = patience.toMillis();
    }

    /** Asks the room for what is missing, instead of what the connection may have asked before. */
    void ask(CatchUp catchUp) {
        byConnection.put(catchUp.connection().id(), catchUp);
        join(catchUp);
    }

    /** The room may not have heard, or its answers are lost. */
    void askAgain() {
        byConnection.values().stream().filter(catchUp -> !catchUp.reading()).forEach(this::join);
    }

    void askAgain(String connection) {
        if (byConnection.get(connection) instanceof CatchUp catchUp && !catchUp.reading()) {
            join(catchUp);
        }
    }

    /** Whether the connection asked a moment ago, or its part of the journal is being read: that is answered first. */
    boolean isBusy(String connection) {
        return byConnection.get(connection) instanceof CatchUp catchUp
                && (catchUp.reading() || Connection.now() - catchUp.begunAt() < patience);
    }

    /** @return whether the journal is to be read as the room says, which is so once */
    boolean startsReading(RoomNotice.ReadJournal asked) {
        var catchUp = byConnection.get(asked.connection());
        var starts = catchUp != null && !catchUp.reading() && Objects.equals(catchUp.reached(), asked.since());
        if (starts) {
            byConnection.put(asked.connection(), catchUp.whileReading());
        }
        return starts;
    }

    /** The one for which the journal has been read; null when its connection is gone. */
    CatchUp read(String connection) {
        return byConnection.get(connection) instanceof CatchUp catchUp && catchUp.reading() ? catchUp : null;
    }

    /**
     * What is answered by that, null for nothing: a room that woke meanwhile was asked a second time, and its second
     * answer is no answer to a later question.
     *
     * @param from the last revision that the answered question had; null for none
     */
    CatchUp answered(String connection, Long from) {
        var catchUp = byConnection.get(connection);
        return catchUp != null && Objects.equals(catchUp.reached(), from) ? byConnection.remove(connection) : null;
    }

    /** The connection is gone. @return what it was waiting for; null for nothing */
    CatchUp closed(String connection) {
        return byConnection.remove(connection);
    }

    private void join(CatchUp catchUp) {
        room.tell(new RoomCommand.Join(notices, catchUp.connection().member(), catchUp.reached()));
    }
}
