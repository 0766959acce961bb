package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a client calls one of its requests, in 1 to 64 characters; a repeated one is applied at most once (R5). */
public record RequestId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequestId {
        if (value == null || !allows(value)) {
            throw new InvalidValue("id", value, "1 to 64 characters without control characters");
        }
    }

    static boolean allows(String value) {
        return Check.characters(value, 1, 64) && value.codePoints().allMatch(Check::isPrintable);
    }

    @Override
    public String toString() {
        return value;
    }
}
