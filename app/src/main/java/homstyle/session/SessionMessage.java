package homstyle.session;

import homstyle.protocol.ByeCode;
import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.ServerFrame;
import homstyle.room.RoomNotice;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** What a session is told by the gateway. */
sealed interface SessionMessage {

    /**
     * The session is in its room: {@code frames} are the first it sends, {@code welcome} or {@code resumed} with what
     * was missed. They are paced by the socket.
     */
    record Entered(ActorRef<RoomGateway.Message> gateway, ActorRef<RoomNotice> notices, List<Frame> frames)
            implements SessionMessage {}

    /**
     * Frames that {@code sync} asked for, or that the gateway itself had missed: more than a healthy socket may have
     * waiting, and paced by it.
     *
     * @param overtaken the items with which motion that still waits is older than these
     */
    record Missed(List<Frame> frames, List<ItemId> overtaken) implements SessionMessage {}

    /**
     * Stored changes, never dropped (M3).
     *
     * @param overtaken the items with which motion that still waits is older than these
     */
    record Changes(List<Frame> frames, List<ItemId> overtaken) implements SessionMessage {}

    /**
     * The answers to the session's batch of that number, which is done.
     *
     * @param stay the room's stay in memory that has decided; null when it was on a node of an older release
     * @param wokeAt where it is the room's first answer since it slept: when the room was heard of again, of {@link
     *     System#nanoTime}; what was asked before that has waited for its waking
     */
    record Answered(long number, String stay, List<Frame> frames, Long wokeAt) implements SessionMessage {}

    /** The room did not look at a batch for the stay in memory that was {@code asked}; it decides in another one. */
    record OtherStay(String asked, String stay) implements SessionMessage {}

    /**
     * Somebody came or went; {@code all} is who is here now, for a session that is behind.
     *
     * @param gone who went; null when somebody came
     */
    record Presence(Frame frame, List<Client> all, ClientId gone) implements SessionMessage {}

    /** What moved since the last tick; {@code motion} is for merging when the session is behind (M1). */
    record Moved(Frame frame, ServerFrame.Motion motion) implements SessionMessage {}

    /** Are you there? (P1) */
    record Probe() implements SessionMessage {}

    /** The batch of that number is not answered yet: it may be lost, and is sent once more. */
    record Unanswered(long number) implements SessionMessage {}

    /** The batch of that number was not stored, or has waited too long for its room (R7, E4). */
    record Unavailable(long number) implements SessionMessage {}

    /** Says {@code bye} and ends the connection. */
    record Dismissed(ByeCode code, String reason, Long retryAfterMs) implements SessionMessage {}
}
