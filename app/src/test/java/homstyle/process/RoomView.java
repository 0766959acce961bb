package homstyle.process;

import homstyle.protocol.ClientId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.Placement;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.ServerFrame.Welcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A room as a client knows it from {@code welcome} and the changes since: what stands where, and who holds it. */
final class RoomView {
    private final Map<ItemId, Item> items = new HashMap<>();
    private final Map<ItemId, Held> locks = new HashMap<>();
    private long rev;

    record Held(ClientId by, long fence) {}

    /** What there is to compare; two views of the same revision are equal. */
    record Seen(long rev, Map<ItemId, Item> items, Map<ItemId, Held> locks) {}

    static RoomView of(Welcome welcome) {
        return of(welcome.rev(), welcome.items(), welcome.locks());
    }

    static RoomView of(long rev, List<Item> items, List<Lock> locks) {
        var view = new RoomView();
        view.rev = rev;
        items.forEach(item -> view.items.put(item.item(), item));
        locks.forEach(lock -> view.locks.put(lock.item(), new Held(lock.by(), lock.fence())));
        return view;
    }

    void follow(Change change) {
        rev = change.rev();
        switch (change) {
            case ServerFrame.Placed placed -> items.put(placed.item(), placed.placed());
            case ServerFrame.Moved moved ->
                items.put(
                        moved.item(),
                        items.get(moved.item()).at(new Placement(moved.x(), moved.y(), moved.rotation())));
            case ServerFrame.Finished finished ->
                items.put(finished.item(), items.get(finished.item()).in(finished.finish()));
            case ServerFrame.Removed removed -> {
                items.remove(removed.item());
                locks.remove(removed.item());
            }
            case ServerFrame.Locked locked ->
                locked.items().forEach(item -> locks.put(item, new Held(locked.by(), locked.rev())));
            case ServerFrame.Unlocked unlocked -> unlocked.items().forEach(locks::remove);
            case ServerFrame.Created _,
                    ServerFrame.Reshaped _,
                    ServerFrame.Renamed _,
                    ServerFrame.Commented _,
                    ServerFrame.Resolved _ -> {}
        }
    }

    long rev() {
        return rev;
    }

    Seen seen() {
        return new Seen(rev, Map.copyOf(items), Map.copyOf(locks));
    }
}
