package homstyle.session;

import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who holds what, as the gateway sees it pass: drags without the lock go no further (L2). */
final class HeldItems {
    private final long renewAfter;
    private final Map<ItemId, Holder> holders = new HashMap<>();
    private final Map<ClientId, Long> renewedAt = new HashMap<>();

    private record Holder(ClientId client, long fence) {}

    /** @param lease how long a lock lasts; a third of it passes between two renewals at least (L4) */
    HeldItems(Duration lease) {
        this.renewAfter = lease.toMillis() / 3;
    }

    void set(List<Lock> locks) {
        holders.clear();
        locks.forEach(lock -> holders.put(lock.item(), new Holder(lock.by(), lock.fence())));
    }

    void follow(Change change) {
        switch (change) {
            case ServerFrame.Locked locked ->
                locked.items().forEach(item -> holders.put(item, new Holder(locked.by(), locked.rev())));
            case ServerFrame.Unlocked unlocked -> unlocked.items().forEach(holders::remove);
            case ServerFrame.Removed removed -> holders.remove(removed.item());
            case ServerFrame.Created _,
                    ServerFrame.Placed _,
                    ServerFrame.Moved _,
                    ServerFrame.Finished _,
                    ServerFrame.Reshaped _,
                    ServerFrame.Renamed _,
                    ServerFrame.Commented _,
                    ServerFrame.Resolved _ -> {}
        }
    }

    boolean by(ClientId client, ItemId item, long fence) {
        return new Holder(client, fence).equals(holders.get(item));
    }

    boolean any(ClientId client) {
        return holders.values().stream().anyMatch(holder -> holder.client().equals(client));
    }

    /** Whether the room should hear that the client still holds on; then it counts as told. */
    boolean renewalIsDue(ClientId client, long now) {
        var last = renewedAt.get(client);
        if (last != null && now - last < renewAfter) {
            return false;
        }
        renewedAt.put(client, now);
        return true;
    }

    void forget(ClientId client) {
        renewedAt.remove(client);
    }
}
