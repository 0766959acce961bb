package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * A door, window or passage in a wall.
 *
 * @param wall the index of the corner where its wall begins
 * @param offset millimetres from that corner, along the wall
 * @param width millimetres along the wall
 * @param height millimetres from the sill up
 * @param sill millimetres from the floor to the opening
 * @param hinge which end the leaf hangs on, seen from inside; meaningless for a passage
 * @param swing whether the leaf opens into the room
 */
public record Opening(Kind kind, int wall, int offset, int width, int height, int sill, Hinge hinge, Swing swing) {
    public Opening {
        Check.present("kind", kind, Kind.EXPECTED);
        Check.range("wall", wall, 0, Plan.MOST_CORNERS - 1);
        Check.range("offset", offset, 0, Plan.LONGEST_SIDE);
        Check.range("width", width, 100, Plan.LONGEST_SIDE);
        Check.range("height", height, 100, Plan.HIGHEST);
        Check.range("sill", sill, 0, Plan.HIGHEST);
        hinge = hinge == null ? Hinge.LEFT : hinge;
        swing = swing == null ? Swing.IN : swing;
    }

    public enum Kind {
        DOOR,
        WINDOW,
        PASSAGE;

        static final String EXPECTED = "door, window or passage";

        static Kind of(String name) {
            return named(values(), "kind", name, EXPECTED);
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Hinge {
        LEFT,
        RIGHT;

        static Hinge of(String name) {
            return named(values(), "hinge", name, "left or right");
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Swing {
        IN,
        OUT;

        static Swing of(String name) {
            return named(values(), "swing", name, "in or out");
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static <E extends Enum<E>> E named(E[] values, String field, String name, String expected) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(field, name, expected));
    }
}
