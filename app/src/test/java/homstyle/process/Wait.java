package homstyle.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens elsewhere, and says what it waited for when it does not. */
final class Wait {
    /** Far longer than anything takes, so that a busy machine fails no test. */
    static final Duration LONG = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Wait() {}

    @FunctionalInterface
    interface Look<T> {
        /** Empty while it has not happened. */
        Optional<T> look() throws Exception;
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    static <T> T forSome(String what, Look<T> look) throws Exception {
        var deadline = Instant.now().plus(LONG);
        for (var found = look.look(); ; found = look.look()) {
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("waited %d s in vain for %s".formatted(LONG.toSeconds(), what));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    static void until(String what, Condition condition) throws Exception {
        forSome(what, () -> condition.holds() ? Optional.of(true) : Optional.empty());
    }
}
