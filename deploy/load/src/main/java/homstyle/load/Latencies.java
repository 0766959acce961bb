package homstyle.load;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Times as they were taken, for exact quantiles. */
final class Latencies {
    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = time;
    }

    synchronized int count() {
        return count;
    }

    /** @return in milliseconds, the smallest time that at least this part of all does not exceed; empty without times */
    synchronized OptionalDouble quantile(double part) {
        if (count == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(nanos, 0, count);
        var rank = (int) Math.ceil(part * count);
        return OptionalDouble.of(nanos[Math.clamp(rank, 1, count) - 1] / NANOS_A_MILLI);
    }
}
