package homstyle.faults;

import java.time.Duration;
import java.time.Instant;

/** Waits for what happens elsewhere, and says what it waited for when it does not. */
final class Wait {
    /** Far longer than anything takes, so that a busy machine fails no test. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private Wait() {}

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(String what, Condition condition) throws Exception {
        var deadline = Instant.now().plus(LONG);
        while (!condition.holds()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("waited %d s in vain for %s".formatted(LONG.toSeconds(), what));
            }
            Thread.sleep(10);
        }
    }
}
