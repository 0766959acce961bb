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

    /** Whether so many more may pass; if not, nothing is taken. */
    boolean take(int count, long now) {
        tokens = Math.min(BURST_SECONDS * perSecond, tokens + (now - filledAt) * perSecond / MILLIS);
        filledAt = now;
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }
}
