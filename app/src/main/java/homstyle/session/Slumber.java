package homstyle.session;

import homstyle.metrics.RoomMetrics;

/** Whether a room sleeps, as far as its gateway here has heard. One that sleeps is not asked when nodes come and go. */
final class Slumber {
    private final RoomMetrics metrics;
    private boolean asleep;
    private boolean answered = true;

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
            metrics.roomSleepsNoMore();
        }
    }

    /** @return whether it is the room's first answer since it slept: to the request that woke it */
    boolean endsByAnswer() {
        var first = !answered;
        answered = true;
        return first;
    }
}
