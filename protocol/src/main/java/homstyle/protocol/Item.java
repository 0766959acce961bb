package homstyle.protocol;

/** One placed piece of furniture; positions as in {@link Placement}. */
public record Item(ItemId item, Sku sku, int x, int y, int rotation) {
    public Item {
        Check.coordinate("x", x);
        Check.coordinate("y", y);
        Check.rotation(rotation);
    }

    public Item at(Placement placement) {
        return new Item(item, sku, placement.x(), placement.y(), placement.rotation());
    }

    public Placement placement() {
        return new Placement(x, y, rotation);
    }
}
