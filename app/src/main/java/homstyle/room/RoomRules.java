package homstyle.room;

import homstyle.protocol.Sku;
import java.time.Duration;
import java.util.Set;

/**
 * What a room's decisions depend on besides the room.
 *
 * @param skus the products that can be placed
 * @param mostItems how many items a room holds (E6)
 * @param lease how long a lock lasts without a sign of its holder (L4)
 */
public record RoomRules(Set<Sku> skus, int mostItems, Duration lease) {
    public RoomRules {
        skus = Set.copyOf(skus);
    }
}
