package homstyle.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import homstyle.protocol.FinishId;
import homstyle.protocol.Sku;
import java.util.List;

/**
 * A catalogue entry. Lengths are whole millimetres; {@code products.schema.json} says what each part means.
 *
 * @param kind which picture it has: a symbol of the sprite
 * @param width from its left to its right
 * @param depth from its back to its front
 * @param color of the first finish, {@code #rrggbb}
 * @param outline null for a rectangle
 * @param under null unless it is a table to sit at
 * @param seat null unless it is a chair
 * @param stands null for the floor
 * @param legs null where it has none worth mentioning
 * @param clearances null where nothing opens
 */
public record Product(
        Sku sku,
        String name,
        String kind,
        int width,
        int depth,
        int height,
        Price price,
        String color,
        List<Finish> finishes,
        String description,
        List<Package> packages,
        Outline outline,
        Integer under,
        Seat seat,
        Stands stands,
        boolean top,
        Legs legs,
        Clearances clearances) {

    private static final String COLOR = "#[0-9a-f]{6}";
    private static final int LONGEST = 10_000;
    private static final int HEAVIEST = 500_000;

    public Product {
        Facts.present("sku", sku);
        Facts.text("name", name, 40);
        Facts.matches("kind", kind, "[a-z]+(-[a-z]+)*");
        millimetres("width", width);
        millimetres("depth", depth);
        millimetres("height", height);
        Facts.present("price", price);
        Facts.matches("color", color, COLOR);
        finishes = Facts.atLeastOne("finishes", finishes);
        Facts.different("finishes.id", finishes.stream().map(Finish::id).toList());
        Facts.text("description", description, 120);
        packages = Facts.atLeastOne("packages", packages);
        if (under != null) {
            millimetres("under", under);
        }
        if (!color.equals(finishes.getFirst().color())) {
            throw new InvalidFact(
                    "color",
                    color,
                    "that of the first finish, " + finishes.getFirst().color());
        }
    }

    /** How it looks in that finish; in its first one where that is null, or not among its own (any more). */
    public String color(FinishId finish) {
        return finishes.stream()
                .filter(each -> each.id().equals(finish))
                .findFirst()
                .map(Finish::color)
                .orElse(color);
    }

    private static void millimetres(String field, int length) {
        Facts.range(field, length, 1, LONGEST);
    }

    /** @param amount in minor units of the currency */
    public record Price(@JsonProperty(required = true) long amount, String currency) {
        public Price {
            Facts.range("price.amount", amount, 0, Integer.MAX_VALUE);
            Facts.matches("price.currency", currency, "[A-Z]{3}");
        }
    }

    /** @param id names the finish of this product in rooms and journals */
    public record Finish(FinishId id, String name, String color) {
        public Finish {
            Facts.present("finishes.id", id);
            Facts.text("finishes.name", name, 30);
            Facts.matches("finishes.color", color, COLOR);
        }
    }

    /**
     * @param weight grams
     * @param legs whether it is packed standing on its legs
     */
    public record Package(int width, int depth, int height, int weight, boolean legs) {
        public Package {
            millimetres("packages.width", width);
            millimetres("packages.depth", depth);
            millimetres("packages.height", height);
            Facts.range("packages.weight", weight, 1, HEAVIEST);
        }
    }

    public record Seat(int depth, int height) {
        public Seat {
            millimetres("seat.depth", depth);
            millimetres("seat.height", height);
        }
    }

    public record Legs(
            int height, @JsonProperty(required = true) boolean removable) {
        public Legs {
            millimetres("legs.height", height);
        }
    }

    public record Clearances(int front) {
        public Clearances {
            millimetres("clearances.front", front);
        }
    }

    public enum Stands {
        @JsonProperty("under")
        UNDER,
        @JsonProperty("top")
        TOP
    }
}
