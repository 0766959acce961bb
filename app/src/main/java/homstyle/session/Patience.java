package homstyle.session;

import java.time.Duration;

/**
 * How long a gateway waits.
 *
 * @param silence from the last sign of a client to the {@code ping} that asks for one (P1)
 * @param probe from that ping until a client that has ever answered counts as gone (P1)
 * @param answer from a request until it is answered {@code unavailable}; with the sweep within R7's five seconds
 * @param again from a request until the room is asked once more, as what was on the way to a room that moves is lost
 */
public record Patience(Duration silence, Duration probe, Duration answer, Duration again) {}
