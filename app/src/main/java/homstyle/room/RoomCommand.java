package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.Item;
import homstyle.protocol.RoomDraft;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** What a room is asked. Answers and changes go to gateways as {@link RoomNotice}s, in one order. */
public sealed interface RoomCommand extends ClusterMessage {

    /**
     * Durable requests of one connection, in the order sent. A connection has one batch on the way at a time, so
     * requests cannot overtake one another (R7).
     *
     * @param number counts the connection's batches, from 1
     * @param stay the room's stay in memory that is to decide, empty while the connection knows none; null when it comes
     *     by a node of an older release, which does not say
     */
    record Requests(
            ActorRef<RoomNotice> gateway, Member member, long number, String stay, List<ClientFrame.Request> requests)
            implements RoomCommand {}

    /**
     * A member has come, or wants to know what it missed.
     *
     * @param since the last revision it holds; null for none
     */
    record Join(ActorRef<RoomNotice> gateway, Member member, Long since) implements RoomCommand {}

    /** A holder of locks has gone by the closing of this connection. */
    record Leave(ClientId client, String connection) implements RoomCommand {}

    /** A holder of locks gave a sign of life by dragging. */
    record Renew(ClientId client) implements RoomCommand {}

    /**
     * Who is in the room by this gateway: told to a room that has just woken up.
     *
     * @param rev the last revision that those members have (R8)
     */
    record Present(ActorRef<RoomNotice> gateway, List<Member> members, long rev) implements RoomCommand {}

    /** Stores the room's creation unless something is stored already; answers whether it did. */
    record Create(Client by, RoomDraft draft, List<Item> furniture, ActorRef<Creation> replyTo)
            implements RoomCommand {}

    record Describe(ActorRef<RoomState> replyTo) implements RoomCommand {}

    /** To the room itself: a lease or a grace time may have ended. */
    enum CheckLeases implements RoomCommand {
        NOW
    }

    /** To the room itself: it may have been without requests for long enough to sleep. */
    enum CheckRest implements RoomCommand {
        NOW
    }

    /** Leave memory: sent by the cluster when the room asked for it, or is to live elsewhere. */
    enum Stop implements RoomCommand {
        NOW
    }

    /** To the room itself: a gateway's node is gone. */
    record GatewayGone(ActorRef<RoomNotice> gateway) implements RoomCommand {}

    /**
     * To the room itself: what the journal says to a command that speaks of a revision that the room does not know.
     *
     * @param head the last stored revision
     */
    record Checked(RoomCommand command, long head) implements RoomCommand {}

    /** To the room itself: the journal could not be asked about that command. */
    record Unchecked(RoomCommand command, String failure) implements RoomCommand {}

    enum Creation implements ClusterMessage {
        CREATED,
        EXISTS,
        /** The journal did not take it; it can be asked for again. */
        NOT_STORED
    }
}
