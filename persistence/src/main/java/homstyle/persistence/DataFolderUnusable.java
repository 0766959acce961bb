package homstyle.persistence;

import java.io.Serial;

/** The data folder cannot be used as it is; the message names it and says what to do. */
public sealed class DataFolderUnusable extends RuntimeException permits DataFolderInUse {
    @Serial
    private static final long serialVersionUID = 1L;

    DataFolderUnusable(String message) {
        super(message);
    }

    DataFolderUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
