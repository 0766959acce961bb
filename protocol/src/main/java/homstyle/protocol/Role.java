package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a person may do in a room; each role may all that the ones before it may. */
public enum Role {
    VIEWER,
    EDITOR,
    OWNER;

    public static Role of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("role", name, "owner, editor or viewer"));
    }

    public boolean mayChange() {
        return this != VIEWER;
    }

    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
