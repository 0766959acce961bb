package homstyle.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * That a change takes an earlier one back (U1).
 *
 * @param step the revision of the step that it takes back
 */
public record Reversal(Kind kind, long step) {
    public enum Kind {
        UNDO,
        REDO;

        @JsonCreator
        static Kind of(String kind) {
            return valueOf(kind.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
