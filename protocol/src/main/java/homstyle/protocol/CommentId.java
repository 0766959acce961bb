package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One comment, named by the client that made it. */
public record CommentId(@JsonValue String value) {
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommentId {
        Check.matches("comment", value, PATTERN, "1 to 64 of A-Z, a-z, 0-9, _ and -");
    }

    @Override
    public String toString() {
        return value;
    }
}
