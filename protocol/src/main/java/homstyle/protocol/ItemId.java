package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One placed piece of furniture, named by the client that placed it; {@link #PLAN} stands for the room itself. */
public record ItemId(@JsonValue String value) {
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** The room's outline and openings, where a lock on them is meant. */
    public static final ItemId PLAN = new ItemId("plan");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemId {
        Check.matches("item", value, PATTERN, "1 to 64 of A-Z, a-z, 0-9, _ and -");
    }

    @Override
    public String toString() {
        return value;
    }
}
