package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a frame was refused (E3). */
public enum RejectionCode {
    MALFORMED,
    UNKNOWN_TYPE,
    INVALID,
    UNKNOWN_ITEM,
    DUPLICATE_ITEM,
    UNKNOWN_SKU,
    LOCKED,
    NOT_LOCKED,
    STALE_LOCK,
    FORBIDDEN,
    ROOM_FULL,
    RATE_LIMITED,
    NOTHING_TO_UNDO,
    UNAVAILABLE;

    @JsonCreator
    static RejectionCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
