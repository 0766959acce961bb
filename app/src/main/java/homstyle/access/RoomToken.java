package homstyle.access;

import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import java.time.Instant;

/**
 * What a room token says.
 *
 * @param user whom it was made for; null for whoever has the link
 * @param until when it ends; null where nothing ends it, as where access is open and none is needed
 */
public record RoomToken(RoomId room, UserId user, Role role, Instant until) {
    public RoomToken(RoomId room, UserId user, Role role) {
        this(room, user, role, null);
    }

    /** What whoever has it may give to others: for anybody, and to the same end, or it would renew itself for ever. */
    public RoomToken inviting(Role role) {
        return new RoomToken(room, null, role, until);
    }
}
