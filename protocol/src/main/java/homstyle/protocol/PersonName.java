package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name a person shows to the others in a room: 1 to 40 characters, trimmed. */
public record PersonName(@JsonValue String value) {
    public static final PersonName ANONYMOUS = new PersonName("Anonymous");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonName {
        value = Check.text("name", value, 1, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
