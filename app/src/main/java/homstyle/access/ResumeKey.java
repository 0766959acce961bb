package homstyle.access;

import homstyle.protocol.ClientId;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;

/** What a resume key says: who one was in which room (R6). */
public record ResumeKey(RoomId room, ClientId client, UserId user, String color) {}
