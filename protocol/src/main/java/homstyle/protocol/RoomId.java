package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a room: part of its address, 2 to 63 characters. */
public record RoomId(@JsonValue String value) {
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomId {
        Check.matches("room", value, PATTERN, "2 to 63 of a-z, 0-9 and -, not beginning with -");
    }

    @Override
    public String toString() {
        return value;
    }
}
