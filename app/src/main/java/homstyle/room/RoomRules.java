package homstyle.room;

import homstyle.protocol.FinishId;
import homstyle.protocol.Sku;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a room's decisions depend on besides the room.
 *
 * @param products those that can be placed, each with the finishes it can be had in
 * @param mostItems how many items a room holds (E6)
 * @param lease how long a lock lasts without a sign of its holder (L4)
 */
public record RoomRules(Map<Sku, List<FinishId>> products, int mostItems, Duration lease) {
    public RoomRules {
        products = Map.copyOf(products);
    }
}
