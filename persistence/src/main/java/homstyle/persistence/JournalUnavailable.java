package homstyle.persistence;

import java.io.Serial;

/** The journal cannot be used as it is; the message names it and says what to do. */
public final class JournalUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    JournalUnavailable(String message) {
        super(message);
    }

    JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
