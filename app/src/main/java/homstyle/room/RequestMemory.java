package homstyle.room;

import homstyle.protocol.ClientId;
import homstyle.protocol.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * Which requests a room has applied: the last 64 of each client that was active in the last 10 minutes, so that a
 * repeated one is answered instead of applied again (R5).
 */
public record RequestMemory(HashPMap<ClientId, Recent> clients) {
    static final int REMEMBERED = 64;
    static final Duration ACTIVE = Duration.ofMinutes(10);
    static final RequestMemory EMPTY = new RequestMemory(HashTreePMap.empty());

    /** @param applied oldest first */
    public record Recent(long lastAt, List<Applied> applied) {
        private static final Recent NONE = new Recent(0, List.of());

        Recent with(RequestId id, long rev, long at) {
            var longer = new ArrayList<Applied>(REMEMBERED);
            longer.addAll(applied.size() < REMEMBERED ? applied : applied.subList(1, applied.size()));
            longer.add(new Applied(id, rev));
            return new Recent(at, longer);
        }
    }

    public record Applied(RequestId id, long rev) {}

    /** The revision at which the request was applied, if it was. */
    OptionalLong appliedAt(ClientId client, RequestId id) {
        var recent = clients.getOrDefault(client, Recent.NONE).applied();
        for (int i = recent.size() - 1; i >= 0; i--) {
            if (recent.get(i).id().equals(id)) {
                return OptionalLong.of(recent.get(i).rev());
            }
        }
        return OptionalLong.empty();
    }

    RequestMemory remember(Origin origin, long rev) {
        if (origin.id() == null) {
            return this;
        }
        var client = origin.client();
        var known = clients.get(client);
        var others = known == null ? withoutInactive(origin.at()).clients() : clients;
        var recent = (known == null ? Recent.NONE : known).with(origin.id(), rev, origin.at());
        return new RequestMemory(others.plus(client, recent));
    }

    /** Without the clients that were inactive for too long to repeat anything (R5). */
    RequestMemory withoutInactive(long now) {
        var inactive = clients.entrySet().stream()
                .filter(entry -> entry.getValue().lastAt() < now - ACTIVE.toMillis())
                .map(Map.Entry::getKey)
                .toList();
        return new RequestMemory(clients.minusAll(inactive));
    }
}
