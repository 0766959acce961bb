package homstyle.load;

import java.util.Locale;

/** What a run measures, in the order of its table. */
enum Measure {
    CONNECTED("tabs connected", Unit.COUNT),
    CONNECT_RATE("connect rate", Unit.PER_SECOND),
    HEAP("heap per tab", Unit.KB),
    HEAP_IN_ALL("heap in all", Unit.MB),
    RESIDENT("resident per tab", Unit.KB),
    CPU("CPU of the server", Unit.PERCENT),
    WAKE_P50("wake p50", Unit.MILLIS),
    WAKE_P99("wake p99", Unit.MILLIS),
    WAKE_P99_INSIDE("wake p99, by the server", Unit.MILLIS),
    MOVE_P50("move p50", Unit.MILLIS),
    MOVE_P99("move p99", Unit.MILLIS),
    RESUME_P50("resume p50", Unit.MILLIS),
    RESUME_ALL("all resumed after", Unit.MILLIS),
    LOST("lost frames", Unit.COUNT),
    DOUBLED("doubled frames", Unit.COUNT),
    STUCK("stuck locks", Unit.COUNT),
    KEPT_OUT("tabs kept out", Unit.COUNT),
    REFUSED("requests refused", Unit.COUNT),
    UNANSWERED("requests unanswered", Unit.COUNT),
    GONE("tabs cut off", Unit.COUNT),
    AFRESH("not resumed but afresh", Unit.COUNT);

    final String label;
    private final Unit unit;

    Measure(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    private enum Unit {
        COUNT("%,.0f"),
        PER_SECOND("%,.1f /s"),
        KB("%,.1f KB"),
        MB("%,.1f MB"),
        PERCENT("%,.2f %%"),
        MILLIS("%,.2f ms");

        private final String format;

        Unit(String format) {
            this.format = format;
        }
    }

    /** @param value in the unit of this measure */
    String show(double value) {
        return String.format(Locale.ROOT, unit.format, value);
    }
}
