package homstyle.load;

import java.time.Duration;

/** A moment that tabs wait for. Told some time ahead, so that tabs which look now and then meet it exactly. */
final class Signal {
    private static final long UNKNOWN = Long.MAX_VALUE;

    private volatile long at = UNKNOWN;

    void raiseIn(Duration ahead) {
        at = System.nanoTime() + ahead.toNanos();
    }

    boolean isRaised() {
        var known = at;
        return known != UNKNOWN && System.nanoTime() - known >= 0;
    }

    /** How long a tab sleeps before it looks again: until the moment, if it is that near. */
    Duration nextLook(Duration usual) {
        var known = at;
        if (known == UNKNOWN) {
            return usual;
        }
        var left = Math.clamp(known - System.nanoTime(), 0, usual.toNanos());
        // The timer counts whole milliseconds.
        return Duration.ofNanos(left).plusMillis(1);
    }

    /** @return nanoseconds from the moment to {@code time} */
    long until(long time) {
        return time - at;
    }
}
