package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why the server ends a connection (E7); the number is what the {@code bye} frame carries. */
public enum ByeCode {
    TOKEN_EXPIRED(4401),
    ACCESS_WITHDRAWN(4403),
    ROOM_DELETED(4404),
    TOO_SLOW_OR_SILENT(4408),
    REPLACED(4409),
    TOO_LARGE(4413),
    NOT_TEXT(4415),
    FLOODING(4429),
    INTERNAL(4500),
    DRAINING(4503);

    private final int number;

    ByeCode(int number) {
        this.number = number;
    }

    @JsonValue
    public int number() {
        return number;
    }
}
