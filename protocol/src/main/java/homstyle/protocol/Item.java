package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One placed piece of furniture; positions as in {@link Placement}.
 *
 * @param finish null for the product's first one (F1)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Item(ItemId item, Sku sku, int x, int y, int rotation, FinishId finish) {
    public Item {
        Check.coordinate("x", x);
        Check.coordinate("y", y);
        Check.rotation(rotation);
    }

    public Item(ItemId item, Sku sku, int x, int y, int rotation) {
        this(item, sku, x, y, rotation, null);
    }

    public Item at(Placement placement) {
        return new Item(item, sku, placement.x(), placement.y(), placement.rotation(), finish);
    }

    /** @param other null for the product's first one */
    public Item in(FinishId other) {
        return new Item(item, sku, x, y, rotation, other);
    }

    public Placement placement() {
        return new Placement(x, y, rotation);
    }
}
