package homstyle.metrics;

import java.util.Locale;

/** What a frame to a client is for. */
public enum FrameClass {
    /** {@code welcome} and {@code resumed}. */
    WELCOME,
    /** The stored changes, also those sent again after {@code resumed}. */
    CHANGE,
    /** {@code accepted} and {@code rejected}. */
    ANSWER,
    /** Who is here. */
    PRESENCE,
    /** Cursors and drags. */
    MOTION,
    /** {@code ping}, {@code pong} and {@code bye}: the connection itself. */
    LIVENESS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
