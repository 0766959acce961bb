package homstyle.load;

/** Checks that a tab is told every revision of its room once and in order (R3). Written by one thread, read by many. */
final class Revisions {
    private volatile long held;
    private volatile long told;
    private volatile long lost;
    private volatile long doubled;

    /** The whole room as of {@code rev}; a room that went back has lost what was told before. */
    void welcomed(long rev) {
        lost += Math.max(0, held - rev);
        held = rev;
    }

    /** The changes after {@code from} follow. */
    void resumed(long from) {
        lost += Math.max(0, from - held);
        held = Math.max(held, from);
    }

    void changed(long rev) {
        told++;
        if (rev <= held) {
            doubled++;
        } else {
            reached(rev - 1);
            held = rev;
        }
    }

    /** The room is known to be at {@code rev}, and everything until then should have come. */
    void reached(long rev) {
        lost += Math.max(0, rev - held);
        held = Math.max(held, rev);
    }

    /** The last revision this tab was told. */
    long held() {
        return held;
    }

    /** How many changes came. */
    long told() {
        return told;
    }

    /** How many revisions never came. */
    long lost() {
        return lost;
    }

    /** How many changes came that had come before. */
    long doubled() {
        return doubled;
    }
}
