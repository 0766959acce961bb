package homstyle.room;

import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame.Rejected;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** Who holds what in a room; an item has one holder at most (L3). */
public record Locks(HashPMap<ItemId, Lock> byItem) {
    static final Locks NONE = new Locks(HashTreePMap.empty());

    Collection<Lock> all() {
        return byItem.values();
    }

    boolean isEmpty() {
        return byItem.isEmpty();
    }

    Set<ClientId> holders() {
        return byItem.values().stream().map(Lock::by).collect(Collectors.toSet());
    }

    boolean heldBy(ClientId client, ItemId item) {
        var lock = byItem.get(item);
        return lock != null && lock.by().equals(client);
    }

    List<ItemId> itemsOf(ClientId client) {
        return byItem.values().stream()
                .filter(lock -> lock.by().equals(client))
                .map(Lock::item)
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
    }

    /** The lock on one of the items that somebody else holds. */
    Optional<Lock> ofAnother(ClientId client, List<ItemId> items) {
        return items.stream()
                .map(byItem::get)
                .filter(lock -> lock != null && !lock.by().equals(client))
                .findFirst();
    }

    /** Why a change of the item with this fence is refused: the first of L2's reasons that applies; null for none. */
    Rejected refusal(RequestId id, ItemId item, ClientId client, long fence) {
        var lock = byItem.get(item);
        if (lock == null) {
            return Rejected.because(
                    id, RejectionCode.NOT_LOCKED, "%s is not locked; lock it to change it".formatted(item));
        }
        if (!lock.by().equals(client)) {
            return Rejected.heldBy(id, lock);
        }
        return lock.fence() == fence
                ? null
                : Rejected.because(
                        id,
                        RejectionCode.STALE_LOCK,
                        "the fence of %s is %d, not %d".formatted(item, lock.fence(), fence));
    }

    Locks granted(RoomEvent.Locked event, long fence) {
        var granted = byItem;
        for (var item : event.items()) {
            var by = event.origin().client();
            granted = granted.plus(item, new Lock(item, by, event.name(), event.color(), fence, event.until()));
        }
        return new Locks(granted);
    }

    Locks without(Collection<ItemId> items) {
        return new Locks(byItem.minusAll(items));
    }
}
