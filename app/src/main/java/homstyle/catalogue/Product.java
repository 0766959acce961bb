package homstyle.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import homstyle.protocol.Sku;

/**
 * A catalogue entry.
 *
 * @param kind which picture it has: a symbol of the sprite
 * @param width millimetres from its left to its right
 * @param depth millimetres from its back to its front
 * @param height millimetres
 * @param color its main colour, {@code #rrggbb}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Product(
        Sku sku,
        String name,
        String kind,
        int width,
        int depth,
        int height,
        Price price,
        String color,
        String description) {

    /** @param amount in minor units of the currency */
    public record Price(long amount, String currency) {}
}
