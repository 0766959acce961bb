package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * What stands in a room for good: furniture goes around it.
 *
 * @param x the centre, in millimetres east of the plan's north-west inner corner
 * @param y the centre, in millimetres south of it
 * @param width millimetres from side to side, 10 to 10,000
 * @param depth millimetres from back to front, 10 to 10,000
 * @param height millimetres from the floor, 10 to 10,000; what is above the ceiling does not count
 * @param rotation whole degrees clockwise, 0 to 359; at 0 its back is to the north
 */
public record Obstacle(Kind kind, int x, int y, int width, int depth, int height, int rotation) {
    private static final int LEAST = 10;
    private static final int MOST = 10_000;

    public Obstacle {
        Check.present("kind", kind, Kind.EXPECTED);
        Check.coordinate("x", x);
        Check.coordinate("y", y);
        Check.range("width", width, LEAST, MOST);
        Check.range("depth", depth, LEAST, MOST);
        Check.range("height", height, LEAST, MOST);
        Check.rotation(rotation);
    }

    public enum Kind {
        COLUMN,
        /** Gives warmth only as long as nothing stands before it. */
        RADIATOR,
        /** Anything else that is built in. */
        FIXTURE;

        static final String EXPECTED = "column, radiator or fixture";

        static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValue("kind", name, EXPECTED));
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
