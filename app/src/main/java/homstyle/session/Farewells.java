package homstyle.session;

import homstyle.protocol.ByeCode;
import homstyle.session.SessionMessage.Dismissed;

/** The reasons for which connections are ended, in words. */
final class Farewells {
    private static final long SOON = 1_000;

    private Farewells() {}

    static Dismissed replaced() {
        return new Dismissed(ByeCode.REPLACED, "this client has connected anew elsewhere", null);
    }

    static Dismissed silent() {
        return new Dismissed(ByeCode.TOO_SLOW_OR_SILENT, "no answer to ping", null);
    }

    static Dismissed tooSlow(int frames, long bytes) {
        var reason = "%,d frames of %,d bytes wait, more than this connection takes".formatted(frames, bytes);
        return new Dismissed(ByeCode.TOO_SLOW_OR_SILENT, reason, null);
    }

    static Dismissed stuck() {
        return new Dismissed(ByeCode.TOO_SLOW_OR_SILENT, "this connection takes nothing of what waits for it", null);
    }

    static Dismissed flooding() {
        return new Dismissed(ByeCode.FLOODING, "far more messages than this connection may send", SOON);
    }

    static Dismissed tooLarge(int limit) {
        return new Dismissed(ByeCode.TOO_LARGE, "a message is larger than %,d bytes".formatted(limit), null);
    }

    static Dismissed notText() {
        return new Dismissed(ByeCode.NOT_TEXT, "a binary message; expected text", null);
    }

    /** @param retryAfterMs different for each connection, so that they do not all come back at once */
    static Dismissed draining(long retryAfterMs) {
        return new Dismissed(ByeCode.DRAINING, "this server is stopping", retryAfterMs);
    }

    static Dismissed roomUnavailable() {
        return new Dismissed(ByeCode.INTERNAL, "the room cannot be reached just now", SOON);
    }

    static Dismissed missedUnreadable() {
        return new Dismissed(ByeCode.INTERNAL, "the missed changes cannot be read just now", SOON);
    }
}
