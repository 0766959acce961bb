package homstyle.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a run measured, each with a word on how. */
final class Results {
    /** Always in the table, also when a run has not measured them. */
    private static final List<Measure> ALWAYS = List.of(
            Measure.CONNECT_RATE,
            Measure.HEAP,
            Measure.RESIDENT,
            Measure.CPU,
            Measure.WAKE_P50,
            Measure.WAKE_P99,
            Measure.MOVE_P50,
            Measure.MOVE_P99,
            Measure.LOST,
            Measure.DOUBLED);

    private final Map<Measure, Double> values = new EnumMap<>(Measure.class);
    private final Map<Measure, String> notes = new EnumMap<>(Measure.class);

    /** @param value empty when it could not be measured; the note then says why */
    synchronized void put(Measure measure, OptionalDouble value, String note) {
        value.ifPresent(number -> values.put(measure, number));
        notes.put(measure, note);
    }

    synchronized void put(Measure measure, double value, String note) {
        put(measure, OptionalDouble.of(value), note);
    }

    /** What was not to happen: in the table only when it did. */
    synchronized void putUnlessZero(Measure measure, long count, String note) {
        if (count != 0) {
            put(measure, count, note);
        }
    }

    /** A line a measure: its name, its value or {@code n/a}, and how it was measured. */
    synchronized List<String> table() {
        var lines = new ArrayList<String>();
        for (var measure : Measure.values()) {
            if (notes.containsKey(measure) || ALWAYS.contains(measure)) {
                var value = values.containsKey(measure) ? measure.show(values.get(measure)) : "n/a";
                lines.add("  %-24s %14s   %s"
                        .formatted(measure.label, value, notes.getOrDefault(measure, ""))
                        .stripTrailing());
            }
        }
        return lines;
    }

    /** The limits that were not kept, in sentences; one on what was not measured is not kept. */
    synchronized List<String> missed(List<Limit> limits) {
        return limits.stream()
                .filter(limit -> !(values.getOrDefault(limit.measure(), limit.absent()) <= limit.most()))
                .map(limit -> "%s is %s, expected at most %s (%s)"
                        .formatted(
                                limit.measure().label,
                                values.containsKey(limit.measure())
                                        ? limit.measure().show(values.get(limit.measure()))
                                        : "not known",
                                limit.measure().show(limit.most()),
                                limit.option()))
                .toList();
    }
}
