package homstyle.session;

/** Lets so many through a second in the long run, and a burst of twice that at once. Times are milliseconds. */
final class TokenBucket {
    private static final int BURST_SECONDS = 2;
    private static final double MILLIS = 1_000;

    private final double perSecond;
    private double tokens;
    private long filledAt;

    TokenBucket(double perSecond, long now) {
        this.perSecond = perSecond;
        this.tokens = BURST_SECONDS * perSecond;
        this.filledAt = now;
    }

    /** Whether so many more may pass; if not, nothing is taken. What is more than a burst passes where a burst does. */
    boolean take(int count, long now) {
        var burst = BURST_SECONDS * perSecond;
        tokens = Math.min(burst, tokens + (now - filledAt) * perSecond / MILLIS);
        filledAt = now;
        var taken = Math.min(count, burst);
        if (tokens < taken) {
            return false;
        }
        tokens -= taken;
        return true;
    }
}
