package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One tab: a connection, or a chain of resumed ones. */
public record ClientId(@JsonValue String value) {
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClientId {
        Check.matches("client", value, PATTERN, "1 to 64 of A-Z, a-z, 0-9, _ and -");
    }

    @Override
    public String toString() {
        return value;
    }
}
