package homstyle.room;

import homstyle.protocol.ClientId;
import homstyle.protocol.UnlockReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * When each holder's locks end: a lease after its last sign of life (L4), a grace time after its going (L5). Live
 * only: a recovered room starts its leases afresh (L6). Times are epoch milliseconds.
 */
final class Leases {
    private final Duration lease;
    private final Duration grace;
    private final Map<ClientId, End> ends = new HashMap<>();

    record End(long at, UnlockReason reason) {}

    Leases(Duration lease, Duration grace) {
        this.lease = lease;
        this.grace = grace;
    }

    /** The client holds a lock and gave a sign of life. */
    void renew(ClientId client, long now) {
        ends.put(client, new End(now + lease.toMillis(), UnlockReason.EXPIRED));
    }

    /** A holder has come back, or is dragging; nothing changes for one that holds nothing. */
    void renewIfHeld(ClientId client, long now) {
        ends.computeIfPresent(client, (_, _) -> new End(now + lease.toMillis(), UnlockReason.EXPIRED));
    }

    void gone(ClientId client, long now) {
        ends.computeIfPresent(client, (_, _) -> new End(now + grace.toMillis(), UnlockReason.LEFT));
    }

    /** Forgets those who hold nothing any more. */
    void retain(Set<ClientId> holders) {
        ends.keySet().retainAll(holders);
    }

    /** When the next of them ends; {@link Long#MAX_VALUE} for never. */
    long next() {
        return ends.values().stream().mapToLong(End::at).min().orElse(Long.MAX_VALUE);
    }

    Map<ClientId, UnlockReason> takeEnded(long now) {
        var ended = new HashMap<ClientId, UnlockReason>();
        ends.forEach((client, end) -> {
            if (end.at() <= now) {
                ended.put(client, end.reason());
            }
        });
        ends.keySet().removeAll(ended.keySet());
        return ended;
    }
}
