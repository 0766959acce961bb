package homstyle.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import homstyle.protocol.ClientId;
import homstyle.protocol.Comment;
import homstyle.protocol.CommentId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.Plan;
import homstyle.protocol.Title;
import homstyle.protocol.UserId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;

/** A room as it is stored in a snapshot: plain lists, in the room's own order. */
record RoomSnapshot(
        long rev,
        Title title,
        Plan plan,
        List<Item> items,
        List<Lock> locks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Comment> comments,
        Map<ClientId, RequestMemory.Recent> memory,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Undo> undo,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Turn> turns) {

    /** What one user can undo and redo. */
    record Undo(UserId user, UndoHistory.Steps steps) {}

    /** Since when nobody but this user has changed the thing. */
    record Turn(Before.Thing thing, UndoHistory.Turn turn) {}

    /** Older snapshots have neither comments nor steps nor turns. */
    RoomSnapshot {
        comments = comments == null ? List.of() : comments;
        undo = undo == null ? List.of() : undo;
        turns = turns == null ? List.of() : turns;
    }

    static RoomSnapshot of(Room room) {
        return new RoomSnapshot(
                room.rev(),
                room.title(),
                room.plan(),
                List.copyOf(room.items().values()),
                List.copyOf(room.locks().all()),
                List.copyOf(room.comments().values()),
                Map.copyOf(room.memory().clients()),
                room.history().users().entrySet().stream()
                        .map(entry -> new Undo(entry.getKey(), entry.getValue()))
                        .toList(),
                room.history().turns().entrySet().stream()
                        .map(entry -> new Turn(entry.getKey(), entry.getValue()))
                        .toList());
    }

    Room room() {
        var placed = OrderedPMap.<ItemId, Item>empty();
        for (var item : items) {
            placed = placed.plus(item.item(), item);
        }
        var pinned = OrderedPMap.<CommentId, Comment>empty();
        for (var comment : comments) {
            pinned = pinned.plus(comment.comment(), comment);
        }
        var held = locks.stream().collect(Collectors.toMap(Lock::item, Function.identity()));
        return new Room(
                rev,
                title,
                plan,
                placed,
                new Locks(HashTreePMap.from(held)),
                pinned,
                new RequestMemory(HashTreePMap.from(memory)),
                history());
    }

    private UndoHistory history() {
        var users = OrderedPMap.<UserId, UndoHistory.Steps>empty();
        for (var each : undo) {
            users = users.plus(each.user(), each.steps());
        }
        return new UndoHistory(
                users, HashTreePMap.from(turns.stream().collect(Collectors.toMap(Turn::thing, Turn::turn))));
    }

    /** Between the two, for Pekko Persistence. */
    static final class Adapter implements SnapshotAdapter<Room> {
        private final LongConsumer woken;

        /** @param woken told of the revision of a snapshot from which the room wakes */
        Adapter(LongConsumer woken) {
            this.woken = woken;
        }

        @Override
        public Object toJournal(Room room) {
            return of(room);
        }

        @Override
        public Room fromJournal(Object snapshot) {
            var room = ((RoomSnapshot) snapshot).room();
            woken.accept(room.rev());
            return room;
        }
    }
}
