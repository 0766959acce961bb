package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One person, maybe with several clients. */
public record UserId(@JsonValue String value) {
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._@|-]{1,128}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {
        Check.matches("user", value, PATTERN, "1 to 128 of A-Z, a-z, 0-9 and . _ @ | -");
    }

    @Override
    public String toString() {
        return value;
    }
}
