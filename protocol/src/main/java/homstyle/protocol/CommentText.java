package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a comment says: 1 to 500 characters, trimmed. */
public record CommentText(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommentText {
        value = Check.text("text", value, 1, 500);
    }

    @Override
    public String toString() {
        return value;
    }
}
