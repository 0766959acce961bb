package homstyle.session;

/**
 * How much may be sent by one connection (E5).
 *
 * @param requests requests a second; whatever is no motion counts
 * @param motion cursors and drags a second
 * @param enforced whether that is held against anybody; not in load tests
 */
public record Rates(int requests, int motion, boolean enforced) {
    private static final int FLOOD = 10;

    /** How much of it one connection has used. */
    final class Used {
        private final TokenBucket usual;
        private final TokenBucket flood;

        private Used(int perSecond) {
            var now = Connection.now();
            usual = new TokenBucket(perSecond, now);
            flood = new TokenBucket((double) FLOOD * perSecond, now);
        }

        /** @param cost how many it counts as */
        Verdict next(int cost) {
            if (!enforced) {
                return Verdict.WITHIN;
            }
            var now = Connection.now();
            if (!flood.take(cost, now)) {
                return Verdict.FLOOD;
            }
            return usual.take(cost, now) ? Verdict.WITHIN : Verdict.BEYOND;
        }
    }

    enum Verdict {
        WITHIN,
        BEYOND,
        /** Ten times beyond. */
        FLOOD
    }

    Used usedRequests() {
        return new Used(requests);
    }

    Used usedMotion() {
        return new Used(motion);
    }
}
