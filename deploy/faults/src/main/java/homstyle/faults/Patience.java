package homstyle.faults;

import java.time.Duration;

/**
 * The timings of a client.
 *
 * @param think the longest pause before its next wish
 * @param answer how long opening, sending and the answer to a ping may take before it goes elsewhere
 * @param silence how long it hears nothing before it sends a ping
 * @param leastRetry the pause after the first failed attempt, which grows twofold up to {@code mostRetry}; from half of
 *     it up to all of it is waited, at random
 */
public record Patience(Duration think, Duration answer, Duration silence, Duration leastRetry, Duration mostRetry) {
    /** Quicker than a browser's, so that what is measured is the service and not the waiting. */
    public static final Patience USUAL = new Patience(
            Duration.ofMillis(200),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofSeconds(1));
}
