package homstyle.access;

import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;

/**
 * What a room token says.
 *
 * @param user whom it was made for; null for whoever has the link
 */
public record RoomToken(RoomId room, UserId user, Role role) {}
