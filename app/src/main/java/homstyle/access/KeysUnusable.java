package homstyle.access;

import java.nio.file.Path;

/** The file with the signing keys cannot be used as it is; the message names it and says what to do. */
public final class KeysUnusable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    KeysUnusable(Path file, String what, Throwable cause) {
        super(
                ("The key file %s %s; expected a JWK set of symmetric keys. Restore it from a backup, or move it away: "
                                + "then new keys are made, and links made with the old ones open nothing.")
                        .formatted(file, what),
                cause);
    }
}
