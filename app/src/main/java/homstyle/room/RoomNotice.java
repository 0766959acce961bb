package homstyle.room;

import homstyle.protocol.Lock;
import homstyle.protocol.ServerFrame;
import java.util.List;

/** What a room tells the gateways of the nodes that have members in it. */
public sealed interface RoomNotice extends ClusterMessage {

    /**
     * Stored changes, one after the other, and the answers to the batch that led to them.
     *
     * @param answers for the gateway whose connection asked; null for the others
     */
    record Changed(List<ServerFrame.Change> changes, Answers answers) implements RoomNotice {}

    /**
     * The batch of a connection is done; what its requests were answered by besides the changes themselves.
     *
     * @param stay the room's stay in memory that has decided; null from a node of an older release
     */
    record Answers(String connection, long number, String stay, List<ServerFrame.Answer> frames) {}

    /**
     * The room has not looked at a batch, as it was for another of its stays in memory; it is to be sent anew if it is
     * still waited for.
     *
     * @param asked the stay that the batch was for
     * @param stay that of now
     */
    record OtherStay(String connection, String asked, String stay) implements RoomNotice {}

    /** The journal did not take the batch; its requests can be sent again (E4). */
    record NotStored(String connection, long number) implements RoomNotice {}

    /**
     * The whole room, for a member that has nothing or too little of it.
     *
     * @param from the last revision it said it has; null for none
     */
    record Welcomed(String connection, Long from, RoomState state) implements RoomNotice {}

    /**
     * The changes a member missed: all revisions after {@code from}.
     *
     * @param locks those of now, for a gateway that has not followed them
     */
    record Resumed(String connection, long from, long rev, List<ServerFrame.Change> missed, List<Lock> locks)
            implements RoomNotice {}

    /** The room has changes in memory only from revision {@code oldest}; those before are to be read in the journal. */
    record ReadJournal(String connection, long since, long oldest) implements RoomNotice {}

    /** The connection is not its client's newest any more: that is one of another gateway (R6). */
    record Replaced(String connection) implements RoomNotice {}

    /** The room leaves memory at this revision; the next request wakes it. */
    record Asleep(long rev) implements RoomNotice {}
}
