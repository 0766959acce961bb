package homstyle.room;

import homstyle.protocol.Comment;
import homstyle.protocol.Item;
import homstyle.protocol.Lock;
import homstyle.protocol.Plan;
import homstyle.protocol.Title;
import java.util.List;

/** A room at one revision, as those outside it see it. */
public record RoomState(long rev, Title title, Plan plan, List<Item> items, List<Lock> locks, List<Comment> comments)
        implements ClusterMessage {
    /** A node of an older release says nothing of comments. */
    public RoomState {
        comments = comments == null ? List.of() : comments;
    }

    public static RoomState of(Room room) {
        return new RoomState(
                room.rev(),
                room.title(),
                room.plan(),
                List.copyOf(room.items().values()),
                List.copyOf(room.locks().all()),
                List.copyOf(room.comments().values()));
    }
}
