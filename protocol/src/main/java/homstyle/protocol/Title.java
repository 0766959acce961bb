package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What people call a room: 1 to 80 characters, trimmed. */
public record Title(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Title {
        value = Check.text("title", value, 1, 80);
    }

    @Override
    public String toString() {
        return value;
    }
}
