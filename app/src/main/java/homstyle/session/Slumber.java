package homstyle.session;

import homstyle.metrics.RoomMetrics;

/** Whether a room sleeps, as far as its gateway here has heard. One that sleeps is not asked when nodes come and go. */
final class Slumber {
    private final RoomMetrics metrics;
    private boolean asleep;
    private boolean answered = true;
    private long wokeAt;

    Slumber(RoomMetrics metrics) {
        this.metrics = metrics;
    }

    void fellAsleep() {
        if (!asleep) {
            asleep = true;
            answered = false;
            metrics.roomFellAsleep();
        }
    }

    boolean isOn() {
        return asleep;
    }

    void isOver() {
        if (asleep) {
            asleep = false;
            wokeAt = System.nanoTime();
            metrics.roomSleepsNoMore();
        }
    }

    /** @return for the room's first answer since it slept, when it was heard of again; null for every other */
    Long endsByAnswer() {
        var first = !answered;
        answered = true;
        return first ? wokeAt : null;
    }
}
