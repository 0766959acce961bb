package homstyle.protocol;

/**
 * Where an item stands.
 *
 * @param x the centre, in millimetres east of the plan's north-west inner corner
 * @param y the centre, in millimetres south of it
 * @param rotation whole degrees clockwise, 0 to 359
 */
public record Placement(int x, int y, int rotation) {
    public Placement {
        Check.coordinate("x", x);
        Check.coordinate("y", y);
        Check.rotation(rotation);
    }
}
