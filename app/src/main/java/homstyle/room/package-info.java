/**
 * The room: one owner of the truth for one floor plan. {@link homstyle.room.Room} holds the rules as a plain record
 * (decide, apply); {@link homstyle.room.RoomEntity} is its actor, one in the whole cluster, which stores what was
 * decided and then tells the gateways.
 */
package homstyle.room;
