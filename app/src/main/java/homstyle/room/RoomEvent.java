package homstyle.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import homstyle.protocol.Comment;
import homstyle.protocol.CommentId;
import homstyle.protocol.CommentText;
import homstyle.protocol.FinishId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.PersonName;
import homstyle.protocol.Placement;
import homstyle.protocol.Plan;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import java.util.List;

/** What happened in a room: one row of the journal each, whose sequence number is the room's revision (R1). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoomEvent.Created.class, name = "created"),
    @JsonSubTypes.Type(value = RoomEvent.Placed.class, name = "placed"),
    @JsonSubTypes.Type(value = RoomEvent.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = RoomEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = RoomEvent.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = RoomEvent.Locked.class, name = "locked"),
    @JsonSubTypes.Type(value = RoomEvent.Unlocked.class, name = "unlocked"),
    @JsonSubTypes.Type(value = RoomEvent.Reshaped.class, name = "reshaped"),
    @JsonSubTypes.Type(value = RoomEvent.Renamed.class, name = "renamed"),
    @JsonSubTypes.Type(value = RoomEvent.Commented.class, name = "commented"),
    @JsonSubTypes.Type(value = RoomEvent.Resolved.class, name = "resolved")
})
public sealed interface RoomEvent {
    Origin origin();

    record Created(Origin origin, Title title, Plan plan) implements RoomEvent {}

    record Placed(Origin origin, Item item) implements RoomEvent {}

    record Moved(Origin origin, ItemId item, Placement to) implements RoomEvent {}

    /** @param finish null for the product's first one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finished(Origin origin, ItemId item, FinishId finish) implements RoomEvent {}

    record Removed(Origin origin, ItemId item) implements RoomEvent {}

    /** @param until when the lease ends unless renewed, in epoch milliseconds */
    record Locked(Origin origin, List<ItemId> items, String color, long until) implements RoomEvent {
        PersonName name() {
            return origin.name();
        }
    }

    record Unlocked(Origin origin, List<ItemId> items, UnlockReason reason) implements RoomEvent {}

    record Reshaped(Origin origin, Plan plan) implements RoomEvent {}

    record Renamed(Origin origin, Title title) implements RoomEvent {}

    record Commented(Origin origin, CommentId comment, ItemId item, String color, CommentText text)
            implements RoomEvent {
        Comment made() {
            return new Comment(comment, item, origin.client(), origin.name(), color, origin.at(), text);
        }
    }

    record Resolved(Origin origin, CommentId comment) implements RoomEvent {}

    /** The frame that tells clients of this event, stored as revision {@code rev}. */
    default ServerFrame.Change frame(long rev) {
        var at = origin().at();
        var by = origin().client();
        var id = origin().id();
        return switch (this) {
            case Created(var _, var title, var plan) -> new ServerFrame.Created(rev, at, by, id, title, plan);
            case Placed(var _, var item) -> new ServerFrame.Placed(rev, at, by, id, item);
            case Moved(var _, var item, var to) ->
                new ServerFrame.Moved(rev, at, by, id, item, to.x(), to.y(), to.rotation());
            case Finished(var _, var item, var finish) -> new ServerFrame.Finished(rev, at, by, id, item, finish);
            case Removed(var _, var item) -> new ServerFrame.Removed(rev, at, by, id, item);
            case Locked(var origin, var items, var color, var until) ->
                new ServerFrame.Locked(rev, at, by, id, items, origin.name(), color, until);
            case Unlocked(var _, var items, var reason) -> new ServerFrame.Unlocked(rev, at, by, id, items, reason);
            case Reshaped(var _, var plan) -> new ServerFrame.Reshaped(rev, at, by, id, plan);
            case Renamed(var _, var title) -> new ServerFrame.Renamed(rev, at, by, id, title);
            case Commented(var origin, var comment, var item, var color, var text) ->
                new ServerFrame.Commented(rev, at, by, id, comment, item, origin.name(), color, text);
            case Resolved(var _, var comment) -> new ServerFrame.Resolved(rev, at, by, id, comment);
        };
    }
}
