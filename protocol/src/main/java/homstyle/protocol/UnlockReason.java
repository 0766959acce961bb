package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a lock ended. */
public enum UnlockReason {
    /** Its holder gave it back. */
    RELEASED,
    /** Its lease ran out (L4). */
    EXPIRED,
    /** Its holder went and did not come back in time (L5). */
    LEFT,
    /** An owner took it away. */
    FORCED;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
