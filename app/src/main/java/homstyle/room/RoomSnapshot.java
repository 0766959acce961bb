package homstyle.room;

import homstyle.protocol.ClientId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.Plan;
import homstyle.protocol.Title;
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
        Map<ClientId, RequestMemory.Recent> memory) {

    static RoomSnapshot of(Room room) {
        return new RoomSnapshot(
                room.rev(),
                room.title(),
                room.plan(),
                List.copyOf(room.items().values()),
                List.copyOf(room.locks().all()),
                Map.copyOf(room.memory().clients()));
    }

    Room room() {
        var placed = OrderedPMap.<ItemId, Item>empty();
        for (var item : items) {
            placed = placed.plus(item.item(), item);
        }
        var held = locks.stream().collect(Collectors.toMap(Lock::item, Function.identity()));
        return new Room(
                rev,
                title,
                plan,
                placed,
                new Locks(HashTreePMap.from(held)),
                new RequestMemory(HashTreePMap.from(memory)));
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
