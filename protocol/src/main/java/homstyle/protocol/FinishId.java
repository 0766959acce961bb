package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of one of the finishes that a product can be had in. */
public record FinishId(@JsonValue String value) {
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9-]{1,32}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FinishId {
        Check.matches("finish", value, PATTERN, "1 to 32 of a-z, 0-9 and -");
    }

    @Override
    public String toString() {
        return value;
    }
}
